// Where an engine listens, and how one comes there.
#pragma once

#include "engine/base/result.h"

#include <QCoreApplication>
#include <QString>

namespace quayside::client
{

// Written as
//   /path, unix:///path                            a socket on this computer
//   ssh://[user@]host[:port][/path][?identity=FILE] a socket on another one, reached through its ssh server
//   tcp://host:port?certificates=FOLDER             TLS, with ca.pem, cert.pem and key.pem as Docker keeps
//   them tcp://127.0.0.1:port                            not encrypted, and only on this computer
struct Endpoint {
    Q_DECLARE_TR_FUNCTIONS(quayside::client::Endpoint)

public:
    enum class Kind { Local, Ssh, Tls, Plain };
    Kind kind = Kind::Local;
    QString path; // of the socket; of ssh: on the other computer
    QString user, host;
    quint16 port = 0; // 0: ssh's own choice
    QString certificates, identity;

    // InvalidArgument, with a sentence that says what to write instead.
    static Result<Endpoint> parse(const QString &text);
    // One that makes no sense is a socket that is not there.
    static Endpoint of(const QString &address);
    // As parse() takes it; of a local socket its plain path.
    [[nodiscard]] QString text() const;
    // "host", "user@host": what a person calls that computer; "" for this one.
    [[nodiscard]] QString computer() const;
    [[nodiscard]] bool isRemote() const { return kind == Kind::Ssh || kind == Kind::Tls; }

    bool operator==(const Endpoint &) const = default;
};

} // namespace quayside::client
