#include "ui/system/systempage.h"

#include "ui/common/tabs.h"
#include "ui/system/diskview.h"
#include "ui/system/enginefacts.h"
#include "ui/system/eventspage.h"

#include <QVBoxLayout>

namespace quayside::ui
{

SystemPage::SystemPage(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_tabs(new Tabs(this)), m_events(new EventsPage(session)),
      m_disk(new DiskView(session)), m_engine(new EngineFacts(session))
{
    m_tabs->addPage(m_events, Symbol::Clock, tr("Events"));
    m_tabs->addPage(m_disk, Symbol::Volume, tr("Disk"));
    m_tabs->addPage(m_engine, Symbol::Engine, tr("Engine"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
}

void SystemPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

} // namespace quayside::ui
