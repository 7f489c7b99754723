#include "models/stats/rememberedstats.h"

#include <QDataStream>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QThreadPool>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr quint32 magic = 0x51535401; // "QST", version 1
constexpr qint64 oneHour = 3'600'000;
constexpr int saveAfter = 120'000; // ms after something new
constexpr qint64 largestFile = 64LL << 20;

bool writeWhole(const QString &fileName, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(fileName).path());
    QSaveFile file(fileName);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

void bound(StatsSeries &series, int containers)
{
    constexpr int full = RememberedStats::mostInFull;
    const auto share = [containers](int whole) {
        return containers <= full ? whole : std::max(30, whole * full / containers);
    };
    series.setCapacity(share(StatsSeries::fineCapacity), share(StatsSeries::coarseCapacity));
}

} // namespace

RememberedStats::RememberedStats(const QString &fileName, QObject *parent)
    : QObject(parent), m_fileName(fileName)
{
    m_save.setSingleShot(true);
    m_save.setInterval(saveAfter);
    connect(&m_save, &QTimer::timeout, this, &RememberedStats::saveBehind);
}

RememberedStats::~RememberedStats()
{
    if (m_changed)
        save();
}

QString RememberedStats::fileOfThisPerson()
{
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/stats.bin");
}

void RememberedStats::add(const QString &id, const StatsPoint &point)
{
    load();
    auto found = m_series.find(id);
    if (found == m_series.end()) {
        if (m_series.size() >= mostContainers)
            return;
        found = m_series.insert(id, {});
        boundNewcomer(*found);
    }
    found->add(point);
    m_changed = true;
    if (!m_save.isActive()) // no timer while nobody looks
        m_save.start();
    emit pointAdded(id);
}

// A thousand containers take as much as two hundred in full. The others give way now and then.
void RememberedStats::boundNewcomer(StatsSeries &series)
{
    if (const int count = int(m_series.size()); count > mostInFull && count % 50 == 1)
        boundAll();
    else
        bound(series, count);
}

void RememberedStats::boundAll() const
{
    for (StatsSeries &each : m_series)
        bound(each, int(m_series.size()));
}

void RememberedStats::forget(const QString &id)
{
    m_changed = m_series.remove(id) || m_changed; // of the last run it goes within the hour
}

const StatsSeries *RememberedStats::find(const QString &id) const
{
    load();
    const auto found = m_series.constFind(id);
    return found == m_series.constEnd() ? nullptr : &*found;
}

void RememberedStats::load() const
{
    if (std::exchange(m_loaded, true) || m_fileName.isEmpty())
        return;
    QFile file(m_fileName);
    if (file.open(QIODevice::ReadOnly) && file.size() <= largestFile)
        m_series = decode(file.readAll(), QDateTime::currentMSecsSinceEpoch());
    boundAll();
}

bool RememberedStats::save()
{
    m_save.stop();
    m_changed = false;
    return m_fileName.isEmpty() ||
           writeWhole(m_fileName, encode(m_series, QDateTime::currentMSecsSinceEpoch()));
}

void RememberedStats::saveBehind()
{
    m_changed = false;
    if (m_fileName.isEmpty())
        return;
    QThreadPool::globalInstance()->start(
        [fileName = m_fileName, bytes = encode(m_series, QDateTime::currentMSecsSinceEpoch())] {
            writeWhole(fileName, bytes);
        });
}

QByteArray RememberedStats::encode(const QHash<QString, StatsSeries> &series, qint64 now)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setFloatingPointPrecision(QDataStream::SinglePrecision);
    out << magic << qint32(measureCount);
    for (auto each = series.begin(); each != series.end(); ++each) {
        const QList<StatsPoint> points = each->hour();
        const auto first = std::ranges::find_if(
            points, [now](const StatsPoint &point) { return point.time >= now - oneHour; });
        if (first == points.end())
            continue;
        out << each.key() << qint32(points.end() - first);
        for (auto point = first; point != points.end(); ++point) {
            out << point->time;
            for (const float value : point->values)
                out << value;
        }
    }
    return bytes;
}

QHash<QString, StatsSeries> RememberedStats::decode(const QByteArray &bytes, qint64 now)
{
    QHash<QString, StatsSeries> series;
    QDataStream in(bytes);
    in.setFloatingPointPrecision(QDataStream::SinglePrecision);
    quint32 mark = 0;
    qint32 measures = 0;
    in >> mark >> measures;
    if (mark != magic || measures != qint32(measureCount))
        return {};
    while (!in.atEnd() && series.size() < mostContainers) {
        QString id;
        qint32 count = 0;
        in >> id >> count;
        if (in.status() != QDataStream::Ok || count < 0 || count > StatsSeries::coarseCapacity + 1)
            return {};
        StatsSeries one;
        for (qint32 i = 0; i < count; ++i) {
            StatsPoint point;
            in >> point.time;
            for (float &value : point.values)
                in >> value;
            if (point.time >= now - oneHour && point.time <= now)
                one.addCoarse(point);
        }
        if (in.status() != QDataStream::Ok)
            return {};
        if (!one.isEmpty())
            series.insert(id, one);
    }
    return series;
}

} // namespace quayside::models
