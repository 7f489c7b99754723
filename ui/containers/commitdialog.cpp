#include "ui/containers/commitdialog.h"

#include "models/images/imagemodel.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace quayside::ui
{

CommitDialog::CommitDialog(const QString &id, const QString &name, QWidget *parent)
    : FormDialog(tr("An image of %1").arg(name), tr("&Make it"), parent), m_id(id)
{
    m_name = addLine(tr("&Name"), QStringLiteral("name"), tr("none, or for example team/web:2"));
    m_comment = addLine(tr("&Comment"), QStringLiteral("comment"));
    m_author = addLine(tr("&Author"), QStringLiteral("author"));
    m_changes =
        addPairs(tr("C&hanges"), QStringLiteral("changes"), tr("instructions, such as CMD [\"httpd\"]"));
    m_pause = new QCheckBox(tr("&Freeze the container while its files are copied"), this);
    m_pause->setChecked(true);
    form()->addRow(QString(), m_pause);
    addNote(tr("The image holds what the container has changed, without its volumes and mounted folders."));
}

client::Commit CommitDialog::commit() const
{
    client::Commit commit{.container = m_id.toStdString(),
                          .comment = m_comment->text().trimmed().toStdString(),
                          .author = m_author->text().trimmed().toStdString(),
                          .pause = m_pause->isChecked()};
    if (const QString name = m_name->text().trimmed(); !name.isEmpty()) {
        const auto [repository, tag] = models::splitReference(name);
        commit.repository = repository.toStdString();
        commit.tag = tag.toStdString();
    }
    for (const QString &line : m_changes->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            commit.changes.push_back(line.trimmed().toStdString());
    }
    return commit;
}

void CommitDialog::send()
{
    accept(); // the operation behind the counter tells how it goes
}

} // namespace quayside::ui
