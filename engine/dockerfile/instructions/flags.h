// The flags of an instruction, against those that it has.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace quayside::dockerfile
{

class FlagSet
{
public:
    enum class Kind {
        Boolean, // --name, --name=true, --name=false
        Text,    // --name=value
        Texts,   // the same, several times
    };
    struct Definition {
        std::string_view name;
        Kind kind = Kind::Text;
    };

    // Errors: a flag that is unknown, twice there or without its value.
    [[nodiscard]] static Parsed<FlagSet> parse(const std::vector<Word> &flags,
                                               std::initializer_list<Definition> definitions);

    // The value of a flag that is there; its place is the whole flag's.
    std::optional<Word> text(std::string_view name) const;
    std::vector<Word> texts(std::string_view name) const;
    std::optional<bool> boolean(std::string_view name) const;

private:
    struct Flag {
        std::string_view name;
        Word value;
    };
    std::vector<Flag> m_flags;
};

} // namespace quayside::dockerfile
