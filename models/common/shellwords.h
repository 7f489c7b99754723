// A command line as the POSIX shell splits it, and back.
#pragma once

#include "engine/base/result.h"

#include <QString>
#include <QStringList>

namespace quayside::models
{

// Splits at blanks; understands '…', "…" (with \" \\ \$ \`), \x, a line continued with \ and # comments.
// Variables, globs and substitutions stay as text: nothing is run. InvalidArgument: a quote that never ends.
// POSIX.1-2017, Shell Command Language 2.2.
Result<QStringList> splitShellWords(const QString &line);

// The word so that a shell reads it back unchanged; quotes only where they are needed.
QString quoteShellWord(const QString &word);
QString joinShellWords(const QStringList &words);

} // namespace quayside::models
