#include "models/system/diagnostics.h"

#include "models/client/documents.h"
#include "models/common/tarfile.h"
#include "models/system/enginestarter.h"
#include "models/system/masking.h"
#include "models/system/windowlog.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTimer>
#include <QtEndian>

#include <array>

namespace quayside::models
{

namespace
{

constexpr qsizetype tarEnd = 1024; // two empty blocks

QByteArray firstBytesOf(const QString &path)
{
    constexpr qint64 most = 64 * 1024;
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray("(not readable)\n");
}

quint32 crc32(const QByteArray &bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> made{};
        for (quint32 i = 0; i < made.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value & 1U ? 0xedb88320U ^ (value >> 1U) : value >> 1U;
            made[i] = value;
        }
        return made;
    }();
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xffU] ^ (crc >> 8U);
    return ~crc;
}

QByteArray littleEndian(quint32 value)
{
    const quint32 turned = qToLittleEndian(value);
    return {reinterpret_cast<const char *>(&turned), sizeof turned};
}

// Of groups whose values are choices, sizes and places; logins, build arguments and what was typed are no
// help to anybody, and are left out.
bool isHarmless(const QString &key)
{
    static const QStringList groups = {QStringLiteral("window/"),  QStringLiteral("view/"),
                                       QStringLiteral("columns/"), QStringLiteral("shown/"),
                                       QStringLiteral("widths/"),  QStringLiteral("logs/"),
                                       QStringLiteral("notices/"), QStringLiteral("engine/host"),
                                       QStringLiteral("tray/"),    QStringLiteral("disk/")};
    return std::ranges::any_of(groups, [&](const QString &group) { return key.startsWith(group); });
}

} // namespace

QByteArray gzip(const QByteArray &bytes)
{
    // qCompress: four bytes of its own, then zlib's two, the deflated bytes, and zlib's checksum of four.
    const QByteArray zlib = qCompress(bytes, 9);
    static const QByteArray head("\x1f\x8b\x08\0\0\0\0\0\0\x03", 10);
    return head + zlib.mid(6, zlib.size() - 10) + littleEndian(crc32(bytes)) +
           littleEndian(quint32(bytes.size()));
}

Diagnostics::Diagnostics(EngineSession *session, QObject *parent)
    : QObject(parent), m_session(session), m_journal(this)
{
}

void Diagnostics::add(const QString &name, const QString &about, const QByteArray &content)
{
    m_files.append({name, about, content});
}

void Diagnostics::gather()
{
    addOwn();
    addSettings();
    addKernel();
    add(QStringLiteral("window.log"), tr("What the window has said"),
        maskText(WindowLog::lines().join(u'\n') + u'\n').toUtf8());
    m_questions = {
        {"/version", QStringLiteral("engine/version.json"), tr("Versions of the engine")},
        {"/info", QStringLiteral("engine/info.json"), tr("What the engine says of itself and the machine")},
        {"/quayside/capabilities", QStringLiteral("engine/capabilities.json"), tr("What this engine can do")},
        {"/containers/json?all=1", QStringLiteral("containers/list.json"),
         tr("The containers, without values of labels and command lines")}};
    for (const ContainerRow &row : m_session->containers()->rows().first(
             std::min<qsizetype>(mostContainers, m_session->containers()->rowCount())))
        m_questions.push_back({"/containers/" + row.id.toStdString() + "/json",
                               QStringLiteral("containers/%1.json").arg(row.id.left(12)),
                               tr("%1, without values of variables and labels").arg(row.name)});
    QTimer::singleShot(0, this, &Diagnostics::askNext);
}

void Diagnostics::addOwn()
{
    const QString text = QStringLiteral("Quayside %1\nQt %2\n%3, %4\nplatform %5\naddress of the engine %6\n"
                                        "engine %7\nstate %8 %9\n")
                             .arg(QCoreApplication::applicationVersion(), QLatin1String(qVersion()),
                                  QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                  qEnvironmentVariable("XDG_CURRENT_DESKTOP"), m_session->socketPath(),
                                  m_session->engineName())
                             .arg(int(m_session->state()))
                             .arg(m_session->problem());
    add(QStringLiteral("versions.txt"), tr("Versions of this program and of its libraries"),
        maskText(text).toUtf8());
}

