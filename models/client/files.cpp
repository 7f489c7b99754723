#include "models/client/files.h"

#include "engine/api/types/exec.h"
#include "models/client/requests.h"

namespace quayside::client
{

Call exportContainer(EngineClient &client, const std::string &id, QIODevice *archive, QObject *context,
                     EngineClient::OnBytes onReceived, Done<void> done)
{
    return download(client.http(), containerPath(id, "/export"), archive, context, std::move(onReceived),
                    std::move(done));
}

Call downloadPath(EngineClient &client, const std::string &id, const std::string &path, QIODevice *archive,
                  QObject *context, EngineClient::OnBytes onReceived, Done<void> done)
{
    return download(client.http(), target(containerPath(id, "/archive"), {{"path", path}}), archive, context,
                    std::move(onReceived), std::move(done));
}

Call findPath(EngineClient &client, const std::string &id, const std::string &path, QObject *context,
              Done<void> done)
{
    return act(client.http(),
               {.method = "HEAD", .target = target(containerPath(id, "/archive"), {{"path", path}})}, context,
               std::move(done));
}

Call uploadTo(EngineClient &client, const std::string &id, const std::string &folder, QIODevice *archive,
              QObject *context, EngineClient::OnBytes onSent, Done<void> done)
{
    HttpRequest request{.method = "PUT",
                        .target = target(containerPath(id, "/archive"), {{"path", folder}}),
                        .contentType = "application/x-tar",
                        .upload = archive};
    HttpHandlers handlers;
    handlers.onSent = std::move(onSent);
    handlers.onEnd = [done = std::move(done)](const Result<> &result) {
        if (done)
            done(result);
    };
    return Call(client.http().start(std::move(request), context, std::move(handlers)));
}

std::string commitTarget(const Commit &commit)
{
    Query query{
        {"container", commit.container}, {"repo", commit.repository}, {"tag", commit.tag},
        {"comment", commit.comment},     {"author", commit.author},   {"pause", commit.pause ? "1" : "0"}};
    for (const std::string &change : commit.changes)
        query.emplace_back("changes", change);
    return target("/commit", query);
}

Call commit(EngineClient &client, const Commit &commit, QObject *context, Done<std::string> done)
{
    return fetch<api::IDResponse>(client.http(), post(commitTarget(commit), "{}"), context,
                                  [done = std::move(done)](const Result<api::IDResponse> &response) {
                                      if (done && response)
                                          done(response->id);
                                      else if (done)
                                          done(std::unexpected(response.error()));
                                  });
}

} // namespace quayside::client
