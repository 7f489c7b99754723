#include "models/client/volumes.h"

#include "engine/api/types/volumeclone.h"
#include "models/client/jsonlines.h"
#include "models/client/requests.h"

namespace quayside::client
{

namespace
{

std::string volumePath(const std::string &name, const std::string &rest)
{
    return "/quayside/volumes/" + api::percentEncode(name) + rest;
}

} // namespace

Call exportVolume(EngineClient &client, const std::string &name, const std::string &compression,
                  QIODevice *archive, QObject *context, EngineClient::OnBytes onReceived, Done<void> done)
{
    return download(client.http(), target(volumePath(name, "/archive"), {{"compress", compression}}), archive,
                    context, std::move(onReceived), std::move(done));
}

Call importVolume(EngineClient &client, const VolumeImport &import, QIODevice *archive, QObject *context,
                  EngineClient::OnBytes onSent, Done<void> done)
{
    HttpRequest request{
        .method = "PUT",
        .target = target(volumePath(import.name, "/archive"),
                         {{"create", import.create ? "1" : "0"}, {"replace", import.replace ? "1" : "0"}}),
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

Call cloneVolume(EngineClient &client, const std::string &name, const std::string &newName, QObject *context,
                 EngineClient::OnProgress onProgress, Done<void> done)
{
    return followLines(
        client.http(), post(volumePath(name, "/clone"), encode(api::VolumeCloneRequest{.name = newName})),
        context,
        [onProgress = std::move(onProgress)](std::string_view line) -> Result<> {
            TRY(const Progress progress, parseProgress(line));
            if (onProgress)
                onProgress(progress);
            return {};
        },
        std::move(done));
}

} // namespace quayside::client
