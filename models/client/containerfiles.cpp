#include "models/client/containerfiles.h"

#include "models/client/aside.h"

#include <memory>

namespace quayside::client
{

namespace
{

std::string pathFor(const FilesOf &of, const char *rest)
{
    return (of.volume ? "/quayside/volumes/" : "/quayside/containers/") + api::percentEncode(of.id) + rest;
}

std::string fileTarget(const FilesOf &of, const std::string &codedPath)
{
    return target(pathFor(of, "/file"), {{"encoded", codedPath}});
}

// The version, without its quotes.
std::string versionIn(const api::ResponseHead &head)
{
    const auto tag = head.headers.find("etag");
    if (tag == head.headers.end() || tag->second.size() < 2)
        return {};
    return tag->second.substr(1, tag->second.size() - 2);
}

// An answer without more than its version.
Done<void> withVersion(std::shared_ptr<std::string> version, Done<std::string> done)
{
    return [version = std::move(version), done = std::move(done)](const Result<> &result) {
        if (!done)
            return;
        if (result)
            done(*version);
        else
            done(std::unexpected(result.error()));
    };
}

} // namespace

Call listFiles(EngineClient &client, const FilesOf &of, const ListFiles &wanted, QObject *context,
               Done<api::FileFolder> done)
{
    const Query query{{"encoded", wanted.codedPath}, {"text", wanted.text}};
    return fetchAside(client.http(), get(target(pathFor(of, "/files"), query)), context, std::move(done));
}

Call readFile(EngineClient &client, const FilesOf &of, const std::string &codedPath, QIODevice *file,
              QObject *context, EngineClient::OnBytes onReceived, Done<std::string> done)
{
    const auto version = std::make_shared<std::string>();
    return download(client.http(), fileTarget(of, codedPath), file, context, std::move(onReceived),
                    withVersion(version, std::move(done)),
                    [version](const api::ResponseHead &head) { *version = versionIn(head); });
}

Call putFile(EngineClient &client, const FilesOf &of, const std::string &codedPath,
             const std::string &version, QIODevice *content, QObject *context, EngineClient::OnBytes onSent,
             Done<std::string> done)
{
    HttpRequest request{.method = "PUT",
                        .target = fileTarget(of, codedPath),
                        .contentType = "application/octet-stream",
                        .ifMatch = version,
                        .upload = content};
    const auto newVersion = std::make_shared<std::string>();
    HttpHandlers handlers;
    handlers.onHead = [newVersion](const api::ResponseHead &head) { *newVersion = versionIn(head); };
    handlers.onSent = std::move(onSent);
    handlers.onEnd = withVersion(newVersion, std::move(done));
    return Call(client.http().start(std::move(request), context, std::move(handlers)));
}

Call editFiles(EngineClient &client, const FilesOf &of, const api::FileEdit &edit, QObject *context,
               Done<void> done)
{
    return act(client.http(), post(pathFor(of, "/files"), api::encode(edit)), context, std::move(done));
}

} // namespace quayside::client
