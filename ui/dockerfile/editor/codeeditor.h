// The text of a file, with what a person who writes Dockerfiles expects of an editor. What it knows of a
// language comes from outside: squiggles, folds and columns of the gutter are set, hover and Ctrl+click are
// told.
#pragma once

#include "ui/common/appearance.h"
#include "ui/dockerfile/editor/gutter.h"

#include <QAbstractItemView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextBlock>

#include <functional>
#include <vector>

namespace quayside::ui
{

class CodeHighlighter;
class Folds;

// A stretch of text that something is wrong with. Blocks and characters count from 0.
struct Squiggle {
    int block = 0, start = 0, length = 0; // in one block
    Tone tone = Tone::Busy;
    bool operator==(const Squiggle &) const = default;
};

class CodeEditor : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit CodeEditor(QWidget *parent = nullptr);

    void setFileName(const QString &name); // decides the language of the colours
    [[nodiscard]] QString text() const;    // every character as it is; lines end with "\n"
    // Another text in place of all; changes only what differs, so that cursor and scroll position stay.
    // Undone as one.
    void replaceText(const QString &text);
    void setFirstText(const QString &text); // and nothing can be undone

    // For others; see gutter.h. The column is the editor's.
    GutterColumn *addGutterColumn(const QString &title, int widest = 26)
    {
        return m_gutter->addColumn(title, widest);
    }
    [[nodiscard]] Gutter *gutter() const { return m_gutter; }
    [[nodiscard]] Folds *folds() const { return m_folds; }
    [[nodiscard]] CodeHighlighter *highlighter() const { return m_highlighter; }

    void setSquiggles(std::vector<Squiggle> squiggles); // by block
    [[nodiscard]] const std::vector<Squiggle> &squiggles() const { return m_squiggles; }
    [[nodiscard]] QColor markColor(int block) const; // of the worst in it; invalid: none
    // Places that a search has found, to be shown; nullptr: none. Asked for the blocks that are painted.
    using FindInBlock = std::function<QList<std::pair<int, int>>(const QString &line)>; // start, length
    void setSearchMarks(FindInBlock find);

    void goTo(int block, int column = 0); // shown in the middle where it was not in view
    void zoom(int steps);                 // 0: back to the normal size
    // While it is shown it gets Return, Tab and Escape, and not the text. nullptr: none.
    void setPopup(QAbstractItemView *popup) { m_popup = popup; }
    void setMoreActions(std::function<void(QMenu *menu)> fill) { m_moreActions = std::move(fill); }

    void eachVisibleBlock(const std::function<void(const QTextBlock &block, const QRect &line)> &visit) const;
    [[nodiscard]] QTextBlock blockAt(int y) const; // of the viewport
    [[nodiscard]] QRect placeOf(const QTextCursor &cursor) const { return cursorRect(cursor); }

signals:
    void typed(const QString &text);                             // a person, into the text; after it is there
    void hovered(const QTextCursor &place, const QPoint &where); // rests there; where: of the screen
    void linkPressed(const QTextCursor &place);                  // Ctrl+click
    void zoomed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    [[nodiscard]] bool canInsertFromMimeData(const QMimeData *source) const override;

private:
    void layOutGutter();
    void refreshLook();
    void refreshSelections();
    void onContentsChange(int position, int removed, int added);
    void onCursorMoved();
    void addMarkActions(QMenu *menu);
    void paintSquiggles(QPainter &painter, const QTextBlock &block, const QRectF &place);
    void paintSearchMarks(QPainter &painter, const QTextBlock &block, const QRectF &place);
    void paintFoldEnd(QPainter &painter, const QTextBlock &block, const QRectF &place);
    [[nodiscard]] QRectF stretch(const QTextBlock &block, int start, int length, const QRectF &place) const;

    Gutter *m_gutter;
    Folds *m_folds;
    CodeHighlighter *m_highlighter;
    std::vector<Squiggle> m_squiggles;
    FindInBlock m_findInBlock;
    std::function<void(QMenu *)> m_moreActions;
    QPointer<QAbstractItemView> m_popup;
    int m_blocks = 1;
};

} // namespace quayside::ui
