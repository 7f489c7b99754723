#include "engine/dockerfile/structure/arguments.h"

#include <array>

namespace quayside::dockerfile
{

namespace
{

constexpr std::array<std::string_view, 5> platformParts{"PLATFORM", "OS", "OSVERSION", "ARCH", "VARIANT"};
constexpr std::string_view defaultPlatform = "linux/amd64";
constexpr std::size_t longestValue = 1024; // of an ARG that is worth looking at: an image's name

std::string partOf(std::string_view platform, std::string_view part)
{
    const auto slash = platform.find('/');
    const auto rest = slash == platform.npos ? std::string_view() : platform.substr(slash + 1);
    if (part == "PLATFORM")
        return std::string(platform);
    if (part == "OS")
        return std::string(platform.substr(0, slash));
    if (part == "ARCH")
        return std::string(rest.substr(0, rest.find('/')));
    if (part == "VARIANT" && rest.contains('/'))
        return std::string(rest.substr(rest.find('/') + 1));
    return {};
}

} // namespace

Environment platformArguments(const std::string &platform)
{
    const auto target = platform.empty() ? defaultPlatform : std::string_view(platform);
    Environment result{{"TARGETSTAGE", ""}};
    for (const auto part : platformParts) {
        result.emplace("BUILD" + std::string(part), partOf(defaultPlatform, part));
        result.emplace("TARGET" + std::string(part), partOf(target, part));
    }
    return result;
}

GlobalArguments globalArguments(const Structure &structure, const std::string &platform,
                                const Environment &given)
{
    GlobalArguments result{platformArguments(platform), {}};
    for (const auto &[name, value] : result.values)
        result.names.insert(name);
    for (const auto &step : structure.steps) {
        if (step.stage >= 0)
            break;
        if (!step.is("arg"))
            continue;
        for (const auto &word : step.node->words) {
            const auto equals = word.text.find('=');
            auto name = word.text.substr(0, equals);
            if (const auto value = given.find(name); value != given.end()) {
                result.values.insert_or_assign(name, value->second);
            } else if (equals != std::string::npos) {
                auto expanded = expand(std::string_view(word.text).substr(equals + 1), result.values,
                                       {.escape = structure.tree.escape});
                if (expanded && expanded->text.size() <= longestValue)
                    result.values.insert_or_assign(name, expanded->text);
            }
            result.names.insert(std::move(name));
        }
    }
    return result;
}

} // namespace quayside::dockerfile
