// Calls that look around in a container's or a volume's files and change one thing at a time.
// As all calls: see engineclient.h. Our engine only: the features "container-files" and "volume-files" of
// docs/extensions.md. Paths are coded: codePath() of imagecontents.h.
#pragma once

#include "engine/api/types/files.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

struct FilesOf {
    std::string id; // of a container, or the name of a volume
    bool volume = false;
    bool operator==(const FilesOf &) const = default;
};

struct ListFiles {
    std::string codedPath, text; // text: only names that have it in them
};
Call listFiles(EngineClient &client, const FilesOf &of, const ListFiles &wanted, QObject *context,
               Done<api::FileFolder> done);

// file: open for writing; must outlive the call. The answer is the version that was read.
Call readFile(EngineClient &client, const FilesOf &of, const std::string &codedPath, QIODevice *file,
              QObject *context, EngineClient::OnBytes onReceived, Done<std::string> done);
// Replaces the file, or makes it. version: what it must still be (isOutdated() of the error says that it is
// not), "none": it must not be there; "": whatever is there. content: open for reading; must outlive the
// call. The answer is the new version.
Call putFile(EngineClient &client, const FilesOf &of, const std::string &codedPath,
             const std::string &version, QIODevice *content, QObject *context, EngineClient::OnBytes onSent,
             Done<std::string> done);
Call editFiles(EngineClient &client, const FilesOf &of, const api::FileEdit &edit, QObject *context,
               Done<void> done);

// 412: somebody else has changed what was to be replaced.
inline bool isOutdated(const Error &error)
{
    return error.kind == ErrorKind::Conflict && error.errnum == ESTALE;
}

} // namespace quayside::client
