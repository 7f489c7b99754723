// One instruction, in one line, to a node: what each keyword expects behind itself.
#pragma once

#include "engine/dockerfile/parser/joinedline.h"
#include "engine/dockerfile/parser/tree.h"

namespace quayside::dockerfile
{

class LineParser
{
public:
    LineParser(const JoinedLine &line, char escape) : m_line(line), m_escape(escape) {}

    // Keyword, flags and words; what surrounds the line (ranges, comments, here-documents) is left to the
    // caller.
    Parsed<Node> parse(Bounds bounds);

    // "<<EOF" in the line: here-documents that are still without content.
    std::vector<Heredoc> heredocs() const;

private:
    using Rule = Parsed<void> (LineParser::*)(Node &, Bounds);
    static Rule ruleOf(std::string_view keyword);

    Parsed<void> whole(Node &node, Bounds rest);
    Parsed<void> words(Node &node, Bounds rest);
    Parsed<void> quotedWords(Node &node, Bounds rest);
    Parsed<void> assignments(Node &node, Bounds rest);
    Parsed<void> textOrArray(Node &node, Bounds rest);
    Parsed<void> wordsOrArray(Node &node, Bounds rest);
    Parsed<void> healthcheck(Node &node, Bounds rest);
    Parsed<void> trigger(Node &node, Bounds rest);
    Parsed<void> nothing(Node &node, Bounds rest);

    Parsed<bool> array(Node &node, Bounds rest) const;
    std::unexpected<ParseError> error(Bounds where, std::string message) const;

    const JoinedLine &m_line;
    char m_escape;
    int m_depth = 0;
};

// Whether content of here-documents can follow this instruction.
[[nodiscard]] bool mayHaveHeredocs(const Node &node);

} // namespace quayside::dockerfile
