#include "ui/registries/registriespage.h"

#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/registries/registryactions.h"

#include <QToolBar>

namespace quayside::ui
{

using models::EngineSession;
using models::RegistryModel;
using A = RegistryActions;

RegistriesPage::RegistriesPage(EngineSession *session, QWidget *parent)
    : TablePage(tr("Registries"), Symbol::Registry, QStringLiteral("registries"),
                contentOf(session->registries()->model(),
                          [session] { return session->state() == EngineSession::State::Connected; }),
                parent),
      m_session(session), m_actions(new RegistryActions(session, notice(), undoBar(), this))
{
    table()->setUpColumns({{RegistryModel::NameColumn, 200},
                           {RegistryModel::StateColumn, 200},
                           {RegistryModel::LoginColumn, 130},
                           {RegistryModel::ImagesColumn, 90}},
                          RegistryModel::NameColumn);
    follow(m_actions);
    for (const A::Verb verb : {A::Add, A::LogIn, A::LogOut, A::Test, A::Remove, A::Settings})
        toolBar()->addAction(m_actions->action(verb));
    setRowMenu({m_actions->action(A::LogIn), m_actions->action(A::LogOut), m_actions->action(A::Test),
                nullptr, m_actions->action(A::Remove)});
    setHoverActions(m_actions, [session](const QString &registry) {
        const models::RegistryRow *row = session->registries()->model()->find(registry);
        if (row == nullptr)
            return QList<int>();
        return QList<int>{row->login.exists() ? A::LogOut : A::LogIn, A::Test};
    });
    emptyPlaceholder()->setText(tr("No registries"), tr("Images come from registries, and go to them."));
    emptyPlaceholder()->addButton(tr("Add a registry…"), Symbol::Add, [this] { m_actions->run(A::Add, {}); });
    connect(m_actions, &A::registryAdded, this, [this](const QString &registry) { select(registry); });
    for (auto signal :
         {&EngineSession::engineKnown, &EngineSession::engineSwitched, &EngineSession::stateChanged})
        connect(session, signal, this, &RegistriesPage::refreshEngine);
    connect(session, &EngineSession::engineSwitched, this,
            [this] { m_told = false; }); // the notices have gone
    session->registries()->refresh();
    refreshEngine();
}

void RegistriesPage::showEvent(QShowEvent *event)
{
    TablePage::showEvent(event);
    refreshEngine();
}

// What nobody looks at is not asked about.
void RegistriesPage::refreshEngine()
{
    refreshFace();
    models::Registries *registries = m_session->registries();
    if (!isVisible() || m_session->state() != EngineSession::State::Connected || !registries->isEngineKnown())
        return;
    if (!registries->isSupported()) {
        if (!std::exchange(m_told, true))
            notice()->show(
                Notice::Kind::Info,
                tr("This engine neither tests registries nor lists what they hold. Logging in, pulling and "
                   "pushing work."));
        return;
    }
    if (std::exchange(m_told, false))
        notice()->dismiss();
    if (const QStringList problems = m_session->credentials()->problems(); !problems.isEmpty())
        notice()->show(Notice::Kind::Warning, tr("Logins are missing: %1").arg(problems.join(u'\n')));
    registries->refresh();
    registries->testUnknown();
    if (!registries->settings())
        registries->fetchSettings();
}

} // namespace quayside::ui
