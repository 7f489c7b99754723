// Who a person is to a registry. Never in a log, an error, an argument of a program or the settings
// (security.md §3).
#pragma once

#include <QList>
#include <QString>

#include <string>
#include <utility>

namespace quayside::models
{

struct Credential {
    QString username, password;
    QString identityToken; // of an OAuth2 login: stands in place of both

    [[nodiscard]] bool isEmpty() const { return username.isEmpty() && identityToken.isEmpty(); }
};

// The header X-Registry-Auth (Docker Engine API, "Authentication"); "" for nobody.
std::string authHeader(const Credential &credential, const QString &registry);
// The header X-Registry-Config: by registry; "" for none.
std::string configHeader(const QList<std::pair<QString, Credential>> &credentials);

} // namespace quayside::models
