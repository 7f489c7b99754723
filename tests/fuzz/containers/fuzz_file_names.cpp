// Names that a client or an archive chooses, on their way to openat2: what comes out can lead nowhere but
// down. (The archive itself goes through the reader that fuzz_unpack feeds.)
#include "engine/containers/files/extract.h"
#include "engine/containers/files/paths.h"
#include "engine/containers/files/request.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace quayside::containers::files;

namespace
{

// "a/b/c": no part that is empty, "." or "..".
bool leadsDown(std::string_view name)
{
    while (!name.empty()) {
        const std::string_view part = name.substr(0, name.find('/'));
        if (part.empty() || part == "." || part == "..")
            return false;
        name.remove_prefix(std::min(name.size(), part.size() + 1));
    }
    return true;
}

void check(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view raw(reinterpret_cast<const char *>(data), size);
    static quayside::images::WriteBehind behind([] { return quayside::Result<>(); });
    FolderWriter writer(-1, {}, behind);
    if (const auto name = writer.nameOf(raw, 64)) {
        check(leadsDown(*name) && !name->ends_with('/'));
        const auto again = writer.nameOf(*name, 64);
        check(again && *again == *name);
    }
    const std::string path = absolutePath(raw);
    check(path.starts_with('/') && absolutePath(path) == path);
    std::string_view below = std::string_view(path).substr(1);
    if (below.ends_with("/.") || below == ".")
        below.remove_suffix(below.size() > 1 ? 2 : 1);
    else if (below.ends_with('/'))
        below.remove_suffix(1);
    check(leadsDown(below) && !baseName(path).empty());

    FilesRequest request{.act = Act::Pack, .path = path};
    auto words = wordsOf(request);
    std::vector<char *> argv;
    for (auto &word : words)
        argv.push_back(word.data());
    const auto read = parseWords(argv);
    check(read.has_value() && (raw.contains('\0') || read->path == path));
    return 0;
}
