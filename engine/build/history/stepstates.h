// A build's file of what its steps left: with it a step can be entered as long as its layers are there.
#pragma once

#include "engine/base/fd.h"
#include "engine/base/result.h"
#include "engine/images/content/imagerecord.h"

#include <set>
#include <string>
#include <vector>

namespace quayside::build
{

// A file system and configuration as they were after a step.
struct StepState {
    std::string document;                    // the image's configuration document, images::encodeDocument()
    std::vector<images::LayerRecord> layers; // bottom first
    std::vector<std::string> arguments;      // NAME=value: build arguments that its command would see
};

// Used by one thread at a time.
class StepStates
{
public:
    static constexpr std::size_t mostBytes = 8 << 20; // of a build; later steps are not kept

    explicit StepStates(std::string path) : m_path(std::move(path)) {}
    // False: it is not kept (too much, or the disk is full).
    bool add(int step, const StepState &state);

    // The last one of that step. NotFound: none was kept; Internal: the file is damaged.
    static Result<StepState> read(const std::string &path, int step);

private:
    std::string m_path;
    Fd m_file;
    std::set<std::string> m_layers; // that are in the file
    std::size_t m_size = 0;
};

} // namespace quayside::build
