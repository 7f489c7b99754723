// Writes down what goes over the socket of an engine, while somebody looks.
#pragma once

#include "models/client/engineclient.h"
#include "models/client/exchangeobserver.h"
#include "models/learn/wire/wiremodel.h"

#include <QElapsedTimer>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace quayside::models
{

class Wire : public QObject, private client::ExchangeObserver
{
    Q_OBJECT

public:
    static constexpr qsizetype mostSent = 16 << 10, mostReceived = 64 << 10; // bytes that are kept of a body

    // The one of this client, which owns it.
    static Wire *of(client::EngineClient *client);

    [[nodiscard]] WireModel *model() { return &m_model; }
    // Whoever looks holds it; with nobody left, nothing is written down any more.
    void hold();
    void release();
    [[nodiscard]] bool isRecording() const { return m_holders > 0; }
    void clear();

signals:
    void recordingChanged();

private:
    struct Open { // an exchange that goes on
        WireRow row;
        QByteArray answer;   // as it came; the row's is masked
        qsizetype shown = 0; // how much of it the row has
        QElapsedTimer since;
        bool text = false, changed = false;
    };

    explicit Wire(client::EngineClient *client);
    void began(quint64 number, const QString &address, const client::HttpRequest &request) override;
    void sent(quint64 number, std::int64_t bytes) override;
    void answered(quint64 number, const api::ResponseHead &head) override;
    void received(quint64 number, std::string_view bytes) override;
    void ended(quint64 number, const Result<> &result) override;
    void noteChange(Open &open);
    void show(Open &open);
    void flush();

    client::EngineClient *m_client;
    WireModel m_model;
    QHash<quint64, Open> m_open;
    QTimer m_soon; // long answers are shown a few times a second
    int m_holders = 0;
};

} // namespace quayside::models
