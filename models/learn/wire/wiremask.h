// What is shown of the wire says nothing that may be a secret: passwords, tokens, logins, arguments of
// builds.
#pragma once

#include <QByteArray>
#include <QString>

namespace quayside::models
{

class WireMask
{
public:
    // A body of JSON, of several documents, or the beginning of one. All but secret values stays byte for
    // byte. What looks like no JSON is masked as text.
    static QByteArray body(const QByteArray &text);
    // "/build?buildargs={…}": path and query, coded.
    static QString target(const QString &target);
};

} // namespace quayside::models
