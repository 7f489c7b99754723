#include "models/learn/lessons/lessonrules.h"

#include "models/containers/runline.h"

#include <QRegularExpression>

#include <algorithm>

namespace quayside::models
{

bool LessonRules::isId(const QString &text)
{
    static const QRegularExpression id(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    return text.size() <= 60 && id.match(text).hasMatch();
}

Result<RunOptions> LessonRules::readRun(const QString &words)
{
    TRY(ParsedRunLine line, parseRunLine(QStringLiteral("docker run ") + words));
    if (!line.ignored.isEmpty())
        return fail(ErrorKind::InvalidArgument, "{}",
                    tr("%1 is not possible in lessons").arg(line.ignored.first()).toStdString());
    if (const QString problem = problemOf(line.options); !problem.isEmpty())
        return fail(ErrorKind::InvalidArgument, "{}", problem.toStdString());
    return std::move(line.options);
}

QString LessonRules::problemOf(const RunOptions &options)
{
    if (options.privileged)
        return tr("--privileged is not for lessons: use --security-opt lab");
    if (!options.devices.isEmpty())
        return tr("Devices of the host are not for lessons");
    if (std::ranges::any_of(options.mounts,
                            [](const MountOption &mount) { return mount.kind == MountOption::Kind::Bind; }))
        return tr("Folders of the host are not for lessons: use a volume whose name begins with learn-");
    for (const QString &mode : {options.network, options.pidMode, options.ipcMode, options.usernsMode}) {
        if (mode == u"host")
            return tr("Namespaces of the host are not for lessons");
    }
    return {};
}

} // namespace quayside::models
