#include "engine/api/json.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace quayside::api
{

namespace
{

std::string lowered(const std::string &key)
{
    std::string low = key;
    for (char &c : low)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return low;
}

// Builds the document while it checks: nlohmann's own builder keeps the last of two equal keys and has no
// bound on depth.
class Builder : public nlohmann::json_sax<Json>
{
public:
    explicit Builder(const JsonLimits &limits) : m_limits(limits) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t &) override { return add(value); }
    bool string(string_t &value) override { return add(std::move(value)); }
    bool binary(binary_t &) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t &name) override
    {
        Level &level = m_levels.back();
        if (!level.keys.insert(m_limits.caseVariants ? name : lowered(name)).second)
            return refuse(std::format("the key {} comes twice", quotedJson(name)));
        level.key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string &, const nlohmann::detail::exception &) override
    {
        return refuse(std::format("syntax error at byte {}", position));
    }

    Json document;
    std::string problem;

private:
    struct Level {
        Json *container;
        std::string key;
        std::unordered_set<std::string> keys;
    };

    bool refuse(std::string why)
    {
        problem = std::move(why);
        return false;
    }

    template <typename T>
    Json *place(T &&value)
    {
        if (m_levels.empty()) {
            document = std::forward<T>(value);
            return &document;
        }
        Level &level = m_levels.back();
        if (level.container->is_array()) {
            level.container->emplace_back(std::forward<T>(value));
            return &level.container->back();
        }
        return &((*level.container)[level.key] = std::forward<T>(value));
    }

    template <typename T>
    bool add(T &&value)
    {
        place(std::forward<T>(value));
        return true;
    }

    bool open(Json empty)
    {
        if (m_levels.size() >= m_limits.depth)
            return refuse(std::format("deeper than {} levels", m_limits.depth));
        m_levels.push_back({place(std::move(empty)), {}, {}});
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        return true;
    }

    const JsonLimits &m_limits;
    std::vector<Level> m_levels;
};

// Length of the UTF-8 sequence at the start of `text`, 0 where it is none (overlong and surrogates included).
std::size_t sequenceLength(std::string_view text)
{
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    auto follows = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned char first = byte(0);
    if (first < 0x80)
        return 1;
    if (first >= 0xC2 && first < 0xE0)
        return follows(1) ? 2 : 0;
    if (first >= 0xE0 && first < 0xF0) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) >= 0xA0;
        return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first < 0xF5) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool beyond = first == 0xF4 && byte(1) >= 0x90;
        return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
    }
    return 0;
}

void appendEscape(std::string &out, unsigned char c)
{
    switch (c) {
    case '"':
        out += "\\\"";
        break;
    case '\\':
        out += "\\\\";
        break;
    case '\n':
        out += "\\n";
        break;
    case '\r':
        out += "\\r";
        break;
    case '\t':
        out += "\\t";
        break;
    default:
        out += std::format("\\u{:04x}", c);
    }
}

} // namespace

Result<Json> parseJson(std::string_view text, const JsonLimits &limits)
{
    if (text.size() > limits.bytes)
        return fail(ErrorKind::TooLarge, "JSON of {} bytes; at most {} are allowed", text.size(),
                    limits.bytes);
    if (text.contains('\0')) // nlohmann would take it for the end, another reader might not
        return fail(ErrorKind::InvalidArgument, "invalid JSON: a NUL byte");
    Builder builder(limits);
    if (!Json::sax_parse(text.begin(), text.end(), &builder))
        return fail(ErrorKind::InvalidArgument, "invalid JSON: {}", builder.problem);
    return std::move(builder.document);
}

void appendQuoted(std::string &out, std::string_view text)
{
    const auto plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\'; };
    out += '"';
    while (!text.empty()) {
        const auto run = static_cast<std::size_t>(std::ranges::find_if_not(text, plain) - text.begin());
        out.append(text.substr(0, run));
        text.remove_prefix(run);
        if (text.empty())
            break;
        const auto c = static_cast<unsigned char>(text.front());
        const std::size_t length = sequenceLength(text);
        if (length == 0)
            out += "\xEF\xBF\xBD";
        else if (c < 0x20 || c == '"' || c == '\\' || c == 0x7F)
            appendEscape(out, c);
        else
            out.append(text.substr(0, length));
        text.remove_prefix(length == 0 ? 1 : length);
    }
    out += '"';
}

std::string quotedJson(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 2);
    appendQuoted(out, text);
    return out;
}

} // namespace quayside::api
