#include "models/learn/lessons/shelf.h"

#include "models/learn/lessons/builtin.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <tuple>

namespace quayside::models
{

namespace
{

const QString folderSetting = QStringLiteral("lessons-folder");

} // namespace

Shelf::Shelf(QObject *parent) : QObject(parent), m_folder(QSettings().value(folderSetting).toString())
{
    constexpr int gather = 200; // ms: an editor's save is several changes
    m_soon.setSingleShot(true);
    m_soon.setInterval(gather);
    connect(&m_soon, &QTimer::timeout, this, &Shelf::read);
    for (auto signal : {&QFileSystemWatcher::directoryChanged, &QFileSystemWatcher::fileChanged})
        connect(&m_watcher, signal, this, [this] { m_soon.start(); });
    readBuiltIn();
    read();
}

QSet<QString> Shelf::builtInIds()
{
    const QStringList ids = builtInLessonIds();
    return {ids.begin(), ids.end()};
}

const Lesson *Shelf::find(const QString &id) const
{
    const auto found = std::ranges::find(m_lessons, id, &Lesson::id);
    return found == m_lessons.end() ? nullptr : &*found;
}

QStringList Shelf::ids() const
{
    QStringList ids;
    for (const Lesson &lesson : m_lessons)
        ids.append(lesson.id);
    return ids;
}

void Shelf::setFolder(const QString &folder)
{
    m_folder = folder;
    QSettings().setValue(folderSetting, folder);
    read();
}

// They never change while the program runs; a test sees that there is no mistake in them.
void Shelf::readBuiltIn()
{
    for (const QString &id : builtInLessonIds()) {
        LessonFile file = LessonFile::parse(builtInText(id).toUtf8(), id + QStringLiteral(".md"));
        file.lesson.builtIn = true;
        if (file.mistakes.isEmpty())
            m_builtIn.append(file.lesson);
    }
}

void Shelf::read()
{
    m_lessons = m_builtIn;
    m_mistakes.clear();
    m_folderFiles = 0;
    if (m_folder.isEmpty())
        watch({});
    else
        readFolder();
    std::ranges::stable_sort(m_lessons, [](const Lesson &a, const Lesson &b) {
        return std::tie(a.order, a.id) < std::tie(b.order, b.id);
    });
    emit changed();
}

void Shelf::readFolder()
{
    const QDir folder(m_folder);
    QStringList files = folder.entryList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    files.removeIf([](const QString &file) { return file.compare(u"README.md", Qt::CaseInsensitive) == 0; });
    if (!folder.exists())
        m_mistakes.append({m_folder, 0, tr("The folder is not there. Choose another one.")});
    else if (files.isEmpty())
        m_mistakes.append({m_folder, 0, tr("There are no lessons here: files whose names end in .md.")});
    if (files.size() > mostFiles) {
        m_mistakes.append(
            {m_folder, 0, tr("More than %1 files: only the first ones are read.").arg(mostFiles)});
        files.resize(mostFiles);
    }
    m_folderFiles = int(files.size());
    for (const QString &file : std::as_const(files))
        take(LessonFile::read(folder.filePath(file)));
    watch(files);
}

void Shelf::take(const LessonFile &file)
{
    m_mistakes.append(file.mistakes);
    if (!file.mistakes.isEmpty())
        return;
    const QString id = file.lesson.id;
    if (find(id) != nullptr) {
        m_mistakes.append(
            {file.lesson.file, 0, tr("There is a lesson “%1” already. Give this one another id.").arg(id)});
        return;
    }
    // Whose things are whose is told by their names.
    for (const Lesson &other : std::as_const(m_lessons)) {
        if (id.startsWith(other.id + u'-') || other.id.startsWith(id + u'-')) {
            m_mistakes.append(
                {file.lesson.file, 0,
                 tr("The id “%1” and that of the lesson “%2” begin alike. Give this one another id.")
                     .arg(id, other.id)});
            return;
        }
    }
    m_lessons.append(file.lesson);
}

void Shelf::watch(const QStringList &files)
{
    if (const QStringList before = m_watcher.files() + m_watcher.directories(); !before.isEmpty())
        m_watcher.removePaths(before);
    QStringList paths{m_folder};
    for (const QString &file : files)
        paths.append(QDir(m_folder).filePath(file));
    paths.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

} // namespace quayside::models
