#include "models/logs/logexport.h"

#include "models/logs/ansitext.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QTimeZone>

#include <format>

namespace quayside::models
{

namespace
{

constexpr qint64 exportMilliseconds = 6; // leaves the rest of a frame to painting
constexpr std::size_t pieceBytes = 256 * 1024;

std::string stampText(std::int64_t time)
{
    const QDateTime then = QDateTime::fromSecsSinceEpoch(time / 1'000'000'000, QTimeZone::UTC);
    return std::format("{}.{:09}Z ", then.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")).toStdString(),
                       time % 1'000'000'000);
}

} // namespace

LogExport::LogExport(LogModel *model, LogFilter *filter, const QString &fileName, const Options &options,
                     QObject *parent)
    : Operation(tr("Save a log to %1").arg(fileName), parent), m_model(model), m_filter(filter),
      m_options(options), m_file(fileName), m_first(model->firstNumber()), m_next(m_first),
      m_end(model->endNumber())
{
    setLosesWorkWhenClosed(true);
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &LogExport::writeSlice);
    m_slice.start();
}

void LogExport::stopWork()
{
    m_slice.stop();
    m_file.cancelWriting();
    m_file.commit();
}

std::string LogExport::lineText(const LogLine &line) const
{
    std::string text;
    if (m_options.times && line.time != 0)
        text = stampText(line.time);
    if (line.source < m_model->sources().size())
        text += m_model->sources()[line.source].toStdString() + " | ";
    if (m_options.colors)
        text.append(line.text.data(), std::size_t(line.text.size()));
    else
        appendSeen(line.text, text);
    return text += '\n';
}

void LogExport::writeSlice()
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly)) {
        m_slice.stop();
        return failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
    }
    QElapsedTimer clock;
    clock.start();
    m_next = std::max(m_next, m_model->firstNumber()); // the oldest may have gone meanwhile
    while (m_next < m_end && clock.elapsed() < exportMilliseconds) {
        std::string piece;
        for (; m_next < m_end && piece.size() < pieceBytes; ++m_next) {
            const LogLine line = m_model->lineOf(m_next);
            if (line.stream != LogStream::Event && (!m_options.shownOnly || m_filter->contains(m_next)))
                piece += lineText(line);
        }
        if (m_file.write(piece.data(), qint64(piece.size())) != qint64(piece.size())) {
            const QString problem = m_file.errorString();
            stopWork();
            return failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), problem));
        }
    }
    setProgress(m_next - m_first, m_end - m_first);
    if (m_next >= m_end)
        finish();
}

void LogExport::finish()
{
    m_slice.stop();
    if (m_file.commit())
        succeed();
    else
        failWith(tr("%1 cannot be written: %2").arg(m_file.fileName(), m_file.errorString()));
}

} // namespace quayside::models
