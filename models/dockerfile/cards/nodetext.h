// Places and pieces of one instruction in the text: what reading and writing its fields share.
#pragma once

#include "models/dockerfile/cards/form.h"

#include <optional>

namespace quayside::models
{

// A word of a list: its bytes, and the value that they stand for.
struct Token {
    std::size_t begin = 0, end = 0;
    std::string value;
};

class NodeText
{
public:
    NodeText(const DockerfileSnapshot &snapshot, const dockerfile::Node &node)
        : m_snapshot(snapshot), m_node(node)
    {
    }

    [[nodiscard]] const dockerfile::Node &node() const { return m_node; }
    [[nodiscard]] const std::string &text() const { return m_snapshot.text; }
    [[nodiscard]] char escape() const { return m_snapshot.parsed.tree.escape; }
    [[nodiscard]] std::size_t offset(dockerfile::Position place) const
    {
        return m_snapshot.lines.offset(place);
    }
    [[nodiscard]] dockerfile::Range range(std::size_t begin, std::size_t end) const
    {
        return {m_snapshot.lines.position(begin), m_snapshot.lines.position(end)};
    }
    [[nodiscard]] std::string bytes(const Token &token) const
    {
        return m_snapshot.text.substr(token.begin, token.end - token.begin);
    }

    // Behind the keyword and its flags.
    [[nodiscard]] std::size_t anchor() const;
    [[nodiscard]] std::size_t headEnd() const { return offset(m_node.head.end); }
    // Where the command begins (HEALTHCHECK: behind CMD); the array's bracket where it is one. Nothing where
    // there is no command.
    [[nodiscard]] std::optional<std::size_t> commandBegin() const;

    [[nodiscard]] const dockerfile::Word *flag(std::string_view name) const; // the first of that name
    [[nodiscard]] static std::string flagValue(const dockerfile::Word &flag);

    [[nodiscard]] std::string valueOf(const std::string &word) const; // as it is written where it has none
    [[nodiscard]] std::vector<Token> words(bool quoted) const;
    [[nodiscard]] std::vector<Token> pairs() const; // of ENV, LABEL, ARG
    [[nodiscard]] CommandText command() const;
    // The lines of the head from `begin` on, without what joins them.
    [[nodiscard]] std::string joinedLines(std::size_t begin) const;

private:
    const DockerfileSnapshot &m_snapshot;
    const dockerfile::Node &m_node;
};

} // namespace quayside::models
