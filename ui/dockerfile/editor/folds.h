// Lines of a text that are hidden below their first one.
#pragma once

#include <QList>
#include <QObject>
#include <QTextCursor>

#include <vector>

class QPlainTextEdit;

namespace quayside::ui
{

// Blocks count from 0. What is folded stays so while lines move, until its first line begins nothing that
// folds.
class Folds : public QObject
{
    Q_OBJECT

public:
    struct Range {
        int first = 0, last = 0; // last > first
        bool operator==(const Range &) const = default;
    };

    explicit Folds(QPlainTextEdit *editor);

    // By their first lines; one within another, or beside it.
    void setRanges(std::vector<Range> ranges);
    [[nodiscard]] const std::vector<Range> &ranges() const { return m_ranges; }
    [[nodiscard]] bool startsAt(int block) const { return find(block) != nullptr; }
    [[nodiscard]] bool isFolded(int block) const;
    [[nodiscard]] bool anyFolded() const { return !m_folded.isEmpty(); }

    void fold(int block); // the innermost range around it
    void unfold(int block);
    void toggle(int block);
    void foldAll(); // the innermost ones and all around them
    void unfoldAll();
    void reveal(int block); // shows this one, whatever hides it

signals:
    void changed(); // what is shown

private:
    [[nodiscard]] const Range *find(int block) const; // the longest that begins there
    [[nodiscard]] const Range *around(int block) const;
    void show();

    QPlainTextEdit *m_editor;
    std::vector<Range> m_ranges;
    QList<QTextCursor> m_folded; // at their first blocks
};

} // namespace quayside::ui
