#include "models/dockerfile/context/contexttree.h"

#include "models/common/text.h"
#include "models/dockerfile/context/ignoreedits.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace quayside::models
{

namespace
{

using Kind = ContextEntry::Kind;
using State = ContextEntry::State;

constexpr int restMilliseconds = 250; // between a change and a look: several come together
constexpr std::size_t mostIgnoreText = std::size_t{1} << 20;

QString shown(const std::string &name)
{
    return QFile::decodeName(QByteArray::fromStdString(name));
}

QString errorText(int number)
{
    return QString::fromStdString(std::generic_category().message(number));
}

} // namespace

ContextTree::ContextTree(QObject *parent)
    : QAbstractItemModel(parent), m_contents(std::make_shared<ContextContents>())
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ContextTree::start);
    connect(&m_watch, &FolderWatch::changed, this, &ContextTree::refresh);
}

ContextTree::~ContextTree()
{
    stop();
}

void ContextTree::setContext(const QString &folder, const QString &dockerfile)
{
    const QString top = folder.isEmpty() ? QString() : QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    QString file = dockerfile.isEmpty() ? QString() : QDir::cleanPath(QDir(top).relativeFilePath(dockerfile));
    if (file.startsWith(QStringLiteral("../")) || QDir::isAbsolutePath(file))
        file.clear();
    const std::string name = QFile::encodeName(file).toStdString();
    if (top == m_folder && name == m_dockerfile)
        return;
    stop();
    m_soon.stop();
    m_again = false;
    beginResetModel();
    m_folder = top;
    m_dockerfile = name;
    m_opened.clear();
    m_contents = std::make_shared<ContextContents>();
    sortAll();
    endResetModel();
    m_watch.watch({});
    if (m_folder.isEmpty())
        emit looked();
    else
        start();
}

// A folder that never rests is looked at for a fifth of the time at most.
void ContextTree::refresh()
{
    if (m_folder.isEmpty() || m_soon.isActive())
        return;
    if (isLoading())
        m_again = true;
    else
        m_soon.start(std::max(restMilliseconds, int(m_took) * 4));
}

void ContextTree::stop()
{
    if (m_cancelled != nullptr)
        *m_cancelled = true;
    m_cancelled.reset();
}

void ContextTree::start()
{
    stop();
    m_again = false;
    m_clock.start();
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    // It may be gone when the thread is done: that is asked in its own thread, not in the other.
    QThreadPool::globalInstance()->start(
        [self = QPointer<ContextTree>(this), app = QCoreApplication::instance(), cancelled = m_cancelled,
         folder = QFile::encodeName(m_folder).toStdString(), dockerfile = m_dockerfile, opened = m_opened] {
            auto found =
                std::make_shared<const ContextContents>(scanContext(folder, dockerfile, opened, *cancelled));
            QMetaObject::invokeMethod(app, [self, cancelled, found = Contents(std::move(found))] {
                if (self != nullptr && self->m_cancelled == cancelled)
                    self->take(found);
            });
        });
}

void ContextTree::take(const Contents &contents)
{
    m_cancelled.reset();
    m_took = m_clock.elapsed();
    const bool same =
        contents->entries == m_contents->entries && contents->ignoreName == m_contents->ignoreName &&
        contents->ruleProblem == m_contents->ruleProblem &&
        std::ranges::equal(contents->patterns.patterns(), m_contents->patterns.patterns(),
                           [](const auto &one, const auto &other) {
                               return one.text == other.text && one.exception == other.exception &&
                                      one.range == other.range;
                           });
    if (!same) {
        beginResetModel();
        m_contents = contents;
        sortAll();
        endResetModel();
    }
    // Also where nothing has changed: a folder may be another one by the same name.
    const bool fresh = watchAll();
    emit looked();
    if (m_again || fresh)
        refresh();
}

bool ContextTree::watchAll()
{
    std::vector<std::string> folders;
    const std::string top = QFile::encodeName(m_folder).toStdString();
    const auto &entries = m_contents->entries;
    for (std::uint32_t i = 0; i < entries.size() && folders.size() <= FolderWatch::mostFolders; ++i) {
        if (entries[i].kind == Kind::Folder && entries[i].listed)
            folders.push_back(i == 0 ? top : top + '/' + m_contents->path(i));
    }
    return m_watch.watch(folders);
}

QString ContextTree::summary() const
{
    if (m_contents->entries.empty())
        return {};
    const ContextEntry &root = m_contents->entries.front();
    QString text =
        tr("%n file(s), %1, go to the build", nullptr, int(root.files)).arg(Text::size(qint64(root.size)));
    if (m_contents->truncated)
        text = tr("More than %n file(s), %1, go to the build", nullptr, int(root.files))
                   .arg(Text::size(qint64(root.size)));
    if (m_contents->excluded > 0)
        text += QStringLiteral("; ") + tr("%n entry(s) left out", nullptr, int(m_contents->excluded));
    return text + u'.';
}

QString ContextTree::problem() const
{
    const auto &entries = m_contents->entries;
    if (!entries.empty() && entries.front().problem != 0)
        return tr("The folder %1 cannot be read: %2.").arg(m_folder, errorText(entries.front().problem));
    if (m_contents->ruleProblem.empty())
        return {};
    const QString name = shown(m_contents->ignoreName),
                  what = QString::fromStdString(m_contents->ruleProblem);
    return m_contents->ruleProblemLine > 0
               ? tr("Line %1 of %2 is no pattern: %3. Builds fail until it is mended; here nothing is left "
                    "out.")
                     .arg(m_contents->ruleProblemLine)
                     .arg(name, what)
               : tr("%1 cannot be read: %2. Builds fail until that is mended; here nothing is left out.")
                     .arg(name, what);
}

int ContextTree::ruleLine(const QModelIndex &index) const
{
    if (!index.isValid() || entryAt(index).rule < 0)
        return 0;
    return m_contents->patterns.patterns()[std::size_t(entryAt(index).rule)].range.start.line;
}

QString ContextTree::ignoreFile() const
{
    const std::string &name = m_contents->ignoreName;
    return QDir(m_folder).filePath(name.empty() ? QStringLiteral(".dockerignore") : shown(name));
}

QString ContextTree::exclude(const std::string &path)
{
    return write(path, true);
}

QString ContextTree::include(const std::string &path)
{
    return write(path, false);
}

QString ContextTree::write(const std::string &path, bool excluded)
{
    const QString file = ignoreFile();
    int problem = 0;
    const std::string text = readWhole(QFile::encodeName(file).toStdString(), mostIgnoreText, &problem);
    if (problem != 0 && problem != ENOENT)
        return tr("%1 cannot be read: %2.").arg(file, errorText(problem));
    const auto changed = excluded ? textThatExcludes(text, path) : textThatIncludes(text, path);
    if (!changed)
        return (excluded ? tr("%1 cannot be left out: %2.") : tr("%1 cannot be included: %2."))
            .arg(shown(path), QString::fromStdString(changed.error().message));
    if (*changed == text)
        return {};
    QSaveFile saved(file); // a link is followed, and its rights are kept
    if (!saved.open(QIODevice::WriteOnly) || saved.write(changed->data(), qint64(changed->size())) < 0 ||
        !saved.commit())
        return tr("%1 cannot be written: %2.").arg(file, saved.errorString());
    refresh();
    return {};
}

} // namespace quayside::models
