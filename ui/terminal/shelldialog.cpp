#include "ui/terminal/shelldialog.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>

namespace quayside::ui
{

ShellDialog::ShellDialog(client::EngineClient *client, const QString &containerId, QWidget *parent)
    : FormDialog(tr("Open a shell"), tr("&Open"), parent), m_choices(client, containerId)
{
    m_shell = addBox(tr("&Shell"), QStringLiteral("shell"));
    m_user = addBox(tr("&User"), QStringLiteral("user"));
    m_folder = addLine(tr("&Folder"), QStringLiteral("folder"));
    addNote(tr("Shells and users are those that the container has. Others can be typed."));
    connect(&m_choices, &models::ShellChoices::changed, this, &ShellDialog::fill);
}

QComboBox *ShellDialog::addBox(const QString &label, const QString &name)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setAccessibleName(QString(label).remove(u'&'));
    form()->addRow(label, box);
    return box;
}

// What was typed meanwhile stays.
void ShellDialog::fill()
{
    const auto offer = [](QComboBox *box, const QStringList &values, const QString &first) {
        const QString typed = box->currentText();
        const bool own = !typed.isEmpty() && box->findText(typed) < 0;
        box->clear();
        box->addItems(values);
        box->setEditText(own ? typed : first);
    };
    if (!m_choices.isComplete())
        return;
    offer(m_shell, m_choices.shells(), m_choices.shells().value(0));
    QStringList users = m_choices.users();
    const QString own = m_choices.ownUser();
    if (!own.isEmpty() && !users.contains(own))
        users.prepend(own);
    offer(m_user, users, own.isEmpty() ? users.value(0) : own);
    m_folder->setPlaceholderText(m_choices.ownFolder().isEmpty() ? QStringLiteral("/")
                                                                 : m_choices.ownFolder());
    if (m_choices.shells().isEmpty())
        showProblem(tr("No shell was found in this container."));
}

void ShellDialog::send()
{
    const QString folder = m_folder->text().trimmed();
    if (!folder.isEmpty() && !folder.startsWith(u'/')) {
        showProblem(tr("The folder is a path that begins with a slash."));
        return;
    }
    emit chosen({.shell = m_shell->currentText().trimmed(),
                 .user = m_user->currentText().trimmed(),
                 .folder = folder});
    accept();
}

} // namespace quayside::ui
