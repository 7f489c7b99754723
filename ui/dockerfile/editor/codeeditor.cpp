#include "ui/dockerfile/editor/codeeditor.h"

#include "ui/common/icons.h"
#include "ui/dockerfile/editor/folds.h"
#include "ui/dockerfile/editor/highlighter.h"
#include "ui/dockerfile/editor/textcommands.h"

#include <QGuiApplication>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSettings>
#include <QToolTip>

#include <algorithm>

namespace quayside::ui
{

namespace
{

constexpr int leastPoints = 6, mostPoints = 40;
const QString pointsKey = QStringLiteral("studio/points");

// Keys of the window that a text field would keep to itself.
bool isWindowKey(const QKeyEvent *event)
{
    return event->modifiers() == Qt::ControlModifier &&
           (event->key() == Qt::Key_K || event->key() == Qt::Key_D);
}

} // namespace

CodeEditor::CodeEditor(QWidget *parent)
    : QPlainTextEdit(parent), m_gutter(new Gutter(this)), m_folds(new Folds(this)),
      m_highlighter(new CodeHighlighter(document()))
{
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setAccessibleName(tr("Text of the file"));
    viewport()->setMouseTracking(true);
    QFont font = fixedFont();
    if (const double points = QSettings().value(pointsKey).toDouble(); points > 0)
        font.setPointSizeF(points);
    setFont(font);
    connect(document(), &QTextDocument::contentsChange, this, &CodeEditor::onContentsChange);
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEditor::layOutGutter);
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEditor::onCursorMoved);
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect &rect, int dy) {
        if (dy != 0)
            m_gutter->scroll(0, dy);
        else
            m_gutter->update(0, rect.y(), m_gutter->width(), rect.height());
    });
    connect(m_gutter, &Gutter::widthChanged, this, &CodeEditor::layOutGutter);
    connect(m_folds, &Folds::changed, m_gutter, qOverload<>(&QWidget::update));
    refreshLook();
}

void CodeEditor::setFileName(const QString &name)
{
    m_highlighter->setFileName(name);
}

QString CodeEditor::text() const
{
    // Not toPlainText(): it makes blanks of the spaces that do not break.
    return document()->toRawText().replace(QChar::ParagraphSeparator, u'\n');
}

void CodeEditor::setFirstText(const QString &text)
{
    setPlainText(text);
    document()->clearUndoRedoStacks();
}

void CodeEditor::replaceText(const QString &text)
{
    const QString before = this->text();
    if (text == before)
        return;
    const auto [left, right] = std::ranges::mismatch(before, text);
    qsizetype start = left - before.begin();
    // Between the halves of a character nothing can be put.
    if (start > 0 && before[start - 1].isHighSurrogate())
        --start;
    qsizetype same = 0;
    const qsizetype most = std::min(before.size(), text.size()) - start;
    while (same < most && before[before.size() - 1 - same] == text[text.size() - 1 - same])
        ++same;
    if (same > 0 && before[before.size() - same].isLowSurrogate())
        --same;
    const int scrolled = verticalScrollBar()->value();
    QTextCursor cursor(document());
    cursor.setPosition(int(start));
    cursor.setPosition(int(before.size() - same), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(start, text.size() - same - start));
    verticalScrollBar()->setValue(scrolled);
}

// ---- squiggles

// With most keys those in view are where they have followed their text to.
void CodeEditor::setSquiggles(std::vector<Squiggle> squiggles)
{
    const int first = firstVisibleBlock().blockNumber();
    int last = first;
    eachVisibleBlock([&last](const QTextBlock &block, const QRect &) { last = block.blockNumber(); });
    const auto inView = [&](const std::vector<Squiggle> &all) {
        return std::ranges::subrange(std::ranges::lower_bound(all, first, {}, &Squiggle::block),
                                     std::ranges::upper_bound(all, last, {}, &Squiggle::block));
    };
    const bool same = std::ranges::equal(inView(m_squiggles), inView(squiggles));
    m_squiggles = std::move(squiggles);
    if (same)
        return;
    viewport()->update();
    m_gutter->update();
}

QColor CodeEditor::markColor(int block) const
{
    const auto in = std::ranges::equal_range(m_squiggles, block, {}, &Squiggle::block);
    const auto rank = [](Tone tone) { return tone == Tone::Bad ? 2 : tone == Tone::Busy ? 1 : 0; };
    const auto worst =
        std::ranges::max_element(in, {}, [&](const Squiggle &squiggle) { return rank(squiggle.tone); });
    return worst == in.end() ? QColor() : toneColor(worst->tone);
}

// Until they are found anew, squiggles stand where their text stands.
void CodeEditor::onContentsChange(int position, int removed, int added)
{
    const int lines = blockCount() - m_blocks;
    m_blocks = blockCount();
    if ((removed == 0 && added == 0) || m_squiggles.empty())
        return;
    const QTextBlock block = document()->findBlock(position);
    const int number = block.blockNumber(), column = position - block.position();
    // Of lines that are gone; what follows whole ones stands where they began.
    const int last = number - std::min(lines, 0);
    std::erase_if(m_squiggles, [&](const Squiggle &squiggle) {
        const bool within = squiggle.block > number || squiggle.start >= column;
        return lines < 0 && squiggle.block >= number && within &&
               squiggle.block < last + (column > 0 ? 1 : 0);
    });
    for (Squiggle &squiggle : m_squiggles) {
        if (squiggle.block > number || (lines < 0 && squiggle.block == last))
            squiggle.block += lines;
        else if (lines == 0 && squiggle.block == number && squiggle.start > column)
            squiggle.start = std::max(column, squiggle.start + added - removed);
    }
}

