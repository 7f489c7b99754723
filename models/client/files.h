// Calls that move a container's files: as an archive, as an image, file by file.
// As all calls: see engineclient.h. Source: Docker Engine API 1.51, /containers/{id}/export and archive,
// /commit.
#pragma once

#include "models/client/engineclient.h"

namespace quayside::client
{

// The whole file system as one tar. archive: open for writing; must outlive the call.
Call exportContainer(EngineClient &client, const std::string &id, QIODevice *archive, QObject *context,
                     EngineClient::OnBytes onReceived, Done<void> done);

// A file or folder of the container as a tar, whether it runs or not. archive: as for exportContainer().
Call downloadPath(EngineClient &client, const std::string &id, const std::string &path, QIODevice *archive,
                  QObject *context, EngineClient::OnBytes onReceived, Done<void> done);
// Whether the path is there, links followed: an error of kind NotFound where it is not.
Call findPath(EngineClient &client, const std::string &id, const std::string &path, QObject *context,
              Done<void> done);
// A tar is unpacked in a folder of the container. archive: open for reading; must outlive the call.
Call uploadTo(EngineClient &client, const std::string &id, const std::string &folder, QIODevice *archive,
              QObject *context, EngineClient::OnBytes onSent, Done<void> done);

struct Commit {
    std::string container;       // id
    std::string repository, tag; // empty: the image has no name
    std::string comment, author;
    bool pause = true;                // while the files are copied, so that they fit together
    std::vector<std::string> changes; // Dockerfile instructions
};
std::string commitTarget(const Commit &commit);
// The new image's id.
Call commit(EngineClient &client, const Commit &commit, QObject *context, Done<std::string> done);

} // namespace quayside::client
