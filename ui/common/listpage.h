// One look for all lists: a title with a count, tools, a filter line, messages, the table, its four other
// faces.
#pragma once

#include "ui/common/icons.h"
#include "ui/common/table.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QStackedWidget;
class QToolBar;

namespace quayside::ui
{

class FilterEdit;
class Notice;
class Placeholder;
class UndoBar;

class ListPage : public QWidget
{
    Q_OBJECT

public:
    enum class Face { Loading, Empty, NothingMatches, List };

    ListPage(const QString &title, Symbol symbol, const QString &name, QWidget *parent = nullptr);

    [[nodiscard]] Table *table() const { return m_table; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] UndoBar *undoBar() const { return m_undoBar; }
    [[nodiscard]] Placeholder *emptyPlaceholder() const { return m_empty; }
    [[nodiscard]] QToolBar *toolBar() const { return m_toolBar; }
    [[nodiscard]] Face face() const { return m_face; }

    FilterEdit *addFilter(const QStringList &keys, std::function<QStringList(const QString &key)> values);
    // Above the list, while there is one.
    void addStrip(QWidget *strip);
    // In the place of the list while it is shown; the list's other faces do not matter then.
    void addPicture(QWidget *picture);
    void showPicture(bool shown);
    [[nodiscard]] bool showsPicture() const { return m_pictureShown; }
    void setCountText(const QString &text);
    void setFace(Face face);

public slots:
    void focusFilter();
    void focusList();

private:
    QLabel *m_title;
    QLabel *m_count;
    QToolBar *m_toolBar;
    QHBoxLayout *m_head;
    FilterEdit *m_filter = nullptr;
    Notice *m_notice;
    UndoBar *m_undoBar;
    QStackedWidget *m_stack;
    Placeholder *m_empty, *m_nothing;
    QWidget *m_loading;
    Table *m_table;
    QWidget *m_strip = nullptr, *m_picture = nullptr;
    bool m_pictureShown = false;
    Face m_face = Face::Loading;
};

} // namespace quayside::ui
