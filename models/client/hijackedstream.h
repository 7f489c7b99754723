// The TerminalStream of a hijacked exchange.
#pragma once

#include "models/client/httpclient.h"
#include "models/client/terminalstream.h"

#include <QPointer>

namespace quayside::client
{

class HijackedStream final : public TerminalStream
{
    Q_OBJECT
public:
    HijackedStream(Exchange *exchange, bool terminal, QObject *parent);
    ~HijackedStream() override;

    [[nodiscard]] bool isTerminal() const override { return m_terminal; }
    void write(const QByteArray &bytes) override;
    [[nodiscard]] std::int64_t bytesPending() const override;
    void closeInput() override;
    void pause(bool paused) override;
    [[nodiscard]] bool isOpen() const override { return !m_exchange.isNull(); }

    // --- from the exchange
    void take(std::string_view bytes);
    void end(const Result<> &result);

private:
    QPointer<Exchange> m_exchange; // null: over
    bool m_terminal;
    api::FrameDecoder m_frames;
};

} // namespace quayside::client
