#include "models/system/newcontainers.h"

#include <QSettings>

#include <algorithm>

namespace quayside::models
{

NewContainers NewContainers::saved()
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("newContainers"));
    NewContainers found;
    found.removeWhenEnded = settings.value(QStringLiteral("rm"), false).toBool();
    found.init = settings.value(QStringLiteral("init"), false).toBool();
    found.logMebibytes =
        std::clamp(settings.value(QStringLiteral("logMebibytes"), 0).toInt(), 0, mostMebibytes);
    found.logFiles = std::clamp(settings.value(QStringLiteral("logFiles"), 1).toInt(), 1, mostFiles);
    return found;
}

void NewContainers::save() const
{
    QSettings settings;
    settings.beginGroup(QStringLiteral("newContainers"));
    settings.setValue(QStringLiteral("rm"), removeWhenEnded);
    settings.setValue(QStringLiteral("init"), init);
    settings.setValue(QStringLiteral("logMebibytes"), logMebibytes);
    settings.setValue(QStringLiteral("logFiles"), logFiles);
}

RunOptions NewContainers::options() const
{
    RunOptions options;
    options.removeWhenEnded = removeWhenEnded;
    options.init = init;
    if (logMebibytes > 0)
        options.logOptions = {{QStringLiteral("max-size"), QStringLiteral("%1m").arg(logMebibytes)}};
    if (logMebibytes > 0 && logFiles > 1)
        options.logOptions.append({QStringLiteral("max-file"), QString::number(logFiles)});
    return options;
}

} // namespace quayside::models
