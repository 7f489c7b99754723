#include "models/learn/lessons/builtin.h"

#include <QDir>
#include <QFile>

// A library's own resources have to be asked for (Qt's documentation of Q_INIT_RESOURCE), outside of any
// namespace.
static void initLessonFiles()
{
    Q_INIT_RESOURCE(lessons);
}

namespace quayside::models
{

QStringList builtInLessonIds()
{
    initLessonFiles();
    QStringList ids;
    for (const QString &file :
         QDir(QStringLiteral(":/lessons")).entryList({QStringLiteral("*.md")}, QDir::Files))
        ids.append(file.chopped(3));
    ids.removeAll(QStringLiteral("glossary"));
    return ids;
}

QString builtInText(const QString &name)
{
    initLessonFiles();
    QFile file(QStringLiteral(":/lessons/%1.md").arg(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace quayside::models
