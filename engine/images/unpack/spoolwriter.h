// Writes the files of a docker-archive or an OCI layout: content only.
#pragma once

#include "engine/images/unpack/folders.h"
#include "engine/images/unpack/tar.h"

namespace quayside::images
{

// Regular files, folders and links; 0600 and 0700 of root. A name that comes twice is refused: which of the
// two counts is what two readers may disagree on.
class SpoolWriter : public EntryWriter
{
public:
    explicit SpoolWriter(int root) : m_folders(root) {}
    Result<> write(const std::string &name, archive_entry *entry, TarReader &data) override;
    Result<> finish() override { return {}; }

private:
    Result<> writeHardLink(int parent, const std::string &base, std::string_view target);

    Folders m_folders;
};

} // namespace quayside::images
