// What only our engine does with volumes (feature "volume-archive"): a volume's files as an archive, copies.
// As all calls: see engineclient.h. Source: docs/extensions.md.
#pragma once

#include "models/client/engineclient.h"

namespace quayside::client
{

// compression: "none", "gzip" or "zstd". The archive goes to `archive`, open for writing.
Call exportVolume(EngineClient &client, const std::string &name, const std::string &compression,
                  QIODevice *archive, QObject *context, EngineClient::OnBytes onReceived, Done<void> done);

struct VolumeImport {
    std::string name;
    bool create = false;  // a new volume
    bool replace = false; // what is in it goes
};
Call importVolume(EngineClient &client, const VolumeImport &import, QIODevice *archive, QObject *context,
                  EngineClient::OnBytes onSent, Done<void> done);

Call cloneVolume(EngineClient &client, const std::string &name, const std::string &newName, QObject *context,
                 EngineClient::OnProgress onProgress, Done<void> done);

} // namespace quayside::client
