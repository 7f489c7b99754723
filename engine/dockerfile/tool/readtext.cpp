#include "engine/dockerfile/parser/parser.h"
#include "engine/dockerfile/tool/subcommand.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <print>

namespace quayside::dockerfile::tool
{

Result<std::string> readText(const std::string &file)
{
    const auto close = [](std::FILE *stream) { return stream == stdin ? 0 : std::fclose(stream); };
    const std::unique_ptr<std::FILE, decltype(close)> stream(file == "-" ? stdin
                                                                         : std::fopen(file.c_str(), "rbe"));
    if (!stream)
        return failErrno(errno, "reading {}", file);
    std::string text;
    std::array<char, 65536> buffer;
    while (text.size() <= mostText) {
        const auto size = std::fread(buffer.data(), 1, buffer.size(), stream.get());
        text.append(buffer.data(), size);
        if (size < buffer.size())
            break;
    }
    if (std::ferror(stream.get()) != 0)
        return failErrno(errno, "reading {}", file);
    return text;
}

void complain(std::string_view message)
{
    std::println(stderr, "quayside-dockerfile: {}", message);
}

} // namespace quayside::dockerfile::tool
