// How grave a line says it is: by a word such as WARN, by level=… or by a field of a JSON object.
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace quayside::models
{

enum class LogLevel : quint8 { None, Trace, Debug, Info, Warning, Error, Fatal };
inline constexpr int logLevels = 7;

// Looks at the beginning of a line only; quick.
LogLevel levelOf(QByteArrayView line);
// "warn", "WARNING", "W", "40" (pino, bunyan) …
LogLevel levelOfWord(QByteArrayView word);

} // namespace quayside::models
