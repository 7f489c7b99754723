// What keys do to the text of an editor. Each is one step of undo.
#pragma once

#include <QString>
#include <QTextCursor>

#include <optional>
#include <utility>

class QPlainTextEdit;

namespace quayside::ui
{

// A line end, and the indent of the line above; of a line that goes on ("\" at its end) as deep as an
// instruction's arguments.
void insertContinuedLine(QPlainTextEdit *editor);
// Four blanks, as far as the next multiple of four, or all selected lines in or out.
void indentLines(QPlainTextEdit *editor, bool in);
// To the first character that is no blank; from there to the start of the line.
void moveToFirstCharacter(QPlainTextEdit *editor, bool select);
// "# " before the lines of the selection, or away where all have one.
void toggleComment(QPlainTextEdit *editor);
void moveLines(QPlainTextEdit *editor, bool up);
// The selection once more behind it, or the line below.
void duplicate(QPlainTextEdit *editor);

// The bracket beside the cursor and its other half; within 20,000 characters.
[[nodiscard]] std::optional<std::pair<int, int>> matchingBrackets(const QTextCursor &cursor);

} // namespace quayside::ui
