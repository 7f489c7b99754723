#include "ui/dockerfile/editor/textcommands.h"

#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>

namespace quayside::ui
{

namespace
{

constexpr int indentBlanks = 4;

QString indentOf(const QString &line)
{
    qsizetype blanks = 0;
    while (blanks < line.size() && (line[blanks] == u' ' || line[blanks] == u'\t'))
        ++blanks;
    return line.first(blanks);
}

struct Lines {
    QTextBlock first, last;
};

// Those that the selection touches; not the one that it ends before.
Lines linesOf(const QTextCursor &cursor)
{
    const QTextDocument *document = cursor.document();
    Lines lines{document->findBlock(cursor.selectionStart()), document->findBlock(cursor.selectionEnd())};
    if (cursor.hasSelection() && lines.last != lines.first && cursor.selectionEnd() == lines.last.position())
        lines.last = lines.last.previous();
    return lines;
}

template <typename Act>
void eachLine(const Lines &lines, Act act)
{
    for (QTextBlock block = lines.first; block.isValid(); block = block.next()) {
        act(block);
        if (block == lines.last)
            break;
    }
}

bool isBlank(const QTextBlock &block)
{
    return QStringView(block.text()).trimmed().isEmpty();
}

} // namespace

void insertContinuedLine(QPlainTextEdit *editor)
{
    QTextCursor cursor = editor->textCursor();
    const QTextBlock block = editor->document()->findBlock(cursor.selectionStart());
    const QString before = block.text().first(cursor.selectionStart() - block.position());
    const auto continues = [](const QString &line) {
        const QString text = line.trimmed();
        return (text.endsWith(u'\\') || text.endsWith(u'`')) && !text.startsWith(u'#');
    };
    QString indent = indentOf(before);
    const bool goesOn = continues(before);
    const bool went = block.previous().isValid() && continues(block.previous().text());
    if (goesOn && !went && indent.isEmpty())
        indent = QString(indentBlanks, u' ');
    else if (!goesOn && went)
        indent.clear(); // the instruction has ended
    cursor.beginEditBlock();
    cursor.insertText(u'\n' + indent);
    cursor.endEditBlock();
    editor->setTextCursor(cursor);
}

void indentLines(QPlainTextEdit *editor, bool in)
{
    QTextCursor cursor = editor->textCursor();
    const Lines lines = linesOf(cursor);
    cursor.beginEditBlock();
    if (in && !cursor.hasSelection()) {
        cursor.insertText(QString(indentBlanks - cursor.positionInBlock() % indentBlanks, u' '));
    } else {
        eachLine(lines, [in](const QTextBlock &block) {
            QTextCursor line(block);
            const QString text = block.text();
            if (in && !isBlank(block)) {
                line.insertText(QString(indentBlanks, u' '));
            } else if (!in) {
                const qsizetype blanks = indentOf(text).size();
                const qsizetype away = text.startsWith(u'\t') ? 1 : std::min<qsizetype>(blanks, indentBlanks);
                line.setPosition(block.position() + int(away), QTextCursor::KeepAnchor);
                line.removeSelectedText();
            }
        });
    }
    cursor.endEditBlock();
    if (in && !cursor.hasSelection())
        editor->setTextCursor(cursor);
}

void moveToFirstCharacter(QPlainTextEdit *editor, bool select)
{
    QTextCursor cursor = editor->textCursor();
    const int first = cursor.block().position() + int(indentOf(cursor.block().text()).size());
    cursor.setPosition(cursor.position() == first ? cursor.block().position() : first,
                       select ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    editor->setTextCursor(cursor);
}

void toggleComment(QPlainTextEdit *editor)
{
    QTextCursor cursor = editor->textCursor();
    const Lines lines = linesOf(cursor);
    bool all = true, any = false;
    qsizetype least = -1; // the indent that all have
    eachLine(lines, [&](const QTextBlock &block) {
        if (isBlank(block))
            return;
        any = true;
        const qsizetype indent = indentOf(block.text()).size();
        all = all && block.text().sliced(indent).startsWith(u'#');
        least = least < 0 ? indent : std::min(least, indent);
    });
    if (!any)
        return;
    cursor.beginEditBlock();
    eachLine(lines, [&](const QTextBlock &block) {
        if (isBlank(block))
            return;
        QTextCursor line(block);
        if (!all) {
            line.setPosition(block.position() + int(least));
            line.insertText(QStringLiteral("# "));
            return;
        }
        const int hash = int(indentOf(block.text()).size());
        const bool blank = block.text().sliced(hash).startsWith(u"# ");
        line.setPosition(block.position() + hash);
        line.setPosition(block.position() + hash + (blank ? 2 : 1), QTextCursor::KeepAnchor);
        line.removeSelectedText();
    });
    cursor.endEditBlock();
}

void moveLines(QPlainTextEdit *editor, bool up)
{
    QTextCursor cursor = editor->textCursor();
    const Lines lines = linesOf(cursor);
    const QTextBlock other = up ? lines.first.previous() : lines.last.next();
    if (!other.isValid())
        return;
    // The lines stay, the other one goes to their far side: cursor and selection stand.
    const QString text = other.text();
    const int anchor = cursor.anchor(), position = cursor.position();
    const int shift = (up ? -1 : 1) * int(text.size() + 1);
    QStringList moved;
    eachLine(lines, [&moved](const QTextBlock &block) { moved.append(block.text()); });
    if (up)
        moved.append(text);
    else
        moved.prepend(text);
    cursor.beginEditBlock();
    cursor.setPosition((up ? other : lines.first).position());
    const QTextBlock end = up ? lines.last : other;
    cursor.setPosition(end.position() + end.length() - 1, QTextCursor::KeepAnchor);
    cursor.insertText(moved.join(u'\n'));
    cursor.endEditBlock();
    cursor.setPosition(anchor + shift);
    cursor.setPosition(position + shift, QTextCursor::KeepAnchor);
    editor->setTextCursor(cursor);
}

void duplicate(QPlainTextEdit *editor)
{
    QTextCursor cursor = editor->textCursor();
    if (cursor.hasSelection()) {
        const QString text = cursor.selectedText();
        const int end = cursor.selectionEnd();
        cursor.setPosition(end);
        cursor.insertText(text);
        cursor.setPosition(end, QTextCursor::KeepAnchor);
    } else {
        const int column = cursor.positionInBlock();
        QTextCursor end(cursor.block());
        end.movePosition(QTextCursor::EndOfBlock);
        end.insertText(u'\n' + cursor.block().text());
        cursor.setPosition(end.block().position() + column);
    }
    editor->setTextCursor(cursor);
}

std::optional<std::pair<int, int>> matchingBrackets(const QTextCursor &cursor)
{
    static const QString open = QStringLiteral("([{"), close = QStringLiteral(")]}");
    constexpr int most = 20'000;
    const QTextDocument *document = cursor.document();
    for (const int at : {cursor.position(), cursor.position() - 1}) {
        const QChar here = at < 0 ? QChar() : document->characterAt(at);
        const bool forward = open.contains(here);
        if (here.isNull() || (!forward && !close.contains(here)))
            continue;
        const QChar other = forward ? close[open.indexOf(here)] : open[close.indexOf(here)];
        int depth = 0;
        const int end = document->characterCount();
        for (int i = at, step = 0; i >= 0 && i < end && step < most; i += forward ? 1 : -1, ++step) {
            const QChar c = document->characterAt(i);
            depth += c == here ? 1 : c == other ? -1 : 0;
            if (depth == 0)
                return std::pair(at, i);
        }
    }
    return std::nullopt;
}

} // namespace quayside::ui
