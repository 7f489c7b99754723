#include "engine/images/registry/challenge.h"

#include <algorithm>
#include <cctype>
#include <optional>

namespace quayside::images
{
namespace
{

constexpr std::size_t mostChallenges = 8, mostParameters = 16;

bool isTokenCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("!#$%&'*+-.^_`|~").contains(c);
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    void skip(std::string_view characters)
    {
        while (!atEnd() && characters.contains(m_text[m_at]))
            ++m_at;
    }
    bool take(char c)
    {
        if (atEnd() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }
    std::string token()
    {
        const std::size_t start = m_at;
        while (!atEnd() && isTokenCharacter(m_text[m_at]))
            ++m_at;
        return std::string(m_text.substr(start, m_at - start));
    }
    // A token, or a string in quotes. Nothing: the quotes are not closed.
    std::optional<std::string> value()
    {
        if (!take('"'))
            return token();
        std::string text;
        while (!atEnd()) {
            char c = m_text[m_at++];
            if (c == '"')
                return text;
            if (c == '\\' && !atEnd())
                c = m_text[m_at++];
            text += c;
        }
        return std::nullopt;
    }
    // name=value with blanks around '='. Nothing, and nothing read: something else stands here.
    std::optional<std::pair<std::string, std::string>> parameter()
    {
        const std::size_t start = m_at;
        std::string name = lower(token());
        skip(" \t");
        if (!name.empty() && take('=')) {
            skip(" \t");
            if (auto text = value())
                return std::pair(std::move(name), *std::move(text));
            m_at = m_text.size(); // what comes behind cannot be told apart
            return std::nullopt;
        }
        m_at = start;
        return std::nullopt;
    }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

std::vector<Challenge> parseChallenges(std::string_view header)
{
    std::vector<Challenge> challenges;
    Reader reader(header);
    for (reader.skip(" \t,"); !reader.atEnd() && challenges.size() < mostChallenges; reader.skip(" \t,")) {
        Challenge challenge{.scheme = lower(reader.token()), .parameters = {}};
        if (challenge.scheme.empty())
            break;
        for (reader.skip(" \t"); challenge.parameters.size() < mostParameters; reader.skip(" \t,")) {
            auto parameter = reader.parameter();
            if (!parameter)
                break;
            challenge.parameters.insert(*std::move(parameter));
        }
        challenges.push_back(std::move(challenge));
    }
    return challenges;
}

} // namespace quayside::images
