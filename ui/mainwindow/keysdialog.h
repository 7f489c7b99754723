// All keys of the window, as its actions have them now, with a search.
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace quayside::ui
{

struct KeyGroup {
    QString title; // of the page or the menu
    QList<QAction *> actions;
    QList<std::pair<QString, QString>> more = {}; // keys that are no action's, and what they do
};

class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const QList<KeyGroup> &groups, QWidget *parent = nullptr);

    [[nodiscard]] QTreeWidget *list() const { return m_list; }

private:
    void addGroup(const KeyGroup &group);
    void filter(const QString &text);

    QLineEdit *m_search;
    QTreeWidget *m_list;
};

} // namespace quayside::ui
