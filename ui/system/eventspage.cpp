#include "ui/system/eventspage.h"

#include "ui/common/placeholder.h"
#include "ui/system/eventstrip.h"

namespace quayside::ui
{

using models::EventModel;

EventsPage::EventsPage(models::EngineSession *session, QWidget *parent)
    : TablePage(tr("Events"), Symbol::Clock, QStringLiteral("events"),
                contentOf(session->events()->model(), [session] { return session->events()->isLoaded(); }),
                parent),
      m_session(session), m_strip(new EventStrip(this))
{
    addStrip(m_strip);
    table()->setUpColumns({{EventModel::EventColumn, 340},
                           {EventModel::TimeColumn, 110},
                           {EventModel::KindColumn, 90},
                           {EventModel::ActionColumn, 120},
                           {EventModel::IdColumn, 110}},
                          EventModel::TimeColumn);
    emptyPlaceholder()->setText(tr("Nothing has happened yet"),
                                tr("What is started, ends, is pulled, built or removed is listed here, "
                                   "whoever did it: this window, a command, or the engine by itself."));
    connect(table(), &Table::rowOpened, this,
            [this](const QModelIndex &index) { open(index.data(models::TableKeyRole).toString()); });
    connect(session->events(), &models::Events::loaded, this, &TablePage::refreshFace);
    connect(session, &models::EngineSession::engineSwitched, this, &TablePage::refreshFace);
    m_stripSoon.setSingleShot(true);
    m_stripSoon.setInterval(100);
    connect(&m_stripSoon, &QTimer::timeout, this, &EventsPage::fillStrip);
    const auto soon = [this] {
        if (!m_stripSoon.isActive())
            m_stripSoon.start();
    };
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(shownModel(), signal, this, soon);
    connect(shownModel(), &QAbstractItemModel::modelReset, this, soon);
    connect(m_strip, &EventStrip::chosen, this, &TablePage::select);
    connect(this, &TablePage::currentKeyChanged, m_strip, &EventStrip::setCurrent);
    session->events()->want();
    fillStrip(); // the tray may have had them read before
}

void EventsPage::fillStrip()
{
    QList<models::EventRow> events;
    for (int row = 0; row < shownModel()->rowCount(); ++row) {
        const QString key = shownModel()->index(row, 0).data(models::TableKeyRole).toString();
        if (const models::EventRow *event = m_session->events()->model()->find(key))
            events.append(*event);
    }
    m_strip->setEvents(events);
    m_strip->setCurrent(currentKey());
}

void EventsPage::open(const QString &key)
{
    const models::EventRow *row = m_session->events()->model()->find(key);
    if (row == nullptr)
        return;
    if (row->kind == u"container" && m_session->containers()->find(row->id) != nullptr)
        emit containerWanted(row->id);
    else if (row->kind == u"image")
        emit imageWanted(row->id);
}

} // namespace quayside::ui
