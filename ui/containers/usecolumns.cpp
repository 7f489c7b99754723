#include "ui/containers/usecolumns.h"

#include "models/common/text.h"
#include "ui/common/icons.h"
#include "ui/common/table.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QScrollBar>

#include <algorithm>

namespace quayside::ui
{

using models::ContainerModel;
using models::ContainerUse;
using models::Measure;
using models::StatsPoint;

namespace
{

constexpr int historyLength = 30;

// With their widths: the first two have room for a plot.
const QList<std::pair<int, int>> &useColumns()
{
    static const QList<std::pair<int, int>> columns = {
        {ContainerModel::CpuColumn, 124},      {ContainerModel::MemoryColumn, 136},
        {ContainerModel::NetworkColumn, 96},   {ContainerModel::DiskColumn, 96},
        {ContainerModel::ProcessesColumn, 88}, {ContainerModel::PressureColumn, 84}};
    return columns;
}

// Of two rates; not known only where neither is.
float sumOf(const StatsPoint &point, Measure first, Measure second)
{
    const float one = point.of(first), other = point.of(second);
    return one < 0 && other < 0 ? -1.F : std::max(one, 0.F) + std::max(other, 0.F);
}

} // namespace

UseColumns::UseColumns(models::EngineSession *session, Table *table, QObject *parent)
    : QObject(parent), m_session(session), m_table(table),
      m_action(new QAction(icon(Symbol::Stats), tr("&Use of the machine"), this)),
      m_sampler(session->client(), session->stats())
{
    m_action->setCheckable(true);
    m_action->setPriority(QAction::LowPriority); // its symbol is enough in the tool bar
    m_action->setToolTip(tr("Show what each container uses of CPU, memory, network and disk"));
    const auto anyShown = [this] {
        return std::ranges::any_of(
            useColumns(), [this](const auto &column) { return m_table->isColumnShown(column.first); });
    };
    m_action->setChecked(anyShown());
    connect(m_action, &QAction::triggered, this, &UseColumns::onToggled);
    connect(table, &Table::columnsChosen, this, [this, anyShown] {
        m_action->setChecked(anyShown());
        startOrStop();
    });
    connect(session, &models::EngineSession::stateChanged, this, &UseColumns::startOrStop);
    connect(session, &models::EngineSession::engineKnown, this, &UseColumns::startOrStop);
    connect(session, &models::EngineSession::engineSwitched, this, [this] { m_sampler.stop(); });
    connect(&m_sampler, &models::StatsSampler::sampled, this, &UseColumns::onSampled);
    table->installEventFilter(this);
}

void UseColumns::onToggled(bool shown)
{
    m_table->setColumnsShown(useColumns(), shown);
}

bool UseColumns::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_table && event->type() == QEvent::Show)
        m_table->window()->installEventFilter(this);
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide ||
        event->type() == QEvent::WindowStateChange)
        QMetaObject::invokeMethod(this, &UseColumns::startOrStop, Qt::QueuedConnection);
    if (object == m_table && event->type() == QEvent::Resize) // columns come and go with the width
        QMetaObject::invokeMethod(this, &UseColumns::startOrStop, Qt::QueuedConnection);
    return QObject::eventFilter(object, event);
}

bool UseColumns::areOnScreen() const
{
    return m_table->isVisible() && !m_table->window()->isMinimized() &&
           std::ranges::any_of(useColumns(), [this](const auto &column) {
               return m_table->isColumnShown(column.first) && !m_table->isColumnHidden(column.first);
           });
}

void UseColumns::startOrStop()
{
    const bool known = m_session->state() == models::EngineSession::State::Connected &&
                       (m_session->isOwnEngine() || !m_session->engineName().isEmpty());
    if (known && areOnScreen()) {
        m_sampler.setShown(idsOnScreen());
        m_sampler.start(m_session->hasFeature(QStringLiteral("stats-stream")));
    } else if (m_sampler.isRunning()) {
        m_sampler.stop();
        m_session->containers()->setUse({}, true);
        emit totalsChanged();
    }
}

// Not while a menu is open or something is dragged.
bool UseColumns::mayReorder()
{
    const bool calm =
        QApplication::activePopupWidget() == nullptr && QGuiApplication::mouseButtons() == Qt::NoButton;
    if (!calm || (m_reordered.isValid() && m_reordered.elapsed() < reorderInterval - 200))
        return false;
    m_reordered.start();
    return true;
}

QStringList UseColumns::idsOnScreen() const
{
    QStringList ids;
    QModelIndex index = m_table->indexAt(QPoint(1, 1));
    for (; index.isValid(); index = m_table->indexBelow(index)) {
        if (!m_table->viewport()->rect().intersects(m_table->visualRect(index)))
            break;
        const QString id = index.siblingAtColumn(0).data(models::TableKeyRole).toString();
        if (const auto *row = m_session->containers()->find(id); row != nullptr && row->isRunning())
            ids.append(id);
    }
    return ids;
}

ContainerUse UseColumns::useOf(const QString &id, const StatsPoint &point) const
{
    ContainerUse use{.cpu = point.of(Measure::Cpu),
                     .memory = point.of(Measure::Memory),
                     .network = sumOf(point, Measure::Received, Measure::Sent),
                     .disk = sumOf(point, Measure::Read, Measure::Written),
                     .processes = point.of(Measure::Processes),
                     .pressure = std::max({point.of(Measure::CpuPressure), point.of(Measure::MemoryPressure),
                                           point.of(Measure::IoPressure)}),
                     .cpuHistory = {},
                     .memoryHistory = {}};
    if (const models::StatsSeries *series = m_session->stats()->find(id)) {
        const auto &points = series->fine();
        const std::size_t count = std::min<std::size_t>(points.size(), historyLength);
        for (std::size_t at = points.size() - count; at < points.size(); ++at) {
            use.cpuHistory.append(points[at].of(Measure::Cpu));
            use.memoryHistory.append(points[at].of(Measure::Memory));
        }
    }
    return use;
}

void UseColumns::onSampled()
{
    QHash<QString, ContainerUse> use;
    const auto &latest = m_sampler.latest();
    use.reserve(latest.size());
    for (auto each = latest.begin(); each != latest.end(); ++each)
        use.insert(each.key(), useOf(each.key(), *each));
    m_session->containers()->setUse(use, mayReorder());
    m_sampler.setShown(idsOnScreen());
    emit totalsChanged();
}

QString UseColumns::totalsText() const
{
    const models::StatsSampler::Totals totals = m_sampler.totals();
    if (totals.containers == 0)
        return {};
    return tr(" · CPU %1 · memory %2", "after the counts in the status bar")
        .arg(models::percentText(totals.cpu / std::max(1, totals.cpus)), models::bytesText(totals.memory));
}

} // namespace quayside::ui
