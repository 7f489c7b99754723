#include "ui/registries/registrydetails.h"

#include "models/registries/imagename.h"
#include "ui/common/factsheet.h"
#include "ui/common/tabs.h"
#include "ui/registries/registrybrowser.h"

#include <QLayout>

namespace quayside::ui
{

using State = models::RegistryRow::State;

RegistryDetails::RegistryDetails(models::EngineSession *session, QWidget *parent)
    : DetailsPane(parent, Words::None), m_session(session), m_browser(new RegistryBrowser(session))
{
    addPage(Symbol::Folder, tr("&Browse"))->layout()->addWidget(m_browser);
    connect(session->registries()->model(), &QAbstractItemModel::dataChanged, this,
            &RegistryDetails::onRegistriesChanged);
    connect(tabs(), &QTabWidget::currentChanged, this, &RegistryDetails::browseIfShown);
    connect(m_browser, &RegistryBrowser::pullWanted, this, &RegistryDetails::pullWanted);
}

void RegistryDetails::showTab(Tab tab)
{
    tabs()->setCurrentIndex(tab);
}

void RegistryDetails::onRegistriesChanged()
{
    const models::RegistryRow *row = m_session->registries()->model()->find(m_registry);
    if (row == nullptr || *row == m_shown)
        return;
    // Another login, or a registry that answers again, shows other things.
    const bool reload = row->login != m_shown.login ||
                        (row->state == State::Reachable && m_shown.state != State::Reachable &&
                         m_browser->repositories()->state() == models::RegistryNames::State::Failed);
    showRegistry(m_registry);
    if (reload && tabs()->currentIndex() == Browse)
        m_browser->reload();
}

void RegistryDetails::showRegistry(const QString &registry)
{
    m_registry = registry;
    const models::RegistryRow *row = m_session->registries()->model()->find(registry);
    if (row == nullptr)
        return;
    m_shown = *row;
    setHead(models::shownRegistry(registry), row->stateText());
    fill(m_shown);
    browseIfShown();
}

// A registry is not asked for what nobody looks at.
void RegistryDetails::browseIfShown()
{
    if (tabs()->currentIndex() == Browse)
        m_browser->showRegistry(m_registry);
}

void RegistryDetails::fill(const models::RegistryRow &row)
{
    FactSheet *sheet = overview();
    sheet->clear();
    sheet->addSection(tr("Registry"));
    sheet->addFact(tr("Name"), row.registry, true);
    addState(row);
    sheet->addSection(tr("Login"));
    if (row.login.exists()) {
        sheet->addFact(tr("User"), row.login.user);
        sheet->addFact(tr("Kept"), models::CredentialStore::shownPlace(row.login.place));
        if (row.state == State::Reachable && row.authentication == u"none")
            sheet->addNote(tr("The registry asks nobody for a login."));
        else if (row.loggedIn)
            sheet->addNote(tr("The registry took the login when it was tested last."));
    } else {
        sheet->addNote(row.state == State::Reachable && row.authentication == u"none"
                           ? tr("Not needed: the registry asks nobody for a login.")
                           : tr("Nobody is logged in: what is not public cannot be pulled."));
    }
    sheet->addSection(tr("Images"));
    if (row.images == 0)
        sheet->addNote(tr("No image here has a name of this registry."));
    else
        sheet->addFact(tr("Names here"), QString::number(row.images));
    sheet->finish();
}

void RegistryDetails::addState(const models::RegistryRow &row)
{
    FactSheet *sheet = overview();
    sheet->addFact(tr("State"), row.stateText());
    sheet->addFact(tr("Address"), row.address, true);
    if (row.state == State::Reachable) {
        sheet->addFact(tr("Certificate"), !row.encrypted
                                              ? tr("none: whoever is on the way can read and change all")
                                          : row.verified ? tr("checked")
                                                         : tr("not checked"));
        sheet->addFact(tr("Asks for"), row.authentication == u"none" ? tr("no login")
                                       : row.authentication == u"basic"
                                           ? tr("a user name and password (basic)")
                                           : tr("a token (bearer)"));
    }
    if (!row.message.isEmpty())
        sheet->addNote(row.message);
}

} // namespace quayside::ui
