#include "ui/mainwindow/keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QSet>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

KeysDialog::KeysDialog(const QList<KeyGroup> &groups, QWidget *parent)
    : QDialog(parent), m_search(new QLineEdit(this)), m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Keys"));
    resize(520, 560);
    m_search->setPlaceholderText(tr("Search an act or a key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Act"), tr("Key")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Acts and their keys"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const KeyGroup &group : groups)
        addGroup(group);
    m_list->resizeColumnToContents(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, this, &KeysDialog::filter);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_search->setFocus();
}

void KeysDialog::addGroup(const KeyGroup &group)
{
    auto *head = new QTreeWidgetItem({group.title});
    QFont bold = font();
    bold.setBold(true);
    head->setFont(0, bold);
    head->setFlags(Qt::ItemIsEnabled);
    const std::function<void(const QList<QAction *> &)> add = [&](const QList<QAction *> &actions) {
        for (const QAction *action : actions) {
            if (action->menu() != nullptr)
                add(action->menu()->actions());
            if (action->shortcut().isEmpty() || !action->isVisible())
                continue;
            QStringList keys;
            for (const QKeySequence &sequence : action->shortcuts())
                keys.append(sequence.toString(QKeySequence::NativeText));
            auto *row =
                new QTreeWidgetItem(head, {action->text().remove(u'&'), keys.join(QStringLiteral(", "))});
            row->setIcon(0, action->icon());
            row->setToolTip(0, action->toolTip());
        }
    };
    add(group.actions);
    for (const auto &[keys, text] : group.more)
        new QTreeWidgetItem(head, {text, keys});
    if (head->childCount() == 0) {
        delete head;
        return;
    }
    m_list->addTopLevelItem(head);
    head->setFirstColumnSpanned(true);
    head->setExpanded(true);
}

void KeysDialog::filter(const QString &text)
{
    for (int at = 0; at < m_list->topLevelItemCount(); ++at) {
        QTreeWidgetItem *head = m_list->topLevelItem(at);
        const bool all = head->text(0).contains(text, Qt::CaseInsensitive);
        bool any = false;
        for (int row = 0; row < head->childCount(); ++row) {
            QTreeWidgetItem *item = head->child(row);
            const bool shown = all || item->text(0).contains(text, Qt::CaseInsensitive) ||
                               item->text(1).contains(text, Qt::CaseInsensitive);
            item->setHidden(!shown);
            any = any || shown;
        }
        head->setHidden(!any);
    }
}

} // namespace quayside::ui
