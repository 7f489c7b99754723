#include "ui/registries/logindialog.h"

#include "models/registries/imagename.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace quayside::ui
{

LoginDialog::LoginDialog(models::Registries *registries, const QString &registry, const QString &user,
                         QWidget *parent)
    : FormDialog(tr("Log in to %1").arg(models::shownRegistry(registry)), tr("&Log in"), parent),
      m_registries(registries), m_registry(registry),
      m_user(addLine(tr("&User name"), QStringLiteral("user"))),
      m_password(addLine(tr("&Password"), QStringLiteral("password")))
{
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_user->setText(user);
    if (registry == models::dockerHub)
        addNote(
            tr("In place of the password Docker Hub takes an access token, which can be withdrawn alone."));
    addNote(
        tr("Kept in the keyring of your desktop; where there is none, in a file that only you can read."));
    const auto refresh = [this] {
        acceptButton()->setEnabled(!m_user->text().trimmed().isEmpty() && !m_password->text().isEmpty());
    };
    connect(m_user, &QLineEdit::textChanged, this, refresh);
    connect(m_password, &QLineEdit::textChanged, this, refresh);
    refresh();
}

void LoginDialog::send()
{
    const QString user = m_user->text().trimmed();
    m_registries->logIn(m_registry, user, m_password->text(), this,
                        [this, user](const Result<models::Login::Place> &kept) {
                            if (!kept) {
                                showProblem(tr("%1 does not accept the login: %2")
                                                .arg(models::shownRegistry(m_registry),
                                                     QString::fromStdString(kept.error().message)));
                                return;
                            }
                            emit loggedIn(m_registry, tr("Logged in to %1 as %2. The login is kept %3.")
                                                          .arg(models::shownRegistry(m_registry), user,
                                                               models::CredentialStore::shownPlace(*kept)));
                            accept();
                        });
}

} // namespace quayside::ui
