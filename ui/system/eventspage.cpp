#include "ui/system/eventspage.h"

#include "ui/common/placeholder.h"

namespace quayside::ui
{

using models::EventModel;

EventsPage::EventsPage(models::EngineSession *session, QWidget *parent)
    : TablePage(tr("Events"), Symbol::Clock, QStringLiteral("events"),
                contentOf(session->events()->model(),
                          {{QStringLiteral("kind"),
                            {QStringLiteral("container"), QStringLiteral("image"), QStringLiteral("network"),
                             QStringLiteral("volume"), QStringLiteral("builder")}},
                           {QStringLiteral("action"),
                            {QStringLiteral("start"), QStringLiteral("die"), QStringLiteral("oom"),
                             QStringLiteral("destroy"), QStringLiteral("health_status")}}},
                          [session] { return session->events()->isLoaded(); }),
                parent),
      m_session(session)
{
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
    session->events()->want();
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
