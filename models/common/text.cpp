#include "models/common/text.h"

#include <QLocale>
#include <QRegularExpression>

#include <array>
#include <cmath>

namespace quayside::models
{

QString Text::size(std::int64_t bytes)
{
    if (bytes < 0)
        return {};
    if (bytes < 1024)
        return tr("%1 B").arg(bytes);
    static constexpr std::array units = {QT_TR_NOOP("%1 KiB"), QT_TR_NOOP("%1 MiB"), QT_TR_NOOP("%1 GiB"),
                                         QT_TR_NOOP("%1 TiB")};
    double value = double(bytes) / 1024;
    std::size_t unit = 0;
    while (value >= 1023.95 && unit + 1 < units.size()) { // 1023.95 would print as 1024.0
        value /= 1024;
        ++unit;
    }
    return tr(units[unit]).arg(QLocale().toString(value, 'f', 1));
}

QString Text::ago(std::int64_t then, std::int64_t now)
{
    if (then <= 0)
        return {};
    const std::int64_t seconds = now - then;
    if (seconds < 5)
        return tr("just now");
    if (seconds < 60)
        return tr("%n s ago", nullptr, int(seconds));
    if (seconds < 3600)
        return tr("%n min ago", nullptr, int(seconds / 60));
    if (seconds < 24 * 3600)
        return tr("%n h ago", nullptr, int(seconds / 3600));
    if (seconds < 60LL * 24 * 3600)
        return tr("%n day(s) ago", nullptr, int(seconds / (24 * 3600)));
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(then).date(), QLocale::ShortFormat);
}

QString Text::duration(std::int64_t seconds)
{
    if (seconds < 60)
        return tr("%n s", nullptr, int(std::max<std::int64_t>(seconds, 0)));
    if (seconds < 3600)
        return tr("%n min", nullptr, int(seconds / 60));
    if (seconds < 48LL * 3600)
        return tr("%n h", nullptr, int(seconds / 3600));
    return tr("%n day(s)", nullptr, int(seconds / (24 * 3600)));
}

qint64 Text::secondsOf(const std::string &rfc3339)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(rfc3339), Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toSecsSinceEpoch() : 0;
}

QString Text::users(const QStringList &names)
{
    if (names.isEmpty())
        return tr("not used");
    if (names.size() <= 2)
        return names.join(QStringLiteral(", "));
    return tr("%1 and %n more", nullptr, int(names.size()) - 1).arg(elideMiddle(names.first(), 18));
}

QString Text::exactTime(std::int64_t seconds)
{
    if (seconds <= 0)
        return {};
    const QDateTime time = QDateTime::fromSecsSinceEpoch(seconds);
    return QLocale().toString(time.date(), QLocale::ShortFormat) + u' ' +
           time.time().toString(QStringLiteral("HH:mm:ss"));
}

QString Text::shortId(const QString &id)
{
    const qsizetype colon = id.indexOf(u':');
    return id.mid(colon + 1, 12);
}

QString Text::exitReason(int exitCode, bool outOfMemory)
{
    if (outOfMemory)
        return tr("exit %1: out of memory").arg(exitCode);
    switch (exitCode) {
    case 0:
        return tr("exit 0");
    case 125:
        return tr("exit 125: the engine could not start it");
    case 126:
        return tr("exit 126: the command cannot be executed");
    case 127:
        return tr("exit 127: no such command");
    case 128 + 6:
        return tr("exit 134: aborted (SIGABRT)");
    case 128 + 9:
        return tr("exit 137: killed (SIGKILL)");
    case 128 + 11:
        return tr("exit 139: crashed (SIGSEGV)");
    case 128 + 15:
        return tr("exit 143: asked to end (SIGTERM)");
    default:
        return tr("exit %1").arg(exitCode);
    }
}

QString Text::elideMiddle(const QString &text, qsizetype length)
{
    if (text.size() <= length || length < 3)
        return text;
    const qsizetype head = (length - 1) / 2, tail = length - 1 - head;
    return text.left(head) + QChar(0x2026) + text.right(tail);
}

std::optional<std::int64_t> parseSize(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(\\d+(?:\\.\\d+)?)\\s*([kmgtp]?)(?:i?b)?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(2).toLower();
    const double factor = unit.isEmpty() ? 1 : std::pow(1024.0, QStringLiteral("kmgtp").indexOf(unit) + 1);
    const double bytes = match.captured(1).toDouble() * factor;
    if (bytes > 9.0e18)
        return std::nullopt;
    return std::int64_t(bytes);
}

QString sizeOption(std::int64_t bytes)
{
    static constexpr std::array<char, 4> units = {'g', 'm', 'k', 'b'};
    std::int64_t factor = 1LL << 30;
    for (const char unit : units) {
        if (bytes >= factor && bytes % factor == 0)
            return QString::number(bytes / factor) + (unit == 'b' ? QString() : QString(QLatin1Char(unit)));
        factor >>= 10;
    }
    return QString::number(bytes);
}

} // namespace quayside::models
