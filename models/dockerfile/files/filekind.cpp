#include "models/dockerfile/files/filekind.h"

namespace quayside::models
{

FileKind fileKindOf(const QString &fileName)
{
    const QString name = fileName.toLower();
    if (name.endsWith(u".dockerignore"))
        return FileKind::Ignore;
    for (const QStringView word : {QStringView(u"dockerfile"), QStringView(u"containerfile")}) {
        if (name == word || name.startsWith(word.toString() + u'.') || name.endsWith(u'.' + word.toString()))
            return FileKind::Dockerfile;
    }
    const bool yaml = name.endsWith(u".yaml") || name.endsWith(u".yml");
    if (yaml && (name.startsWith(u"compose.") || name.startsWith(u"docker-compose.")))
        return FileKind::Compose;
    return name.endsWith(u".sh") || name.endsWith(u".bash") ? FileKind::Shell : FileKind::Other;
}

} // namespace quayside::models
