// The ways to an engine: one small interface over sockets of this computer, ssh and TLS.
#pragma once

#include "models/client/endpoint.h"

#include <QIODevice>
#include <QObject>

#include <memory>

namespace quayside::client
{

// One connection. Signals may come from within open().
class Stream : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void open() = 0; // ends in opened() or failed()
    [[nodiscard]] virtual bool isOpen() const = 0;
    // To read from and write to, once it is open.
    [[nodiscard]] virtual QIODevice *device() = 0;
    [[nodiscard]] virtual qint64 bytesToWrite() const = 0; // to the kernel
    virtual void closeOutput() = 0; // what is written has left; the other direction goes on
    virtual void abort() = 0;
    // Why it could not be opened; after closed(): why the other end may have hung up without a word.
    [[nodiscard]] virtual Error problem() const = 0;

signals:
    void opened();
    void failed(); // problem() says why
    void closed(); // by the other end
    void written();
};

// Makes the connections to one engine, and keeps what they share.
class Transport
{
public:
    Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;
    virtual ~Transport() = default;

    [[nodiscard]] virtual std::unique_ptr<Stream> makeStream() = 0;

    // Connects to nobody yet. An address that makes no sense fails when it is opened.
    static std::unique_ptr<Transport> to(const QString &address);
};

} // namespace quayside::client
