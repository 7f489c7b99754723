#include "ui/mainwindow/enginemenu.h"

#include "models/client/endpoint.h"
#include "models/system/savedengines.h"
#include "ui/common/icons.h"
#include "ui/mainwindow/enginedialog.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>

namespace quayside::ui
{

namespace
{

QString plain(QString text)
{
    return text.replace(u'&', QStringLiteral("&&"));
}

// For a shell; "" where the docker command cannot come there.
QString dockerVariables(const client::Endpoint &endpoint)
{
    using Kind = client::Endpoint::Kind;
    if (endpoint.kind == Kind::Ssh)
        return {};
    if (endpoint.kind == Kind::Local)
        return QStringLiteral("DOCKER_HOST=unix://") + endpoint.path;
    const QString host = QStringLiteral("DOCKER_HOST=tcp://%1:%2").arg(endpoint.host).arg(endpoint.port);
    return endpoint.certificates.isEmpty()
               ? host
               : host + QStringLiteral(" DOCKER_TLS_VERIFY=1 DOCKER_CERT_PATH=") + endpoint.certificates;
}

} // namespace

EngineMenu::EngineMenu(models::EngineSession *session, QWidget *parent) : QMenu(parent), m_session(session)
{
    connect(this, &QMenu::aboutToShow, this, &EngineMenu::fill); // sockets come and go
    fill();
}

void EngineMenu::fill()
{
    clear();
    delete findChild<QActionGroup *>();
    new QActionGroup(this);
    // --host may have named one that is neither found nor added.
    for (const models::EngineAddress &address : models::SavedEngines::all(m_session->socketPath()))
        addChoice(address);
    addSeparator();
    addAction(ui::icon(Symbol::Add), tr("&Other address…"), this, &EngineMenu::askAddress);
    addAction(ui::icon(Symbol::Engine), tr("&Manage engines…"), this, &EngineMenu::manageWanted);
    addSeparator();
    const QString variables = dockerVariables(client::Endpoint::of(m_session->socketPath()));
    addAction(ui::icon(Symbol::Copy), tr("&Copy the address for the docker command"), this, [variables] {
        QApplication::clipboard()->setText(variables);
    })->setEnabled(!variables.isEmpty());
    addAction(ui::icon(Symbol::Refresh), tr("Connect &again"), m_session, &models::EngineSession::retryNow)
        ->setEnabled(m_session->state() != models::EngineSession::State::Connected);
}

void EngineMenu::addChoice(const models::EngineAddress &address)
{
    QAction *action = addAction(
        plain(tr("%1 at %2", "engine, path").arg(models::EngineChoices::title(address), address.socketPath)));
    action->setCheckable(true);
    action->setData(address.socketPath);
    action->setChecked(address.socketPath == m_session->socketPath());
    findChild<QActionGroup *>()->addAction(action);
    connect(action, &QAction::triggered, this, [this, path = address.socketPath] {
        if (path != m_session->socketPath())
            emit engineChosen(path);
    });
}

void EngineMenu::askAddress()
{
    auto *dialog = new EngineDialog(tr("Open another engine"), tr("Open"), {}, parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const models::EngineAddress chosen = dialog->engine();
        models::SavedEngines::add(chosen.socketPath, chosen.name);
        if (chosen.socketPath != m_session->socketPath())
            emit engineChosen(chosen.socketPath);
    });
    dialog->open();
}

} // namespace quayside::ui
