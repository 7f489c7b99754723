// Fields back into the text: one instruction's. For fieldedit.cpp and its parts only.
#pragma once

#include "models/dockerfile/cards/cardtext.h"
#include "models/dockerfile/cards/edits.h"
#include "models/dockerfile/cards/nodetext.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::models
{

[[nodiscard]] inline std::unexpected<Error> refuse(const QString &sentence)
{
    return fail(ErrorKind::InvalidArgument, "{}", sentence.toStdString());
}

[[nodiscard]] std::vector<std::string> linesOf(std::string_view text);
[[nodiscard]] std::string withoutTrailingBlanks(std::string_view line);
// The value of a flag: quotes group there, and an escape takes what follows as it is.
[[nodiscard]] std::string flagBytes(const std::string &value, char escape);

class FieldWriter
{
public:
    using Edits = std::vector<dockerfile::Edit>;

    FieldWriter(const DockerfileSnapshot &snapshot, std::size_t index)
        : m_snapshot(snapshot), m_index(index), m_text(snapshot, snapshot.parsed.tree.nodes[index]),
          m_lineEnd(lineEndOf(snapshot.text)), m_form(formOf(snapshot, m_text.node()))
    {
    }

    Result<Edits> write(const Field &field);

private:
    // A value as bytes of the file; `old` is what stands at its place, null where nothing does.
    using Encoder = std::function<std::optional<std::string>(const std::string &value, const Token *old)>;

    static bool hasLineBreak(const Field &field);
    Result<Edits> editsFor(const Field &field, const Field &old);
    Result<Edits> name(const Field &field);
    Result<Edits> stageName(const dockerfile::Word &word, const std::string &name) const;
    static bool isOtherName(const std::vector<std::string> &list, const std::vector<std::string> &old);
    Result<Edits> argumentName(const Field &field, const Field &old);
    Result<Edits> none(const Field &field);
    Result<Edits> flagEdit(const Field &field);
    Result<Edits> flagList(const Field &field);
    Result<Edits> onlyWord(const Field &field, bool quoted);
    Result<Edits> words(const std::vector<std::string> &values, bool quoted);
    Result<Edits> array(const std::vector<Token> &tokens, const std::vector<std::string> &values);
    Result<Edits> pairs(const Field &field);
    std::optional<std::string> pair(const std::string &value, const Token *old) const;
    Result<Edits> tokens(const std::vector<Token> &old, const std::vector<std::string> &values,
                         std::size_t anchor, const Encoder &encode, bool all = false);
    Result<Edits> command(const CommandText &wanted);
    Result<Edits> scriptContent(const std::string &text) const;
    Result<std::string> commandBytes(const CommandText &wanted) const;
    Result<std::string> shellLines(const std::string &text) const;
    std::string script(const std::string &text) const;
    Result<> check(const Edits &edits, const Field &field) const;
    Result<> checkOthers(const dockerfile::Tree &tree, const Edits &edits) const;

    Edits replace(std::size_t begin, std::size_t end, std::string text) const
    {
        return {{m_text.range(begin, end), std::move(text)}};
    }

    const DockerfileSnapshot &m_snapshot;
    std::size_t m_index;
    NodeText m_text;
    std::string_view m_lineEnd;
    Form m_form;
    bool m_renamesArgument = false; // what is written is its name, everywhere
};

} // namespace quayside::models
