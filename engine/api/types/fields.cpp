#include "engine/api/types/fields.h"

#include <algorithm>

namespace quayside::api
{

namespace
{

bool sameButCase(std::string_view a, std::string_view b)
{
    auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::ranges::equal(a, b, [&](char x, char y) { return low(x) == low(y); });
}

} // namespace

// Two keys that would both be this field are refused: one program would act on the one, another on the other.
const Json *Reader::find(std::string_view name)
{
    if (!m_problem.empty())
        return nullptr;
    const Json *found = nullptr;
    for (const auto &[key, value] : m_object.get_ref<const Json::object_t &>()) {
        if (key.size() != name.size() || !sameButCase(key, name))
            continue;
        if (found) {
            m_problem = std::format("{} comes twice, in different case", join(name));
            return nullptr;
        }
        found = &value;
    }
    return found && !found->is_null() ? found : nullptr;
}

bool Reader::expect(bool condition, std::string_view wanted, const Json &json, const std::string &path)
{
    if (!condition && m_problem.empty())
        m_problem = std::format("{}: expected {}, got {} {}", path.empty() ? "the document" : path, wanted,
                                json.is_array() || json.is_object() ? "an" : "a", json.type_name());
    return m_problem.empty();
}

// A NUL would end the text early for the kernel and not for us.
const std::string &Reader::checked(const std::string &text, const std::string &path)
{
    if (text.find('\0') != std::string::npos && m_problem.empty())
        m_problem = std::format("{} contains a NUL character", path);
    return text;
}

std::string Reader::join(std::string_view name) const
{
    return m_path.empty() ? std::string(name) : std::format("{}.{}", m_path, name);
}

void Reader::get(const Json &json, std::string &value, const std::string &path)
{
    if (expect(json.is_string(), "a string", json, path))
        value = checked(json.get_ref<const std::string &>(), path);
}

void Reader::get(const Json &json, std::int64_t &value, const std::string &path)
{
    const bool fits =
        json.is_number_integer() && !(json.is_number_unsigned() && json.get<std::uint64_t>() > INT64_MAX);
    if (expect(fits, "an integer of at most 64 bits", json, path))
        value = json.get<std::int64_t>();
}

void Reader::get(const Json &json, bool &value, const std::string &path)
{
    if (expect(json.is_boolean(), "true or false", json, path))
        value = json.get<bool>();
}

void Reader::get(const Json &json, double &value, const std::string &path)
{
    if (expect(json.is_number(), "a number", json, path))
        value = json.get<double>();
}

void Reader::get(const Json &json, std::set<std::string> &values, const std::string &path)
{
    if (!expect(json.is_object(), "an object", json, path))
        return;
    values.clear();
    for (const auto &[key, element] : json.items()) {
        expect(element.is_null() || element.is_object(), "an empty object", element, path);
        values.insert(checked(key, path));
    }
}

Result<Json> parseDocument(std::string_view json)
{
    return parseJson(json, {.bytes = 64 * 1024 * 1024, .caseVariants = true});
}

} // namespace quayside::api
