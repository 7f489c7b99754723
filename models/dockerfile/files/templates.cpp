#include "models/dockerfile/files/templates.h"

#include "models/dockerfile/files/textfile.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

// Of a static library: nothing else would link them. Outside of every namespace, as the macro wants it.
static void loadTemplates()
{
    Q_INIT_RESOURCE(templates);
}

namespace quayside::models
{

namespace
{

QString templateFolder(const QString &id)
{
    static const bool loaded = [] {
        loadTemplates();
        return true;
    }();
    Q_UNUSED(loaded);
    return QStringLiteral(":/templates/") + id;
}

} // namespace

QList<Template> Templates::all()
{
    return {
        {QStringLiteral("python"), tr("Python (Flask)"),
         tr("A web application with Flask. Packages are installed before the code is copied, and kept in a "
            "cache.")},
        {QStringLiteral("node"), tr("Node.js"), tr("A server in JavaScript, with its packages from npm.")},
        {QStringLiteral("go"), tr("Go"),
         tr("Compiled in one stage; the image has the program and nothing else.")},
        {QStringLiteral("rust"), tr("Rust"),
         tr("Compiled with cargo in one stage, with a cache between builds; run in a small one.")},
        {QStringLiteral("cpp"), tr("C++"),
         tr("Compiled and linked statically in one stage; the image has the program only.")},
        {QStringLiteral("java"), tr("Java"),
         tr("Compiled with the development kit, run with the smaller runtime.")},
        {QStringLiteral("static"), tr("Static web site"), tr("Plain files, and a small server for them.")},
        {QStringLiteral("multistage"), tr("Several stages"),
         tr("Stages that are made beside each other, a test, and one that takes what it needs from the "
            "others.")},
        {QStringLiteral("minimal"), tr("As little as possible"),
         tr("One program, accounts, no shell and no package manager: what is not there cannot be "
            "attacked.")}};
}

QStringList Templates::files(const QString &id)
{
    const QString folder = templateFolder(id);
    QStringList found;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        found.append(entries.next().mid(folder.size() + 1));
    found.sort();
    return found;
}

QByteArray Templates::content(const QString &id, const QString &file)
{
    QFile source(templateFolder(id) + u'/' + file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

Result<QString> Templates::create(const QString &id, const QString &folder)
{
    const QStringList names = files(id);
    const QDir target(folder);
    for (const QString &name : names) {
        if (const QFileInfo there(target.filePath(name)); there.exists() || there.isSymLink())
            return fail(ErrorKind::Conflict, "{}",
                        tr("%1 is there already, and is not overwritten: choose another folder")
                            .arg(there.filePath())
                            .toStdString());
    }
    for (const QString &name : names) {
        const QString path = target.filePath(name);
        if (!QDir().mkpath(QFileInfo(path).path()))
            return fail(ErrorKind::Internal, "{}",
                        tr("The folder %1 cannot be made: choose another one")
                            .arg(QFileInfo(path).path())
                            .toStdString());
        CHECK(TextFile::writeBytes(path, content(id, name)));
    }
    return target.filePath(QStringLiteral("Dockerfile"));
}

} // namespace quayside::models
