#include "engine/api/types/filters.h"

#include "engine/api/json.h"

#include <algorithm>

namespace quayside::api
{

namespace
{

bool labelMatches(const std::map<std::string, std::string> &labels, std::string_view wanted)
{
    const std::size_t equals = wanted.find('=');
    const auto label = labels.find(std::string(wanted.substr(0, equals)));
    if (label == labels.end())
        return false;
    return equals == std::string_view::npos || label->second == wanted.substr(equals + 1);
}

void add(std::vector<std::string> &values, const std::string &value)
{
    if (std::ranges::find(values, value) == values.end())
        values.push_back(value);
}

Result<std::vector<std::string>> valuesOf(const std::string &name, const Json &json)
{
    std::vector<std::string> values;
    const auto wrong = [&] { return fail(ErrorKind::InvalidArgument, "invalid filter '{}'", name); };
    if (json.size() > 1000)
        return wrong();
    if (json.is_array()) {
        for (const Json &value : json) {
            if (!value.is_string())
                return wrong();
            add(values, value.get<std::string>());
        }
    } else if (json.is_object()) {
        for (const auto &[value, wanted] : json.items()) {
            if (!wanted.is_boolean())
                return wrong();
            if (wanted.get<bool>())
                add(values, value);
        }
    } else {
        return wrong();
    }
    return values;
}

} // namespace

const std::vector<std::string> &Filters::of(const std::string &name) const
{
    static const std::vector<std::string> none;
    const auto found = values.find(name);
    return found == values.end() ? none : found->second;
}

bool Filters::matches(const std::string &name, const std::string &value) const
{
    const auto &wanted = of(name);
    return wanted.empty() || std::ranges::find(wanted, value) != wanted.end();
}

bool Filters::matchesLabels(const std::map<std::string, std::string> &labels) const
{
    return std::ranges::all_of(of("label"),
                               [&](const auto &wanted) { return labelMatches(labels, wanted); }) &&
           std::ranges::none_of(of("label!"),
                                [&](const auto &wanted) { return labelMatches(labels, wanted); });
}

Result<> Filters::allow(std::initializer_list<std::string_view> known) const
{
    for (const auto &[name, wanted] : values)
        if (std::ranges::find(known, name) == known.end())
            return fail(ErrorKind::InvalidArgument, "invalid filter '{}'", name);
    return {};
}

Result<bool> Filters::flag(const std::string &name, bool otherwise) const
{
    const auto &wanted = of(name);
    if (wanted.empty())
        return otherwise;
    auto is = [&](std::initializer_list<std::string_view> words) {
        return std::ranges::find(words, wanted.front()) != words.end();
    };
    if (wanted.size() == 1 && is({"1", "true", "True", "TRUE", "t", "T"}))
        return true;
    if (wanted.size() == 1 && is({"0", "false", "False", "FALSE", "f", "F"}))
        return false;
    return fail(ErrorKind::InvalidArgument, "invalid filter '{}={}': expected true or false", name,
                wanted.front());
}

std::string encode(const Filters &filters)
{
    Json json = Json::object();
    for (const auto &[name, values] : filters.values)
        json[name] = values;
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <>
Result<Filters> decode(std::string_view json)
{
    Filters filters;
    if (json.empty())
        return filters;
    TRY(const Json document, parseJson(json, {.bytes = 64 * 1024, .depth = 3, .caseVariants = true}));
    if (document.is_null())
        return filters;
    if (!document.is_object())
        return fail(ErrorKind::InvalidArgument, "invalid filters: expected an object, got {}",
                    document.type_name());
    for (const auto &[name, wanted] : document.items()) {
        TRY(auto values, valuesOf(name, wanted));
        filters.values[name] = std::move(values);
    }
    return filters;
}

} // namespace quayside::api
