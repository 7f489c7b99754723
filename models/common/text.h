// How sizes, times, ids and states read. Translated.
#pragma once

#include <QCoreApplication>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace quayside::models
{

class Text
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::Text)

public:
    // 812 B, 9.0 KiB, 80.0 MiB, 4.1 GiB; "" for a negative count (unknown).
    static QString size(std::int64_t bytes);
    // "just now", "2 min ago", "3 h ago", "5 days ago", else the date. Seconds since 1970, UTC.
    static QString ago(std::int64_t then, std::int64_t now = QDateTime::currentSecsSinceEpoch());
    // "9 min", "3 h", "5 days".
    static QString duration(std::int64_t seconds);
    // RFC 3339 as the engine writes it → seconds since 1970; 0: none, or the year 1, which stands for none.
    static qint64 secondsOf(const std::string &rfc3339);
    // Names of containers: "web", "web, db", "web and 3 more", "not used".
    static QString users(const QStringList &names);
    // The exact local time, for a tooltip.
    static QString exactTime(std::int64_t seconds);
    // "sha256:4f53…" or "4f53…" → its first twelve digits.
    static QString shortId(const QString &id);
    // "exit 137: killed (SIGKILL)", "exit 127: no such command" …
    static QString exitReason(int exitCode, bool outOfMemory);
    // Keeps both ends: "registry.exa…/web:1". At most `length` characters.
    static QString elideMiddle(const QString &text, qsizetype length);
};

// "512m", "1.5g", "64k", "1024", "2 GiB" as docker's --memory reads them (factors of 1024) → bytes. nullopt:
// not a size.
std::optional<std::int64_t> parseSize(const QString &text);
// The shortest that parseSize() reads back to the same number: 536870912 → "512m".
QString sizeOption(std::int64_t bytes);

} // namespace quayside::models
