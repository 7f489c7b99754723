#include "models/containers/envfile.h"

#include <algorithm>

namespace quayside::models
{

Result<QList<EnvVariable>> parseEnvFile(const QString &text)
{
    QList<EnvVariable> variables;
    int number = 0;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        while (!line.isEmpty() && line.front().isSpace())
            line.remove(0, 1);
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const qsizetype equals = line.indexOf(u'=');
        const QString name = equals < 0 ? line.trimmed() : line.left(equals);
        if (name.isEmpty() || std::ranges::any_of(name, [](QChar c) { return c.isSpace(); }))
            return fail(ErrorKind::InvalidArgument, "line {} is not NAME=value: {}", number,
                        line.toStdString());
        variables.append({name, equals < 0 ? std::optional<QString>() : line.mid(equals + 1)});
    }
    return variables;
}

} // namespace quayside::models
