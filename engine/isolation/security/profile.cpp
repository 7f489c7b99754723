#include "engine/isolation/security/profile.h"

#include <nlohmann/json.hpp>

namespace quayside::isolation::security
{
namespace
{

using Json = nlohmann::json;

constexpr std::size_t maxRules = 4096, maxNames = 1024, maxArguments = 6;

// Collects the first thing that is wrong; reading goes on with defaults.
class Input
{
public:
    [[nodiscard]] const std::string &problem() const { return m_problem; }
    void complain(std::string text)
    {
        if (m_problem.empty())
            m_problem = std::move(text);
    }

    // The value at `key`; null and absent are the same.
    const Json *at(const Json &object, const char *key)
    {
        if (!object.is_object()) {
            complain("an object was expected");
            return nullptr;
        }
        const auto found = object.find(key);
        return found == object.end() || found->is_null() ? nullptr : &*found;
    }
    std::string text(const Json &object, const char *key)
    {
        const Json *value = at(object, key);
        if (value != nullptr && !value->is_string())
            complain(std::format("{} must be a string", key));
        return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
    }
    std::uint64_t number(const Json &object, const char *key)
    {
        const Json *value = at(object, key);
        if (value != nullptr && !value->is_number_unsigned())
            complain(std::format("{} must be a number that is not negative", key));
        return value != nullptr && value->is_number_unsigned() ? value->get<std::uint64_t>() : 0;
    }
    const Json &list(const Json &object, const char *key, std::size_t most)
    {
        static const Json none = Json::array();
        const Json *value = at(object, key);
        if (value == nullptr)
            return none;
        if (value->is_array() && value->size() <= most)
            return *value;
        complain(std::format("{} must be a list of at most {}", key, most));
        return none;
    }
    std::vector<std::string> texts(const Json &object, const char *key)
    {
        std::vector<std::string> result;
        for (const Json &item : list(object, key, maxNames)) {
            if (!item.is_string())
                complain(std::format("{} must be a list of strings", key));
            else
                result.push_back(item.get<std::string>());
        }
        return result;
    }
    std::optional<unsigned> errnoValue(const Json &object, const char *key)
    {
        if (at(object, key) == nullptr)
            return std::nullopt;
        const std::uint64_t value = number(object, key);
        if (value > 4095) // MAX_ERRNO
            complain(std::format("{} {} is no error number", key, value));
        return static_cast<unsigned>(std::min<std::uint64_t>(value, 4095));
    }

private:
    std::string m_problem;
};

RuleFilter readFilter(Input &input, const Json &rule, const char *key)
{
    const Json *filter = input.at(rule, key);
    if (filter == nullptr)
        return {};
    return {input.texts(*filter, "caps"), input.texts(*filter, "arches"), input.text(*filter, "minKernel")};
}

SyscallRule readRule(Input &input, const Json &json)
{
    SyscallRule rule;
    rule.names = input.texts(json, "names");
    if (const std::string name = input.text(json, "name"); !name.empty()) // the form of old profiles
        rule.names.push_back(name);
    rule.action = input.text(json, "action");
    rule.errnoRet = input.errnoValue(json, "errnoRet");
    for (const Json &argument : input.list(json, "args", maxArguments)) {
        const std::uint64_t index = input.number(argument, "index");
        if (index > 5)
            input.complain(std::format("a system call has no argument {}", index));
        rule.args.push_back({static_cast<unsigned>(std::min<std::uint64_t>(index, 5)),
                             input.number(argument, "value"), input.number(argument, "valueTwo"),
                             input.text(argument, "op")});
    }
    rule.includes = readFilter(input, json, "includes");
    rule.excludes = readFilter(input, json, "excludes");
    if (rule.names.empty())
        input.complain("a rule names no system call");
    return rule;
}

std::vector<std::string> readArchitectures(Input &input, const Json &json, std::string_view native)
{
    std::vector<std::string> architectures = input.texts(json, "architectures");
    const Json &map = input.list(json, "archMap", 64);
    if (!architectures.empty() && !map.empty())
        input.complain("use either architectures or archMap");
    for (const Json &entry : map) {
        if (input.text(entry, "architecture") == native)
            architectures = input.texts(entry, "subArchitectures");
    }
    return architectures;
}

} // namespace

Result<Profile> parseProfile(std::string_view json, std::string_view nativeArchitecture)
{
    if (json.size() > maxProfileBytes)
        return fail(ErrorKind::TooLarge, "a seccomp profile may have at most {} bytes", maxProfileBytes);
    // Ours is ten levels deep at most; a deeper one is nonsense, and costs stack.
    constexpr int maxDepth = 16;
    bool tooDeep = false;
    const Json document = Json::parse(
        json,
        [&](int depth, Json::parse_event_t, Json &) {
            tooDeep = tooDeep || depth > maxDepth;
            return !tooDeep;
        },
        false);
    if (document.is_discarded() || tooDeep || !document.is_object())
        return fail(ErrorKind::InvalidArgument, "the seccomp profile is not a JSON object");
    Input input;
    Profile profile;
    profile.defaultAction = input.text(document, "defaultAction");
    profile.defaultErrnoRet = input.errnoValue(document, "defaultErrnoRet");
    profile.architectures = readArchitectures(input, document, nativeArchitecture);
    for (const Json &rule : input.list(document, "syscalls", maxRules))
        profile.syscalls.push_back(readRule(input, rule));
    if (!input.problem().empty())
        return fail(ErrorKind::InvalidArgument, "the seccomp profile is wrong: {}", input.problem());
    return profile;
}

} // namespace quayside::isolation::security