void Diagnostics::addSettings()
{
    const QSettings settings;
    QString text;
    for (const QString &key : settings.allKeys()) {
        const QVariant value = settings.value(key);
        const QString shown = !isHarmless(key) ? tr("(left out)")
                              : value.typeId() == QMetaType::QByteArray
                                  ? tr("(%n byte(s))", nullptr, int(value.toByteArray().size()))
                                  : value.toStringList().join(QStringLiteral(", "));
        text += key + QStringLiteral(" = ") + shown + u'\n';
    }
    add(QStringLiteral("settings.txt"), tr("Settings of the window, without what was typed"),
        maskText(text).toUtf8());
}

void Diagnostics::addKernel()
{
    QByteArray text;
    for (const char *path : {"/proc/version", "/etc/os-release", "/proc/filesystems", "/proc/cgroups",
                             "/sys/fs/cgroup/cgroup.controllers", "/proc/sys/user/max_user_namespaces",
                             "/proc/sys/kernel/apparmor_restrict_unprivileged_userns",
                             "/proc/sys/kernel/pid_max", "/proc/sys/fs/inotify/max_user_watches",
                             "/proc/sys/net/ipv4/ip_forward", "/proc/meminfo", "/proc/loadavg"})
        text += QByteArray("== ") + path + '\n' + firstBytesOf(QLatin1String(path));
    add(QStringLiteral("kernel.txt"), tr("What this computer's kernel offers"), text);
}

void Diagnostics::askNext()
{
    if (m_questions.empty()) {
        askForLog();
        return;
    }
    const Question question = m_questions.front();
    m_questions.pop_front();
    m_call = client::document(
        *m_session->client(), question.path, this, [this, question](const Result<std::string> &answer) {
            const QByteArray content =
                answer ? maskDocument(QByteArray::fromStdString(*answer))
                       : maskText(QString::fromStdString(answer.error().message)).toUtf8() + '\n';
            add(question.name, question.about, content);
            askNext();
        });
}

// Only where it runs as a service, on this computer, and its journal is open to this user.
void Diagnostics::askForLog()
{
    const auto finish = [this](const QByteArray &said) {
        add(QStringLiteral("engine/journal.log"),
            tr("The last lines of the engine's log, where they may be read"),
            maskText(QString::fromUtf8(said)).toUtf8());
        m_complete = true;
        emit gathered();
    };
    const QString journalctl = QStandardPaths::findExecutable(QStringLiteral("journalctl"));
    if (journalctl.isEmpty()) {
        finish("(there is no journal on this computer)\n");
        return;
    }
    connect(&m_journal, &QProcess::finished, this, [this, finish] {
        const QByteArray said = m_journal.readAllStandardOutput();
        finish(said.isEmpty() ? m_journal.readAllStandardError() : said);
    });
    connect(&m_journal, &QProcess::errorOccurred, this, [finish](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish("(the journal cannot be read)\n");
    });
    m_journal.start(journalctl,
                    {QStringLiteral("--unit"), QLatin1String(EngineStarter::unit), QStringLiteral("--lines"),
                     QString::number(logLines), QStringLiteral("--no-pager"), QStringLiteral("--output"),
                     QStringLiteral("short-iso")});
}

QByteArray Diagnostics::archive() const
{
    QByteArray tar;
    for (const DiagnosticsFile &file : m_files) {
        QBuffer content;
        content.setData(file.content);
        content.open(QIODevice::ReadOnly);
        TarFileWriter writer(&content, QStringLiteral("quayside-report/") + file.name);
        if (!tar.isEmpty())
            tar.chop(tarEnd); // the end of the archive before
        tar += writer.readAll();
    }
    return gzip(tar);
}

} // namespace quayside::models
