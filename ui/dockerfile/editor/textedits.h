// Places of the engine's language (lines from 1, bytes) in the text of an editor, and its edits.
#pragma once

#include "models/dockerfile/document.h"

#include <QTextCursor>

#include <vector>

namespace quayside::ui
{

class CodeEditor;

// Of a cursor's position.
[[nodiscard]] dockerfile::Position positionOf(const QTextCursor &cursor);
// Characters from the start of the document; what lies outside is moved to its nearest place.
[[nodiscard]] int offsetOf(const QTextDocument *document, dockerfile::Position position);
// UTF-16 units of a piece of UTF-8.
[[nodiscard]] int unitsOf(std::string_view text);
[[nodiscard]] QTextCursor cursorOf(const CodeEditor *editor, const dockerfile::Range &range); // selects it

// Edits against the present text, in order, never overlapping: one step of undo. Cursor, selection and scroll
// position stay where their text stays.
void applyEdits(CodeEditor *editor, const std::vector<dockerfile::Edit> &edits);

} // namespace quayside::ui
