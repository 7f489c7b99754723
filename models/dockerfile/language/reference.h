// The words of the language: instructions, their flags, the keys of --mount, directives. In our own words,
// each with its form, an example and the page that has all of it. BuildKit's stable syntax
// (https://docs.docker.com/reference/dockerfile/).
#pragma once

#include <QString>

#include <span>
#include <string>
#include <string_view>

namespace quayside::models::language
{

// Texts are to be translated by DockerfileLanguage::tr(); forms and examples are code.
struct InstructionInfo {
    std::string_view keyword; // upper case
    std::string_view form;
    const char *summary;
    std::string_view example;
    std::string_view anchor; // of the reference page
};

struct FlagInfo {
    std::string_view instruction; // upper case
    std::string_view name;        // "from"
    std::string_view form;        // "--from=STAGE|IMAGE"
    const char *summary;
    std::string_view example;
    bool boolean = false; // needs no value
    bool repeats = false;
    std::string_view values; // that it can have, with "," between; empty: any
};

struct MountKeyInfo {
    std::string_view types; // "bind,cache": which mounts have it; empty: all
    std::string_view name;
    std::string_view form; // "target=PATH"
    const char *summary;
    std::string_view values;
    bool bare = false; // needs no value
};

struct DirectiveInfo {
    std::string_view name;
    std::string_view form;
    const char *summary;
    std::string_view example;
    std::string_view anchor;
};

[[nodiscard]] std::span<const InstructionInfo> instructionInfos();
[[nodiscard]] std::span<const FlagInfo> flagInfos();
[[nodiscard]] std::span<const MountKeyInfo> mountKeyInfos();
[[nodiscard]] std::span<const DirectiveInfo> directiveInfos();

// Null where there is none. Keywords in any case.
[[nodiscard]] const InstructionInfo *instructionInfo(std::string_view keyword);
[[nodiscard]] const FlagInfo *flagInfo(std::string_view keyword, std::string_view name);
[[nodiscard]] const MountKeyInfo *mountKeyInfo(std::string_view type, std::string_view name);
[[nodiscard]] const DirectiveInfo *directiveInfo(std::string_view name);
// "src" → "source": the key that another name stands for; the name itself where it is none.
[[nodiscard]] std::string_view mountKeyOf(std::string_view name);

[[nodiscard]] QString referenceUrl(std::string_view anchor);

} // namespace quayside::models::language
