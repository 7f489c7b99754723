#include "models/files/folder.h"

#include "engine/api/types/exec.h"

#include <QRegularExpression>

#include <algorithm>

#include <sys/stat.h>

namespace quayside::models
{

namespace
{

// busybox and coreutils alike. The names "*" and "…" of empty globs make stat complain on standard error
// only.
const char *const script = R"(cd -- "$1" && stat -c '%f %s %Y %n' -- .[!.]* ..?* * 2>/dev/null; cd -- "$1")";
constexpr qsizetype maxOutput = 8 << 20; // of names: some 100,000 files in one folder

FolderEntry::Kind kindOf(uint mode)
{
    if (S_ISDIR(mode))
        return FolderEntry::Kind::Folder;
    if (S_ISREG(mode))
        return FolderEntry::Kind::File;
    return S_ISLNK(mode) ? FolderEntry::Kind::Link : FolderEntry::Kind::Other;
}

FolderEntry::Change changeOf(client::PathChangeKind kind)
{
    switch (kind) {
    case client::PathChangeKind::Modified:
        return FolderEntry::Change::Modified;
    case client::PathChangeKind::Added:
        return FolderEntry::Change::Added;
    case client::PathChangeKind::Deleted:
        return FolderEntry::Change::Deleted;
    }
    return FolderEntry::Change::None;
}

} // namespace

QString joinPath(const QString &folder, const QString &name)
{
    if (name == u"..") {
        const qsizetype slash = folder.lastIndexOf(u'/');
        return slash <= 0 ? QStringLiteral("/") : folder.left(slash);
    }
    return folder == u"/" ? u'/' + name : folder + u'/' + name;
}

QList<FolderEntry> parseFolder(const QByteArray &output)
{
    static const QRegularExpression line(QStringLiteral("^([0-9a-f]+) (\\d+) (-?\\d+) (.+)$"));
    QList<FolderEntry> entries;
    for (const QByteArray &bytes : output.split('\n')) {
        const QRegularExpressionMatch match = line.match(QString::fromUtf8(bytes));
        if (!match.hasMatch())
            continue;
        FolderEntry entry;
        entry.kind = kindOf(match.captured(1).toUInt(nullptr, 16));
        entry.size = match.captured(2).toLongLong();
        entry.modified = match.captured(3).toLongLong();
        entry.name = match.captured(4);
        entries.append(entry);
    }
    return entries;
}

QList<FolderEntry> withChanges(QList<FolderEntry> entries, const QString &folder,
                               const std::vector<client::PathChange> &changes)
{
    const QString prefix = folder == u"/" ? folder : folder + u'/';
    for (const client::PathChange &change : changes) {
        const QString path = QString::fromStdString(change.path);
        if (!path.startsWith(prefix) || path.size() == prefix.size() ||
            path.indexOf(u'/', prefix.size()) >= 0)
            continue;
        const QString name = path.mid(prefix.size());
        const auto found = std::ranges::find(entries, name, &FolderEntry::name);
        if (found != entries.end())
            found->change = changeOf(change.kind);
        else
            entries.append({name, FolderEntry::Kind::Other, -1, 0, changeOf(change.kind)});
    }
    std::ranges::sort(entries, [](const FolderEntry &a, const FolderEntry &b) {
        const bool first = a.kind == FolderEntry::Kind::Folder, second = b.kind == FolderEntry::Kind::Folder;
        return first != second ? first : a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
    return entries;
}

FolderListing::FolderListing(client::EngineClient *client, QObject *parent)
    : QObject(parent), m_client(client)
{
}

void FolderListing::list(const QString &containerId, bool running, const QString &folder)
{
    stop();
    m_id = containerId;
    m_running = running;
    m_folder = folder;
    m_remark.clear();
    m_busy = true;
    emit changed();
    fetchChanges();
}

void FolderListing::stop()
{
    m_call.cancel();
    delete m_stream.data();
    m_output.clear();
    m_complaint.clear();
    m_busy = false;
}

void FolderListing::fetchChanges()
{
    m_call = client::pathChanges(*m_client, m_id.toStdString(), this, [this](const auto &changes) {
        m_changes = changes.value_or(std::vector<client::PathChange>());
        if (!m_running) {
            finish(changes ? tr("The container does not run: only what it has changed is shown.")
                           : QString::fromStdString(changes.error().message));
            return;
        }
        api::ExecCreateRequest request;
        request.attachStdout = request.attachStderr = true;
        request.cmd = {"/bin/sh", "-c", script, "sh", m_folder.toStdString()};
        m_call =
            m_client->createExec(m_id.toStdString(), request, this, [this](const Result<std::string> &id) {
                if (id)
                    runStat(*id);
                else
                    finish(QString::fromStdString(id.error().message));
            });
    });
}

void FolderListing::runStat(const std::string &execId)
{
    m_call =
        m_client->startExec(execId, {}, this, [this, execId](const Result<client::TerminalStream *> &stream) {
            if (!stream) {
                finish(QString::fromStdString(stream.error().message));
                return;
            }
            m_stream = *stream;
            connect(*stream, &client::TerminalStream::received, this,
                    [this](api::Stream from, const QByteArray &bytes) {
                        QByteArray &to = from == api::Stream::Stderr ? m_complaint : m_output;
                        to += bytes.first(std::min(bytes.size(), maxOutput - std::min(maxOutput, to.size())));
                    });
            connect(*stream, &client::TerminalStream::ended, this, [this, execId] { onStatEnded(execId); });
        });
}

void FolderListing::onStatEnded(const std::string &execId)
{
    m_call = m_client->inspectExec(execId, this, [this](const Result<api::ExecInspect> &exec) {
        const int code = exec ? int(exec->exitCode.value_or(0)) : 0;
        if (code == 126 || code == 127)
            finish(tr("This image has no shell (/bin/sh): only what the container has changed is shown."));
        else if (m_output.size() >= maxOutput)
            finish(tr("The folder holds more than can be shown here."));
        else
            finish(QString::fromUtf8(m_complaint).trimmed().section(u'\n', -1));
    });
}

void FolderListing::finish(const QString &remark)
{
    m_busy = false;
    m_remark = remark;
    m_entries = withChanges(parseFolder(m_output), m_folder, m_changes);
    emit changed();
}

} // namespace quayside::models
