#include "ui/registries/registryactions.h"

#include "models/registries/imagename.h"
#include "ui/common/namedialog.h"
#include "ui/common/notice.h"
#include "ui/registries/logindialog.h"
#include "ui/registries/registrysettingsdialog.h"

#include <QTimer>

namespace quayside::ui
{

using models::RegistryRow;

RegistryActions::RegistryActions(models::EngineSession *session, Notice *notice, UndoBar *undoBar,
                                 QWidget *window)
    : RowActions(session, session->registries()->model(), notice, undoBar, window)
{
    makeActions(
        {{Symbol::Add, tr("&Add…"), tr("Add a registry to the list"), QKeySequence(tr("Ctrl+Shift+N"))},
         {Symbol::LogIn, tr("Log &in…"), tr("Log in to the registry"), QKeySequence(tr("Ctrl+L"))},
         {Symbol::LogOut, tr("Log &out"), tr("Forget the login"), QKeySequence(tr("Ctrl+Shift+L"))},
         {Symbol::Refresh, tr("&Test"), tr("Ask whether it can be reached, and whether the login is taken"),
          QKeySequence(Qt::Key_F5)},
         {Symbol::Engine, tr("Mi&rrors and insecure registries…"),
          tr("Settings of the engine: mirrors of Docker Hub, and registries without a certificate")},
         {Symbol::Remove, tr("Re&move"), tr("Take it off the list; nothing in the registry changes"),
          QKeySequence(Qt::Key_Delete)}},
        {Remove, Settings});
    for (auto signal : {&models::EngineSession::engineKnown, &models::EngineSession::engineSwitched})
        connect(session, signal, this, [this] { refresh(); });
    connect(session->registries(), &models::Registries::settingsChanged, this, [this] { refresh(); });
}

void RegistryActions::refresh()
{
    const QList<RegistryRow> rows = rowsOf(session()->registries()->model(), selection());
    const bool one = rows.size() == 1;
    action(LogIn)->setEnabled(one);
    action(LogOut)->setEnabled(one && rows.first().login.exists());
    action(Test)->setEnabled(!rows.isEmpty() && session()->registries()->isSupported());
    action(Remove)->setEnabled(!rows.isEmpty() && std::ranges::all_of(rows, &RegistryRow::canBeRemoved));
    action(Settings)->setVisible(session()->registries()->isSupported()); // another engine has no such thing
    action(Settings)->setEnabled(session()->registries()->settings().has_value());
}

void RegistryActions::run(int verb, const QStringList &registries)
{
    const QList<RegistryRow> rows = rowsOf(session()->registries()->model(), registries);
    if (verb == Add)
        add();
    else if (verb == Settings)
        openSettings();
    else if (rows.isEmpty())
        return;
    else if (verb == LogIn)
        logIn(rows.first());
    else if (verb == LogOut)
        logOut(rows.first());
    else if (verb == Remove)
        remove(rows);
    else if (verb == Test)
        for (const RegistryRow &row : rows)
            session()->registries()->test(row.registry, true);
}

void RegistryActions::add()
{
    const auto ask = [this](const QString &text, const client::Done<void> &done) {
        const Result<QString> registry = session()->registries()->add(text);
        if (!registry) {
            done(std::unexpected(registry.error()));
            return;
        }
        session()->registries()->test(*registry, false);
        done({});
        emit registryAdded(*registry);
    };
    auto *dialog =
        new NameDialog(tr("Add a registry"), tr("&Host, with its port"), {}, tr("&Add"), ask, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void RegistryActions::logIn(const RegistryRow &row)
{
    auto *dialog = new LoginDialog(session()->registries(), row.registry, row.login.user, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LoginDialog::loggedIn, this, [this](const QString &registry, const QString &sentence) {
        notice()->show(Notice::Kind::Info, sentence);
        session()->registries()->test(registry, true);
    });
    dialog->open();
}

void RegistryActions::logOut(const RegistryRow &row)
{
    session()->registries()->logOut(
        row.registry, this, [this, registry = row.registry](const Result<> &done) {
            const QString shown = models::shownRegistry(registry);
            if (!done) {
                reportFailure(
                    tr("Cannot log out of %1: %2").arg(shown, QString::fromStdString(done.error().message)));
                return;
            }
            const models::Login other = session()->credentials()->loginOf(registry);
            notice()->show(Notice::Kind::Info,
                           other.exists() ? tr("Logged out of %1. From now on the login %2 is used.")
                                                .arg(shown, models::CredentialStore::shownPlace(other.place))
                                          : tr("Logged out of %1.").arg(shown));
            session()->registries()->test(registry, true);
        });
}

void RegistryActions::openSettings()
{
    auto *dialog = new RegistrySettingsDialog(session()->registries(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    // What was changed may be what made a registry unreachable.
    connect(dialog, &QDialog::accepted, this, [this] {
        const QList<RegistryRow> rows = session()->registries()->model()->rows();
        for (const RegistryRow &row : rows)
            session()->registries()->test(row.registry, false);
    });
}

void RegistryActions::remove(const QList<RegistryRow> &rows)
{
    QStringList staying;
    for (const RegistryRow &row : rows) {
        session()->registries()->remove(row.registry);
        if (session()->registries()->model()->find(row.registry) != nullptr)
            staying.append(row.registry);
    }
    if (!staying.isEmpty())
        notice()->show(Notice::Kind::Info,
                       tr("%1 stays in the list as long as there is a login for it, or an image of it here.")
                           .arg(staying.join(QStringLiteral(", "))));
}

} // namespace quayside::ui
