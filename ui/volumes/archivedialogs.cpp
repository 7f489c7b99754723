#include "ui/volumes/archivedialogs.h"

#include "models/common/text.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QStandardPaths>

namespace quayside::ui
{

namespace
{

constexpr const char *suffixes[] = {".tar.gz", ".tar.zst", ".tar"};

QString withoutSuffix(const QString &fileName)
{
    static const QRegularExpression known(QStringLiteral("\\.(tar(\\.(gz|zst|xz))?|tgz)$"));
    return QString(fileName).remove(known);
}

QAction *addBrowse(QLineEdit *edit, const QString &toolTip)
{
    QAction *browse = edit->addAction(icon(Symbol::Folder), QLineEdit::TrailingPosition);
    browse->setToolTip(toolTip);
    return browse;
}

bool isVolumeName(const QString &name)
{
    static const QRegularExpression allowed(QStringLiteral("^[a-zA-Z0-9][a-zA-Z0-9_.-]{1,254}$"));
    return allowed.match(name).hasMatch();
}

// What keeps a new volume from having that name; "" where nothing does.
QString problemOfName(models::EngineSession *session, const QString &name)
{
    if (!isVolumeName(name))
        return ExportVolumeDialog::tr(
            "A name has two letters, digits, “.”, “_” or “-” at least, and begins with a "
            "letter or digit.");
    if (session->volumes()->find(name) != nullptr)
        return ExportVolumeDialog::tr("A volume %1 is there already: choose another name.").arg(name);
    return {};
}

QString tornNote(const QStringList &users)
{
    return ExportVolumeDialog::tr(
               "%1 may write to it meanwhile: a file that changes while it is read comes out torn. "
               "Stop or pause the container first where that matters.")
        .arg(models::Text::users(users));
}

} // namespace

QStringList runningUsers(models::EngineSession *session, const QString &volume)
{
    QStringList users;
    for (const models::ContainerRow &container : session->containers()->rows())
        for (const models::MountedVolume &mounted : container.volumes)
            if (mounted.name == volume && container.isRunning() && !users.contains(container.name))
                users.append(container.name);
    return users;
}

// ---- export

ExportVolumeDialog::ExportVolumeDialog(models::EngineSession *session, const models::VolumeRow &volume,
                                       QWidget *parent)
    : FormDialog(tr("Export %1").arg(volume.shownName()), tr("&Export"), parent)
{
    m_file = addLine(tr("&File"), QStringLiteral("file"));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    m_file->setText(QDir(folder).filePath(volume.shownName() + QLatin1StringView(suffixes[0])));
    connect(addBrowse(m_file, tr("Choose where")), &QAction::triggered, this, &ExportVolumeDialog::choose);
    m_format = new QComboBox(this);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->setAccessibleName(tr("Compression"));
    m_format->addItem(tr("gzip: read everywhere"));
    m_format->addItem(tr("zstd: smaller and faster"));
    m_format->addItem(tr("none"));
    form()->addRow(tr("&Compression"), m_format);
    connect(m_format, &QComboBox::activated, this, &ExportVolumeDialog::applyFormat);
    addNote(tr("All files with their owners, modes and links. Importing it gives the same volume again."));
    if (const QStringList users = runningUsers(session, volume.name); !users.isEmpty())
        addNote(tornNote(users));
    resize(560, sizeHint().height());
}

void ExportVolumeDialog::applyFormat()
{
    m_file->setText(withoutSuffix(m_file->text()) + QLatin1StringView(suffixes[m_format->currentIndex()]));
}

void ExportVolumeDialog::choose()
{
    const QString file = QFileDialog::getSaveFileName(this, windowTitle(), m_file->text(),
                                                      tr("Archives (*.tar *.tar.gz *.tar.zst)"));
    if (file.isEmpty())
        return;
    m_file->setText(file);
    m_mayReplace = file;
    m_format->setCurrentIndex(file.endsWith(u".gz") ? 0 : file.endsWith(u".zst") ? 1 : 2);
}

void ExportVolumeDialog::send()
{
    const QString file = m_file->text().trimmed();
    if (!QFileInfo(file).isAbsolute() || !QFileInfo(file).absoluteDir().exists()) {
        showProblem(tr("Write the whole path of a file in a folder that is there."));
        return;
    }
    if (QFileInfo::exists(file) && file != m_mayReplace) {
        m_mayReplace = file;
        showProblem(tr("%1 is there already. Press Export once more to replace it.").arg(file));
        return;
    }
    emit exportWanted(file);
    accept();
}

// ---- import

ImportVolumeDialog::ImportVolumeDialog(models::EngineSession *session, const QString &volume, QWidget *parent)
    : FormDialog(tr("Import into a volume"), tr("&Import"), parent), m_session(session)
{
    m_file = addLine(tr("&Archive"), QStringLiteral("file"), tr("a tar, also compressed"));
    connect(addBrowse(m_file, tr("Choose a file")), &QAction::triggered, this, &ImportVolumeDialog::choose);
    m_target = new QComboBox(this);
    m_target->setObjectName(QStringLiteral("target"));
    m_target->setAccessibleName(tr("Into"));
    m_target->addItem(tr("a new volume"), QString());
    for (const models::VolumeRow &row : session->volumes()->rows())
        if (!row.options.contains(QStringLiteral("type"))) // only those that lie on the engine's disk
            m_target->addItem(row.shownName(), row.name);
    m_target->setCurrentIndex(std::max(0, m_target->findData(volume)));
    form()->addRow(tr("I&nto"), m_target);
    m_name = addLine(tr("Na&me"), QStringLiteral("name"), tr("of the new volume"));
    m_existing = new QComboBox(this);
    m_existing->setObjectName(QStringLiteral("existing"));
    m_existing->setAccessibleName(tr("What is in it"));
    m_existing->addItem(tr("stays, but for what has the same names"), false);
    m_existing->addItem(tr("is removed first"), true);
    form()->addRow(tr("&What is in it"), m_existing);
    m_note = new QLabel(this);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    form()->addRow(m_note);
    connect(m_target, &QComboBox::currentIndexChanged, this, &ImportVolumeDialog::refresh);
    resize(560, sizeHint().height());
    refresh();
}

void ImportVolumeDialog::refresh()
{
    const QString volume = m_target->currentData().toString();
    form()->setRowVisible(m_name, volume.isEmpty());
    form()->setRowVisible(m_existing, !volume.isEmpty());
    const QStringList users = runningUsers(m_session, volume);
    m_note->setText(
        users.isEmpty()
            ? tr("The volume changes only when all of the archive has come; cancelling leaves it as it is.")
            : tr("%1 has it open: it finds other files there from one moment to the next. Stop the container "
                 "first where that matters.")
                  .arg(models::Text::users(users)));
}

void ImportVolumeDialog::choose()
{
    const QString file =
        QFileDialog::getOpenFileName(this, windowTitle(), m_file->text(),
                                     tr("Archives (*.tar *.tar.gz *.tgz *.tar.zst *.tar.xz);;All files (*)"));
    if (!file.isEmpty())
        setFileName(file);
}

void ImportVolumeDialog::setFileName(const QString &fileName)
{
    m_file->setText(fileName);
    if (m_name->text().isEmpty())
        m_name->setText(
            withoutSuffix(QFileInfo(fileName).fileName())
                .replace(QRegularExpression(QStringLiteral("[^a-zA-Z0-9_.-]")), QStringLiteral("-")));
}

void ImportVolumeDialog::send()
{
    const QString file = m_file->text().trimmed(), volume = m_target->currentData().toString(),
                  name = m_name->text().trimmed();
    if (!QFileInfo(file).isFile()) {
        showProblem(tr("There is no such file: %1").arg(file));
        return;
    }
    if (const QString problem = volume.isEmpty() ? problemOfName(m_session, name) : QString();
        !problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    emit importWanted({.name = (volume.isEmpty() ? name : volume).toStdString(),
                       .create = volume.isEmpty(),
                       .replace = !volume.isEmpty() && m_existing->currentData().toBool()},
                      file);
    accept();
}

// ---- copy

CloneVolumeDialog::CloneVolumeDialog(models::EngineSession *session, const models::VolumeRow &volume,
                                     QWidget *parent)
    : FormDialog(tr("Clone %1").arg(volume.shownName()), tr("&Clone"), parent), m_session(session)
{
    m_name = addLine(tr("&Name"), QStringLiteral("name"));
    m_name->setText(tr("%1-copy", "name of the copy of a volume").arg(volume.shownName()));
    m_name->selectAll();
    addNote(tr("A new volume with the same files, owners, modes and labels."));
    if (const QStringList users = runningUsers(session, volume.name); !users.isEmpty())
        addNote(tornNote(users));
}

void CloneVolumeDialog::send()
{
    const QString name = m_name->text().trimmed();
    if (const QString problem = problemOfName(m_session, name); !problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    emit cloneWanted(name);
    accept();
}

} // namespace quayside::ui
