// What stands beside the lines of a text: columns that others fill, line numbers, marks, arrows that fold.
#pragma once

#include <QColor>
#include <QIcon>
#include <QList>
#include <QObject>
#include <QWidget>

#include <functional>

class QTextBlock;

namespace quayside::ui
{

class CodeEditor;

// Something about lines: what a build said of an instruction, say. Lines count from 1.
struct GutterMark {
    int firstLine = 0, lastLine = 0;
    QIcon icon;                     // may be null
    QString text;                   // short: "cached · 1.2 s · 14 MB"; what lacks room is elided
    QString toolTip;                // plain or rich; also said to screen readers
    QColor color;                   // of the text and of the bar beside the lines; invalid: the palette's
    bool faded = false;             // it is of a text that has changed since
    std::function<void()> activate; // a click, or its entry in the context menu; may be null
    QString fixText;                // an entry of the context menu that mends something; "": none
    std::function<void()> fix;      //
    std::function<void()> hovered;  // its tool tip is shown: the mark may be set anew, with more; may be null
};

// One column of the gutter. Belongs to the editor that made it (CodeEditor::addGutterColumn()).
class GutterColumn : public QObject
{
    Q_OBJECT

public:
    // widest: characters of text that it may take at most.
    GutterColumn(const QString &title, int widest, QObject *parent)
        : QObject(parent), m_title(title), m_widest(widest)
    {
    }

    // By their first lines, none over another. A column without marks takes no room.
    void setMarks(const QList<GutterMark> &marks);
    [[nodiscard]] const QList<GutterMark> &marks() const { return m_marks; }
    [[nodiscard]] const GutterMark *at(int line) const; // nullptr: none
    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] int widest() const { return m_widest; }

signals:
    void changed();
    void paletteChanged(); // colours that were taken from the old one do not fit

private:
    QString m_title;
    int m_widest;
    QList<GutterMark> m_marks;
};

// The widget at the left of a CodeEditor.
class Gutter : public QWidget
{
    Q_OBJECT

public:
    explicit Gutter(CodeEditor *editor);

    GutterColumn *addColumn(const QString &title, int widest);
    [[nodiscard]] const QList<GutterColumn *> &columns() const { return m_columns; }
    [[nodiscard]] int neededWidth() const;
    [[nodiscard]] QSize sizeHint() const override { return {neededWidth(), 0}; }

signals:
    void widthChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void paintLine(QPainter &painter, const QTextBlock &block, const QRect &line) const;
    void paintMark(QPainter &painter, const GutterMark &mark, int blockLine, const QRect &place) const;
    void paintFold(QPainter &painter, bool folded, const QRect &place) const;
    [[nodiscard]] int columnWidth(const GutterColumn *column) const;
    [[nodiscard]] int numberWidth() const;
    [[nodiscard]] int foldWidth() const;
    [[nodiscard]] const GutterMark *markAt(const QPoint &point) const;
    void showToolTip();
    void renewToolTip();

    CodeEditor *m_editor;
    QPoint m_tipAt;
    QString m_tip; // that was shown last
    QList<GutterColumn *> m_columns;
};

} // namespace quayside::ui
