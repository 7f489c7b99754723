#include "models/registries/layerprogress.h"

#include "models/common/text.h"

#include <algorithm>
#include <array>
#include <optional>

namespace quayside::models
{

namespace
{

using Phase = LayerState::Phase;

constexpr qint64 mostOfLayer = qint64{1} << 50; // of a layer: sums stay numbers whatever an engine says

// What engines say of a layer, by how it begins.
struct Word {
    const char16_t *start;
    Phase phase;
};
constexpr std::array<Word, 17> words = {{{u"Pulling fs layer", Phase::Waiting},
                                         {u"Waiting", Phase::Waiting},
                                         {u"Preparing", Phase::Waiting},
                                         {u"Retrying", Phase::Waiting},
                                         {u"Downloading", Phase::Moving},
                                         {u"Pushing", Phase::Moving},
                                         {u"Copying", Phase::Moving},
                                         {u"Compressing", Phase::Moving},
                                         {u"Verifying Checksum", Phase::Unpacking},
                                         {u"Download complete", Phase::Unpacking},
                                         {u"Extracting", Phase::Unpacking},
                                         {u"Pull complete", Phase::Ended},
                                         {u"Pushed", Phase::Ended},
                                         {u"Upload complete", Phase::Ended},
                                         {u"Already exists", Phase::Present},
                                         {u"Layer already exists", Phase::Present},
                                         {u"Mounted from", Phase::Present}}};

std::optional<Phase> phaseOf(const QString &status)
{
    for (const Word &word : words) {
        if (status.startsWith(QStringView(word.start)))
            return word.phase;
    }
    return std::nullopt;
}

} // namespace

void RateMeter::add(qint64 milliseconds, qint64 bytes)
{
    if (!m_samples.empty() && bytes < m_samples.back().bytes) // it began again
        m_samples.clear();
    m_samples.push_back({milliseconds, bytes});
    // One that is older than the window stays: its bytes are what those of the window are counted from.
    while (m_samples.size() > 2 && m_samples[1].at < milliseconds - window)
        m_samples.pop_front();
}

qint64 RateMeter::rate(qint64 milliseconds) const
{
    if (m_samples.size() < 2 || m_samples.back().at < milliseconds - window)
        return 0;
    const qint64 time = std::max(milliseconds, m_samples.back().at) - m_samples.front().at;
    return time < 300 ? 0 : (m_samples.back().bytes - m_samples.front().bytes) * 1000 / time;
}

int LayerProgress::rowOf(const QString &id)
{
    for (int row = 0; row < m_layers.size(); ++row) {
        if (m_layers[row].id == id)
            return row;
    }
    beginInsertRows({}, int(m_layers.size()), int(m_layers.size()));
    m_layers.append({.id = id});
    endInsertRows();
    return int(m_layers.size()) - 1;
}

bool LayerProgress::take(const client::Progress &progress, qint64 milliseconds)
{
    const QString id = QString::fromStdString(progress.id), status = QString::fromStdString(progress.status);
    const std::optional<Phase> phase = phaseOf(status);
    if (id.isEmpty() || !phase)
        return false;
    m_now = milliseconds;
    const int row = rowOf(id);
    LayerState &layer = m_layers[row];
    layer.status = status;
    layer.phase = *phase;
    if (*phase == Phase::Moving) {
        layer.total = std::clamp<qint64>(progress.total.value_or(layer.total), 0, mostOfLayer);
        layer.done = std::clamp<qint64>(progress.current.value_or(layer.done), 0,
                                        layer.total > 0 ? layer.total : mostOfLayer);
        layer.meter.add(milliseconds, layer.done);
    } else if (*phase == Phase::Unpacking || *phase == Phase::Ended) {
        layer.done = layer.total;
    }
    m_meter.add(milliseconds, done());
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    return true;
}

void LayerProgress::clear()
{
    beginResetModel();
    m_layers.clear();
    m_meter = {};
    endResetModel();
}

int LayerProgress::over() const
{
    return int(std::ranges::count_if(m_layers, [](const LayerState &layer) { return layer.isOver(); }));
}

qint64 LayerProgress::done() const
{
    qint64 bytes = 0;
    for (const LayerState &layer : m_layers)
        bytes += layer.done;
    return bytes;
}

qint64 LayerProgress::total() const
{
    qint64 bytes = 0, known = 0, unknown = 0;
    for (const LayerState &layer : m_layers) {
        bytes += layer.total;
        known += layer.total > 0 ? 1 : 0;
        unknown += layer.total == 0 && !layer.isOver() ? 1 : 0;
    }
    return known > 0 ? bytes + bytes / known * unknown : 0;
}

qint64 LayerProgress::secondsLeft() const
{
    const qint64 speed = rate(), left = total() - done();
    return speed <= 0 || total() == 0 ? -1 : (left + speed - 1) / speed;
}

// ---- the table

int LayerProgress::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_layers.size());
}

int LayerProgress::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LayerProgress::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case LayerColumn:
        return tr("Layer");
    case StateColumn:
        return tr("State");
    case ProgressColumn:
        return tr("Progress");
    default:
        return {};
    }
}

QString LayerProgress::stateText(const LayerState &layer) const
{
    switch (layer.phase) {
    case Phase::Waiting:
        return layer.status.startsWith(u"Retrying") ? tr("is tried again") : tr("waits");
    case Phase::Moving:
        if (layer.status.startsWith(u"Compressing"))
            return tr("is compressed");
        return layer.status.startsWith(u"Pushing") ? tr("is sent") : tr("comes");
    case Phase::Unpacking:
        return tr("is unpacked");
    case Phase::Ended:
        return layer.status.startsWith(u"Pushed") ? tr("sent") : tr("done");
    case Phase::Present:
        return layer.status.startsWith(u"Already") ? tr("was here already") : tr("is there already");
    }
    return {};
}

QString LayerProgress::progressText(const LayerState &layer) const
{
    if (layer.phase != Phase::Moving)
        return layer.total > 0 ? Text::size(layer.total) : QString();
    if (layer.total == 0)
        return layer.done > 0 ? Text::size(layer.done) : QString();
    const QString amount = tr("%1 of %2").arg(Text::size(layer.done), Text::size(layer.total));
    const qint64 speed = layer.meter.rate(m_now);
    if (speed <= 0)
        return amount;
    return tr("%1, %2/s, %3 left", "1.0 of 9.0 MiB, 2.0 MiB/s, 4 s left")
        .arg(amount, Text::size(speed), Text::duration((layer.total - layer.done + speed - 1) / speed));
}

QVariant LayerProgress::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LayerState &layer = m_layers[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return index.column() == LayerColumn   ? layer.id
               : index.column() == StateColumn ? stateText(layer)
                                               : progressText(layer);
    case Qt::AccessibleTextRole:
        return tr("layer %1 %2 %3", "its digits, its state, its progress")
            .arg(layer.id, stateText(layer), progressText(layer));
    case DoneRole:
        return layer.done;
    case TotalRole:
        return layer.total;
    case PhaseRole:
        return int(layer.phase);
    default:
        return {};
    }
}

} // namespace quayside::models
