// "# escape=`" and its like in the first lines of a file.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <optional>
#include <string>

namespace quayside::dockerfile
{

class DirectiveParser
{
public:
    // For each line from the top, without what leads it and without its end; `at` is where it begins. A
    // directive, or none; an error where one is there twice.
    Parsed<std::optional<Directive>> take(std::string_view line, Position at);
    // No directive can follow.
    bool done() const { return m_done; }
    void stop() { m_done = true; }

private:
    std::vector<std::string> m_seen;
    bool m_done = false;
};

} // namespace quayside::dockerfile
