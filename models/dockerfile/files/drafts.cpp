#include "models/dockerfile/files/drafts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QStandardPaths>
#include <QThreadPool>
#include <QUuid>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

namespace quayside::models
{

namespace
{

const QString suffix = QStringLiteral(".draft");

// One thread for all drafts: what is written and removed happens in the order in which it was wanted.
QThreadPool *writers()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(1);
    return &pool;
}

QString pathOf(const QString &folder, const QString &id)
{
    return folder + u'/' + id + suffix;
}

QString lockPathOf(const QString &folder, const QString &id)
{
    return folder + u'/' + id + QStringLiteral(".lock");
}

QByteArray encodeDraft(const DraftText &draft)
{
    return QJsonDocument(QJsonObject{{QStringLiteral("path"), draft.path},
                                     {QStringLiteral("name"), draft.name},
                                     {QStringLiteral("text"), draft.text},
                                     {QStringLiteral("mark"), draft.form.byteOrderMark},
                                     {QStringLiteral("returns"), draft.form.carriageReturns},
                                     {QStringLiteral("base"), QString::fromLatin1(draft.baseHash.toHex())},
                                     {QStringLiteral("cursor"), draft.cursor}})
        .toJson(QJsonDocument::Compact);
}

std::optional<DraftText> decodeDraft(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    if (!object[QStringLiteral("text")].isString())
        return std::nullopt;
    return DraftText{
        .path = object[QStringLiteral("path")].toString(),
        .name = object[QStringLiteral("name")].toString(),
        .text = object[QStringLiteral("text")].toString(),
        .form = {object[QStringLiteral("mark")].toBool(), object[QStringLiteral("returns")].toBool()},
        .baseHash = QByteArray::fromHex(object[QStringLiteral("base")].toString().toLatin1()),
        .cursor = object[QStringLiteral("cursor")].toInt()};
}

// Open and locked; invalid where another program has it. The kernel lets go of it with the process.
Fd lockFile(const QString &folder, const QString &id)
{
    const QByteArray name = QFile::encodeName(lockPathOf(folder, id));
    Fd file(::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    struct stat mine = {}, there = {};
    if (!file.valid() || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0 || ::fstat(file.get(), &mine) != 0 ||
        ::stat(name.constData(), &there) != 0 || mine.st_ino != there.st_ino)
        return {}; // the last: who had it has removed it in between
    return file;
}

std::optional<DraftText> readDraft(const QString &folder, const QString &id)
{
    QFile file(pathOf(folder, id));
    return file.open(QIODevice::ReadOnly) ? decodeDraft(file.readAll()) : std::nullopt;
}

QStringList draftIds(const QString &folder)
{
    QStringList ids;
    for (const QString &file :
         QDir(folder).entryList({u'*' + suffix}, QDir::Files, QDir::Time | QDir::Reversed))
        ids.append(file.chopped(suffix.size()));
    return ids;
}

} // namespace

Draft::Draft(const QString &folder, QObject *parent)
    : QObject(parent), m_folder(folder), m_id(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(milliseconds);
    connect(&m_timer, &QTimer::timeout, this, &Draft::write);
}

Draft::Draft(const QString &folder, const QString &id, Fd lock) : Draft(folder)
{
    m_id = id;
    m_lock = std::move(lock);
}

Draft::~Draft()
{
    flush();
}

QString Draft::ownFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + QStringLiteral("/drafts");
}

bool Draft::lock()
{
    if (m_lock.valid())
        return true;
    if (!QDir().exists(m_folder)) {
        QDir().mkpath(QFileInfo(m_folder).path());
        ::mkdir(QFile::encodeName(m_folder).constData(), 0700);
    }
    m_lock = lockFile(m_folder, m_id);
    return m_lock.valid();
}

void Draft::keep(const DraftText &text)
{
    m_wanted = text;
    if (!m_timer.isActive())
        m_timer.start(); // not again with each key: it is on the disk in time however fast one types
}

void Draft::write()
{
    m_timer.stop();
    if (!m_wanted)
        return;
    const DraftText text = *std::exchange(m_wanted, std::nullopt);
    if (!lock()) {
        onWritten(tr("its folder %1 cannot be written").arg(m_folder));
        return;
    }
    writers()->start([self = QPointer(this), path = pathOf(m_folder, m_id), text] {
        const Result<> done = TextFile::writeBytes(path, encodeDraft(text), 0600);
        const QString problem = done ? QString() : QString::fromStdString(done.error().message);
        if (QCoreApplication *program = QCoreApplication::instance()) // not while it ends
            QMetaObject::invokeMethod(program, [self, problem] {
                if (self)
                    self->onWritten(problem);
            });
    });
}

void Draft::onWritten(const QString &problem)
{
    if (!problem.isEmpty() && !m_failed)
        emit failed(tr("What you type is not kept for the case of a crash: %1. Save it soon.").arg(problem));
    m_failed = !problem.isEmpty();
}

void Draft::remove()
{
    m_timer.stop();
    m_wanted.reset();
    if (!m_lock.valid())
        return;
    // The lock is held until both are gone, and the next draft of this file has a new one.
    auto lock = std::make_shared<Fd>(std::move(m_lock));
    writers()->start([lock, path = pathOf(m_folder, m_id), lockPath = lockPathOf(m_folder, m_id)] {
        QFile::remove(path);
        QFile::remove(lockPath);
    });
    m_id = QUuid::createUuid().toString(QUuid::WithoutBraces);
}

void Draft::flush()
{
    write();
    writers()->waitForDone();
}

std::vector<Draft::Found> Draft::takeAbandoned(const QString &folder)
{
    std::vector<Found> found;
    for (const QString &id : draftIds(folder)) {
        Fd lock = lockFile(folder, id);
        if (!lock.valid())
            continue;
        const std::optional<DraftText> text = readDraft(folder, id);
        if (text)
            found.push_back({std::unique_ptr<Draft>(new Draft(folder, id, std::move(lock))), *text});
        else
            QFile::remove(lockPathOf(folder, id)); // its draft has just gone, or is none
    }
    return found;
}

bool Draft::anyAbandoned(const QString &folder)
{
    for (const QString &id : draftIds(folder)) {
        if (lockFile(folder, id).valid())
            return true;
    }
    return false;
}

} // namespace quayside::models
