#include "engine/dockerfile/parser/jsonarray.h"

namespace quayside::dockerfile
{

namespace
{

constexpr std::size_t deepest = 10'000; // as in Go

// Goes through a JSON text. Nesting is a stack of its own: what is written there must not use up ours.
class Scanner
{
public:
    Scanner(std::string_view text, Bounds bounds) : m_text(text.substr(0, bounds.end)), m_at(bounds.begin) {}

    std::size_t at() const { return m_at; }
    bool atEnd() const { return m_at == m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

    void space() { m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size()); }

    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    std::optional<std::string> string()
    {
        std::string out;
        if (!take('"'))
            return std::nullopt;
        while (!atEnd()) {
            const auto [c, size] = decode(m_text, m_at);
            m_at += size;
            if (c == '"')
                return out;
            if (c < ' ' || (c == '\\' && !escape(out)))
                return std::nullopt;
            if (c != '\\')
                append(out, c);
        }
        return std::nullopt;
    }

    // Any value but a container's inside.
    bool scalar()
    {
        if (peek() == '"')
            return string().has_value();
        for (const std::string_view word : {"true", "false", "null"})
            if (m_text.substr(m_at).starts_with(word)) {
                m_at += word.size();
                return true;
            }
        return number();
    }

private:
    bool escape(std::string &out)
    {
        static constexpr std::string_view names = "\"\\/bfnrt", characters = "\"\\/\b\f\n\r\t";
        const auto c = peek();
        if (c == 'u') {
            ++m_at;
            return unicodeEscape(out);
        }
        const auto found = atEnd() ? names.npos : names.find(c);
        if (found == names.npos)
            return false;
        out += characters[found];
        ++m_at;
        return true;
    }

    std::optional<char32_t> hex()
    {
        char32_t value = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            static constexpr std::string_view digits = "0123456789abcdef";
            const auto digit =
                digits.find(peek() >= 'A' && peek() <= 'F' ? static_cast<char>(peek() + 32) : peek());
            if (atEnd() || digit == digits.npos)
                return std::nullopt;
            value = value * 16 + static_cast<char32_t>(digit);
        }
        return value;
    }

    // A surrogate without its other half becomes U+FFFD.
    bool unicodeEscape(std::string &out)
    {
        auto unit = hex();
        if (!unit)
            return false;
        if (*unit >= 0xd800 && *unit < 0xdc00 && m_text.substr(m_at).starts_with("\\u")) {
            const auto back = m_at;
            m_at += 2;
            const auto low = hex();
            if (!low)
                return false;
            if (*low >= 0xdc00 && *low < 0xe000)
                unit = 0x10000 + ((*unit - 0xd800) << 10) + (*low - 0xdc00);
            else
                m_at = back;
        }
        append(out, *unit);
        return true;
    }

    bool digits()
    {
        const auto begin = m_at;
        m_at = std::min(m_text.find_first_not_of("0123456789", m_at), m_text.size());
        return m_at > begin;
    }

    bool number()
    {
        take('-');
        if (!take('0') && !digits())
            return false;
        if (take('.') && !digits())
            return false;
        if (!take('e') && !take('E'))
            return true;
        if (!take('+'))
            take('-');
        return digits();
    }

    std::string_view m_text;
    std::size_t m_at;
};

// A value that is no string, however deep: whether it is well-formed.
class ValueCheck
{
public:
    explicit ValueCheck(Scanner &scanner) : m_scanner(scanner) {}

    bool run()
    {
        while (value()) {
            if (!after())
                return false;
            if (m_open.empty())
                return true;
        }
        return false;
    }

private:
    // Up to the end of a scalar, or of an empty container.
    bool value()
    {
        for (;;) {
            m_scanner.space();
            const auto c = m_scanner.peek();
            if (c != '[' && c != '{')
                return m_scanner.scalar();
            m_scanner.take(c);
            // 1: the array that this value is in.
            if (m_open.size() + 1 >= deepest)
                return false;
            m_scanner.space();
            if (m_scanner.take(c == '[' ? ']' : '}'))
                return true;
            m_open += c;
            if (c == '{' && !key())
                return false;
        }
    }

    bool key()
    {
        m_scanner.space();
        if (!m_scanner.string())
            return false;
        m_scanner.space();
        return m_scanner.take(':');
    }

    // What closes behind a value, up to the next one or the end of all.
    bool after()
    {
        while (!m_open.empty()) {
            m_scanner.space();
            if (m_scanner.take(','))
                return m_open.back() == '[' || key();
            if (!m_scanner.take(m_open.back() == '[' ? ']' : '}'))
                return false;
            m_open.pop_back();
        }
        return true;
    }

    Scanner &m_scanner;
    std::string m_open;
};

} // namespace

JsonArray parseJsonArray(std::string_view text, Bounds bounds)
{
    JsonArray array{JsonArray::Kind::Strings, {}};
    Scanner scanner(text, bounds);
    const auto closed = [&] {
        scanner.space();
        return scanner.atEnd();
    };
    if (!scanner.take('['))
        return {};
    scanner.space();
    if (scanner.take(']'))
        return closed() ? array : JsonArray{};
    do {
        scanner.space();
        const auto begin = scanner.at();
        if (scanner.peek() == '"') {
            auto string = scanner.string();
            if (!string)
                return {};
            array.strings.push_back({*std::move(string), {begin, scanner.at()}});
        } else {
            if (!ValueCheck(scanner).run())
                return {};
            array.kind = JsonArray::Kind::OtherToo;
        }
        scanner.space();
    } while (scanner.take(','));
    return scanner.take(']') && closed() ? array : JsonArray{};
}

} // namespace quayside::dockerfile
