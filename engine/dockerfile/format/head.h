// One instruction, without its here-documents, in the formatter's style.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <string>
#include <string_view>

namespace quayside::dockerfile
{

struct HeadStyle {
    char escape = '\\';
    bool posixShell = true; // what RUN's text is read by; the words of others aren't known
    std::string_view lineEnd = "\n";
};

// Without a final line end. `text` is the whole file.
[[nodiscard]] std::string formatHead(std::string_view text, const LineTable &lines, const Node &node,
                                     const HeadStyle &style);

} // namespace quayside::dockerfile
