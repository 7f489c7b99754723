#include "ui/dockerfile/editor/textedits.h"

#include "ui/dockerfile/editor/codeeditor.h"

#include <QScrollBar>

#include <algorithm>

namespace quayside::ui
{

namespace
{

// UTF-8 of the character that begins or ends at a UTF-16 unit; a pair counts with its first.
int bytesOf(QChar c)
{
    if (c.unicode() < 0x80)
        return 1;
    if (c.unicode() < 0x800)
        return 2;
    return c.isLowSurrogate() ? 0 : c.isHighSurrogate() ? 4 : 3;
}

} // namespace

dockerfile::Position positionOf(const QTextCursor &cursor)
{
    int bytes = 0;
    const QString line = cursor.block().text();
    for (const QChar c : QStringView(line).first(cursor.positionInBlock()))
        bytes += bytesOf(c);
    return {cursor.blockNumber() + 1, bytes + 1};
}

int offsetOf(const QTextDocument *document, dockerfile::Position position)
{
    QTextBlock block = document->findBlockByNumber(std::max(0, position.line - 1));
    if (!block.isValid())
        return document->characterCount() - 1;
    const QString line = block.text();
    int bytes = 1, column = 0;
    while (column < line.size() && bytes < position.column)
        bytes += bytesOf(line[column++]);
    if (column < line.size() && line[column].isLowSurrogate())
        ++column;
    return block.position() + column;
}

// A character of four bytes is a pair.
int unitsOf(std::string_view text)
{
    return int(std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }) +
               std::ranges::count_if(text, [](char c) { return (c & 0xf8) == 0xf0; }));
}

QTextCursor cursorOf(const CodeEditor *editor, const dockerfile::Range &range)
{
    QTextCursor cursor(editor->document());
    cursor.setPosition(offsetOf(editor->document(), range.start));
    cursor.setPosition(offsetOf(editor->document(), range.end), QTextCursor::KeepAnchor);
    return cursor;
}

void applyEdits(CodeEditor *editor, const std::vector<dockerfile::Edit> &edits)
{
    const int scrolled = editor->verticalScrollBar()->value(), aside = editor->horizontalScrollBar()->value();
    QTextCursor cursor(editor->document());
    cursor.beginEditBlock();
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) { // from the end: places before it stay
        cursor.setPosition(offsetOf(editor->document(), edit->range.start));
        cursor.setPosition(offsetOf(editor->document(), edit->range.end), QTextCursor::KeepAnchor);
        cursor.insertText(QString::fromStdString(edit->text));
    }
    cursor.endEditBlock();
    editor->verticalScrollBar()->setValue(scrolled);
    editor->horizontalScrollBar()->setValue(aside);
}

} // namespace quayside::ui
