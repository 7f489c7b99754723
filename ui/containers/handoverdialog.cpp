#include "ui/containers/handoverdialog.h"

#include "models/client/delegates.h"

#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>

namespace quayside::ui
{

namespace
{

QStringList usersOf(const api::Delegates &delegates)
{
    QStringList users;
    for (const std::string &user : delegates.users)
        users.append(QString::fromStdString(user));
    return users;
}

} // namespace

HandOverDialog::HandOverDialog(client::EngineClient *client, const QString &id, const QString &name,
                               QWidget *parent)
    : FormDialog(tr("Hand over %1").arg(name), tr("&Hand over"), parent), m_client(client), m_id(id)
{
    m_users = addLine(tr("&Users"), QStringLiteral("users"),
                      tr("names, with commas between; nobody: it is yours alone"));
    addNote(tr("They see the container in their own list and may start, stop and pause it, open a terminal "
               "in it, and read "
               "and change its files, with the rights that it has here. They cannot remove it, change its "
               "limits, make "
               "an image of it or hand it on."));
    acceptButton()->setEnabled(false);
    client::delegates(*client, id.toStdString(), this, [this](const Result<api::Delegates> &now) {
        if (now)
            m_users->setText(usersOf(*now).join(QStringLiteral(", ")));
        else
            showProblem(QString::fromStdString(now.error().message));
        acceptButton()->setEnabled(now.has_value());
    });
}

void HandOverDialog::send()
{
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    api::Delegates wanted;
    for (const QString &user : m_users->text().split(between, Qt::SkipEmptyParts))
        wanted.users.push_back(user.toStdString());
    client::setDelegates(
        *m_client, m_id.toStdString(), wanted, this, [this](const Result<api::Delegates> &done) {
            if (!done)
                return showProblem(
                    tr("It is not handed over: %1").arg(QString::fromStdString(done.error().message)));
            emit handedOver(usersOf(*done));
            accept();
        });
}

} // namespace quayside::ui
