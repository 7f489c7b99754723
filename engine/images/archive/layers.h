// One layer of an archive: from its blob into the store.
#pragma once

#include "engine/images/archive/archive.h"
#include "engine/images/archive/commits.h"

#include <set>

namespace quayside::images
{

// What an archive says of a layer.
struct LayerSource {
    int file = -1;          // borrowed; the blob, read from its start
    std::string digest;     // expected of the blob; empty: the archive doesn't say
    std::uint64_t size = 0; // expected, with digest
    std::string name;       // for messages
};

// Turns the layers of one image, bottom first, into layers of the store and blobs; those that are there are
// not unpacked again, but still verified. InvalidArgument where content and digest differ.
class LayerImport
{
public:
    LayerImport(const Workshop &workshop, const ProgressSink &progress)
        : m_workshop(workshop), m_progress(progress), m_commits(workshop, {})
    {
    }
    Result<LayerRecord> add(const LayerSource &source, const std::string &parent, const std::string &diffId);
    Result<> finish() { return m_commits.finish(); } // all of them are on the disk

private:
    Result<Unpacked> unpackInto(const LayerSource &source, storage::LayerDraft &draft,
                                const std::string &diffId);
    Result<LayerRecord> existing(const LayerSource &source, LayerRecord record);

    const Workshop &m_workshop;
    const ProgressSink &m_progress;
    Commits m_commits;
    std::set<std::string> m_added; // chain ids of those that went to m_commits
};

// {"status":…,"progressDetail":{"current":…,"total":…},"progress":"[==>  ] …","id":…} as docker's client
// shows it.
std::string progressLine(const std::string &status, const std::string &id, std::uint64_t current,
                         std::uint64_t total);
std::string streamLine(const std::string &text); // {"stream":…}

} // namespace quayside::images
