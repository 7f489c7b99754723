// docker-credential-NAME: programs that keep logins for the docker command, and what they answer.
// Source: docker-credential-helpers, README, "Development".
#pragma once

#include "models/client/call.h"
#include "models/registries/credential.h"

#include <QByteArrayView>

namespace quayside::models
{

// Runs `docker-credential-NAME get` with the server on its standard input, and reads at most 64 KiB. It ends
// at once where `context` goes, and is ended after `milliseconds`. NotFound: it has none for this server.
// Errors say nothing of what it wrote. `server`: what docker calls the registry.
void askCredentialHelper(const QString &helper, const QString &server, QObject *context,
                         client::Done<Credential> done, int milliseconds = 20'000);

// Its answer: {"ServerURL", "Username", "Secret"}; the user name "<token>" stands for an identity token.
Result<Credential> parseHelperAnswer(const QByteArray &json);

} // namespace quayside::models
