// Finding in the text of an editor, and replacing.
#pragma once

#include <QRegularExpression>
#include <QString>
#include <QTextCursor>

#include <expected>
#include <optional>

class QPlainTextEdit;

namespace quayside::ui
{

struct FindQuery {
    QString text;
    bool regex = false, matchCase = false, wholeWord = false;
};

// Within single lines. The pattern of a query; or, in a sentence, what is wrong with it.
[[nodiscard]] std::expected<QRegularExpression, QString> patternOf(const FindQuery &query);

// Positions of the document that are searched.
struct FindScope {
    int start = 0, end = -1; // -1: to the end
};

// From `from` on, around the end; selected. nullopt: there is none in the scope. A match of no length counts
// as none.
[[nodiscard]] std::optional<QTextCursor> findNext(const QTextCursor &from, const QRegularExpression &pattern,
                                                  bool forward, const FindScope &scope);
// How many there are, and which of them (from 1) is the selection; 0: none of them.
struct FindCount {
    int all = 0, at = 0;
};
[[nodiscard]] FindCount countMatches(const QTextCursor &selection, const QRegularExpression &pattern,
                                     const FindScope &scope);

// Where `regex`: \1 … \9 stand for what the groups matched, \n and \t for themselves.
[[nodiscard]] QString replacementFor(const QRegularExpressionMatch &match, const QString &text, bool regex);
// The selection, where it is a match; whether it was.
bool replaceSelection(QPlainTextEdit *editor, const QRegularExpression &pattern, const QString &text,
                      bool regex);
// All in the scope, as one step of undo; how many. The scope grows or shrinks with them.
int replaceAll(QPlainTextEdit *editor, const QRegularExpression &pattern, const QString &text, bool regex,
               FindScope &scope);

} // namespace quayside::ui