// ---- cursor, selections

void CodeEditor::goTo(int block, int column)
{
    const QTextBlock target = document()->findBlockByNumber(std::clamp(block, 0, blockCount() - 1));
    m_folds->reveal(target.blockNumber());
    QTextCursor cursor(target);
    cursor.setPosition(target.position() + std::clamp(column, 0, target.length() - 1));
    setTextCursor(cursor);
    if (!viewport()->rect().contains(cursorRect().center()) ||
        cursorRect().bottom() > viewport()->height() - 8)
        centerCursor();
}

void CodeEditor::onCursorMoved()
{
    if (!textCursor().block().isVisible())
        m_folds->reveal(textCursor().blockNumber());
    refreshSelections();
}

void CodeEditor::refreshSelections()
{
    QList<QTextEdit::ExtraSelection> selections;
    QTextEdit::ExtraSelection line;
    line.format.setBackground(palette().color(QPalette::AlternateBase));
    line.format.setProperty(QTextFormat::FullWidthSelection, true);
    line.cursor = textCursor();
    line.cursor.clearSelection();
    selections.append(line);
    if (const auto pair = matchingBrackets(textCursor())) {
        for (const int position : {pair->first, pair->second}) {
            QTextEdit::ExtraSelection bracket;
            QColor ground = palette().color(QPalette::Highlight);
            ground.setAlphaF(0.3F);
            bracket.format.setBackground(ground);
            bracket.cursor = textCursor();
            bracket.cursor.setPosition(position);
            bracket.cursor.setPosition(position + 1, QTextCursor::KeepAnchor);
            selections.append(bracket);
        }
    }
    setExtraSelections(selections);
}

void CodeEditor::setSearchMarks(FindInBlock find)
{
    m_findInBlock = std::move(find);
    viewport()->update();
}

// ---- keys

void CodeEditor::keyPressEvent(QKeyEvent *event)
{
    static const QList<int> popupKeys = {Qt::Key_Return, Qt::Key_Enter, Qt::Key_Tab, Qt::Key_Backtab,
                                         Qt::Key_Escape};
    const bool ends = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_popup != nullptr && m_popup->isVisible() && popupKeys.contains(event->key())) {
        if (!ends || m_popup->selectionModel()->hasSelection()) {
            event->ignore();
            return;
        }
        m_popup->hide(); // nothing of it is chosen
    }
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = held == Qt::NoModifier || held == Qt::ShiftModifier;
    if (!isReadOnly() && plain && ends) {
        insertContinuedLine(this);
        ensureCursorVisible();
        emit typed(QStringLiteral("\n"));
        return;
    }
    if (!isReadOnly() && plain && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        indentLines(this, event->key() == Qt::Key_Tab);
        return;
    }
    if (plain && event->key() == Qt::Key_Home) {
        moveToFirstCharacter(this, held == Qt::ShiftModifier);
        return;
    }
    const int before = document()->revision();
    QPlainTextEdit::keyPressEvent(event);
    if (document()->revision() != before && (held & (Qt::ControlModifier | Qt::MetaModifier)) == 0)
        emit typed(event->text());
}

void CodeEditor::mousePressEvent(QMouseEvent *event)
{
    QPlainTextEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier)
        emit linkPressed(cursorForPosition(event->position().toPoint()));
}

void CodeEditor::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() != Qt::ControlModifier) {
        QPlainTextEdit::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void CodeEditor::zoom(int steps)
{
    QFont bigger = font();
    const double normal = fixedFont().pointSizeF();
    bigger.setPointSizeF(
        steps == 0 ? normal
                   : std::clamp(bigger.pointSizeF() + steps, double(leastPoints), double(mostPoints)));
    setFont(bigger);
    QSettings().setValue(pointsKey, bigger.pointSizeF());
    layOutGutter();
    emit zoomed();
}

bool CodeEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isWindowKey(static_cast<QKeyEvent *>(event)))
        return false;
    return QPlainTextEdit::event(event);
}

bool CodeEditor::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QTextCursor place = cursorForPosition(help->pos());
        // Not for the empty space behind a line.
        const QRect at = cursorRect(place);
        if (std::abs(at.center().x() - help->pos().x()) < 3 * fontMetrics().averageCharWidth() &&
            at.top() <= help->pos().y() && help->pos().y() <= at.bottom())
            emit hovered(place, help->globalPos());
        else
            QToolTip::hideText();
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

// Files that are dropped are opened by what is around it.
bool CodeEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

void CodeEditor::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && !textCursor().hasSelection())
        setTextCursor(cursorForPosition(event->pos()));
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addMarkActions(menu);
    if (m_moreActions)
        m_moreActions(menu);
    menu->popup(event->globalPos());
}

// What the gutter has at the cursor's line, for who has no mouse.
void CodeEditor::addMarkActions(QMenu *menu)
{
    bool first = true;
    for (const GutterColumn *column : m_gutter->columns()) {
        const GutterMark *mark = column->at(textCursor().blockNumber() + 1);
        if (mark == nullptr || mark->text.isEmpty())
            continue;
        if (std::exchange(first, false))
            menu->addSeparator();
        QAction *action = menu->addAction(mark->icon, tr("%1: %2", "column, text")
                                                          .arg(column->title(), mark->text)
                                                          .replace(u'&', QStringLiteral("&&")));
        action->setToolTip(mark->toolTip);
        action->setEnabled(mark->activate != nullptr);
        if (mark->activate)
            connect(action, &QAction::triggered, this, mark->activate);
        if (mark->fix)
            connect(menu->addAction(icon(Symbol::Ok), mark->fixText), &QAction::triggered, this, mark->fix);
    }
}

} // namespace quayside::ui
