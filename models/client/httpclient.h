// A small pool of connections to one engine, and the exchanges that run on them.
#pragma once

#include "models/client/call.h"
#include "models/client/exchangeobserver.h"
#include "models/client/httpconnection.h"
#include "models/client/httprequest.h"
#include "models/client/transport.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <vector>

namespace quayside::client
{

class HttpClient;

// What an exchange tells. Null ones are skipped. An answer of status 400 and more ends with the engine's own
// error, and onHead and onBody don't hear of it.
struct HttpHandlers {
    std::function<void(const api::ResponseHead &)> onHead;
    std::function<void(std::string_view)> onBody;
    std::function<void(std::int64_t)> onSent;
    std::function<void(const Result<> &)> onEnd;
};

class Exchange : public Operation, private HttpReceiver
{
    Q_OBJECT
public:
    Exchange(HttpClient *client, HttpRequest request, QObject *context, HttpHandlers handlers);
    ~Exchange() override;

    void abort() override;
    // Of the hijacked stream.
    [[nodiscard]] HttpConnection *connection() const { return m_connection; }

private:
    friend class HttpClient;
    void begin();
    void endWith(const Error &error);
    void headReceived(const api::ResponseHead &head) override;
    void bodyReceived(std::string_view bytes) override;
    void sent(std::int64_t bytes) override;
    void finished(const Result<> &result) override;
    [[nodiscard]] Error reportedError() const;
    [[nodiscard]] ExchangeObserver *observer() const; // null: nobody looks at this one
    void tellEnd(const Result<> &result) const;

    HttpClient *m_client;
    HttpRequest m_request;
    HttpHandlers m_handlers;
    QPointer<HttpConnection> m_connection;
    int m_errorStatus = 0; // of an answer that is an error
    std::string m_errorBody;
    quint64 m_number = 0; // 0: began while nobody looked
    bool m_over = false;
};

class HttpClient : public QObject
{
    Q_OBJECT
public:
    // address: as Endpoint writes them.
    explicit HttpClient(const QString &address, QObject *parent = nullptr);

    [[nodiscard]] QString address() const { return m_address; }
    // From now on another engine. What is under way ends at once with an error of kind Cancelled.
    void connectTo(const QString &address);
    // Begins with the event loop's next turn. The exchange belongs to the client and deletes itself.
    Exchange *start(HttpRequest request, QObject *context, HttpHandlers handlers);
    // Hears of the exchanges that begin from now on; null: nobody does. Not owned: take it away before it
    // goes.
    void setObserver(ExchangeObserver *observer) { m_observer = observer; }
    [[nodiscard]] ExchangeObserver *observer() const { return m_observer; }

private:
    friend class Exchange;
    HttpConnection *takeConnection();

    QString m_address;
    std::unique_ptr<Transport> m_transport;
    std::vector<HttpConnection *> m_idle; // children
    ExchangeObserver *m_observer = nullptr;
    quint64 m_numbers = 0; // given to exchanges that are looked at
};

// The kind that an engine's status stands for.
ErrorKind kindOfStatus(int status);

} // namespace quayside::client
