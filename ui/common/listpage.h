// One look for all lists: a title with a count, tools, a filter line, messages, the table, its four other
// faces.
#pragma once

#include "ui/common/icons.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QTreeView>
#include <QWidget>

class QAbstractItemModel;
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

// A table in the look of all lists: whole rows, sortable, columns chosen in the header's menu, widths
// remembered.
class Table : public QTreeView
{
    Q_OBJECT

public:
    explicit Table(const QString &name, QWidget *parent = nullptr); // name: of its settings

    // After setModel(). shown: which columns at first, with their widths; the first column takes what is
    // left.
    void setUpColumns(const QList<std::pair<int, int>> &shown, int sortColumn);
    // Shows a column that has only now something to say; once, so that it can be hidden again by hand.
    void offerColumn(int column, int width);

signals:
    void currentRowChanged();

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void chooseColumns(const QPoint &point);
    void saveColumns();
    void fitColumns();

    QString m_name;
    QHash<int, int>
        m_wanted; // widths as the person chose them; fewer pixels are shown where there is no room
    QSet<int> m_offered;
    bool m_fitting = false;
};

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

    FilterEdit *addFilter(const QStringList &keys, const QMap<QString, QStringList> &values);
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
    Face m_face = Face::Loading;
};

} // namespace quayside::ui
