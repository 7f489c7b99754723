// What a build will receive of its folder: a tree with sizes, what is left out and by which rule, the largest
// files.
#pragma once

#include "models/dockerfile/context/contexttree.h"

#include <QSet>
#include <QStyledItemDelegate>
#include <QWidget>

#include <array>
#include <string>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QToolBar;
class QTreeWidget;

namespace quayside::ui
{

class Notice;
class Placeholder;
class Table;

class ContextDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ContextDelegate(QObject *parent);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    QIcon m_folder, m_file, m_link;
};

class ContextView : public QWidget
{
    Q_OBJECT

public:
    enum Verb { Exclude, Include, OpenRule, Largest, Refresh, VerbCount };

    explicit ContextView(QWidget *parent = nullptr);

    // As ContextTree::setContext(). "": there is none.
    void setContext(const QString &folder, const QString &dockerfile);
    [[nodiscard]] models::ContextTree *tree() { return &m_tree; }
    [[nodiscard]] Table *table() const { return m_table; }
    [[nodiscard]] QTreeWidget *largest() const { return m_largest; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }

signals:
    // Somebody wants to see the rule: the absolute path of the .dockerignore, and the line.
    void ruleWanted(const QString &file, int line);
    void fileWanted(const QString &path); // absolute: to be opened

private:
    void makeActions();
    void makeTable();
    void makeLargest();
    void onReset();
    void onLooked();
    void expandAgain();
    void fillLargest();
    void refreshActions();
    void leaveOut(bool excluded);
    void openRule();
    void showEntry(const std::string &path);

    models::ContextTree m_tree;
    std::array<QAction *, VerbCount> m_actions{};
    QToolBar *m_tools;
    QLabel *m_summary;
    Notice *m_notice;
    QStackedWidget *m_stack;
    Placeholder *m_empty;
    QSplitter *m_splitter;
    Table *m_table;
    QTreeWidget *m_largest;
    QSet<QByteArray> m_expanded; // paths
    std::string m_chosen;
    bool m_resetting = false;
};

} // namespace quayside::ui
