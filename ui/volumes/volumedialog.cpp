#include "ui/volumes/volumedialog.h"

#include "models/client/resources.h"
#include "models/common/text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace quayside::ui
{

VolumeDialog::VolumeDialog(client::EngineClient *client, QWidget *parent)
    : FormDialog(tr("New volume"), tr("&Make it"), parent), m_client(client)
{
    m_name = addLine(tr("&Name"), QStringLiteral("name"), tr("made up by the engine"));
    m_kind = new QComboBox(this);
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->addItem(tr("on disk, kept by the engine"), QStringLiteral("disk"));
    m_kind->addItem(tr("a folder of this computer"), QStringLiteral("bind"));
    m_kind->addItem(tr("in memory: gone when it is no longer used"), QStringLiteral("tmpfs"));
    form()->addRow(tr("&Files are"), m_kind);
    m_folder = addLine(tr("F&older"), QStringLiteral("folder"), QStringLiteral("/home/…"));
    m_size = addLine(tr("At most"), QStringLiteral("size"), tr("no limit, or for example 64m"));
    m_labels = addPairs(tr("&Labels"), QStringLiteral("labels"), tr("name=value, one a line"));
    const auto refresh = [this] {
        const QString kind = m_kind->currentData().toString();
        form()->setRowVisible(m_folder, kind == u"bind");
        form()->setRowVisible(m_size, kind == u"tmpfs");
    };
    connect(m_kind, &QComboBox::currentIndexChanged, this, refresh);
    refresh();
}

void VolumeDialog::send()
{
    api::VolumeCreateOptions options;
    QString problem;
    options.name = m_name->text().trimmed().toStdString();
    const QMap<QString, QString> labels = pairsOf(m_labels, &problem);
    for (auto label = labels.begin(); label != labels.end(); ++label)
        options.labels[label.key().toStdString()] = label.value().toStdString();
    const QString kind = m_kind->currentData().toString(), size = m_size->text().trimmed();
    if (kind == u"bind") {
        if (!m_folder->text().startsWith(u'/'))
            problem = tr("Write the folder's whole path; it begins with /.");
        options.driverOpts = {{"type", "none"}, {"o", "bind"}, {"device", m_folder->text().toStdString()}};
    } else if (kind == u"tmpfs") {
        options.driverOpts = {{"type", "tmpfs"}, {"device", "tmpfs"}};
        const auto bytes = models::parseSize(size);
        if (!size.isEmpty() && !bytes)
            problem = tr("“%1” is not a size; write for example 64m or 2g.").arg(size);
        else if (bytes)
            options.driverOpts["o"] = "size=" + std::to_string(*bytes);
    }
    if (!problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    client::createVolume(*m_client, options, this, [this](const Result<api::Volume> &volume) {
        if (!volume) {
            showProblem(
                tr("The volume cannot be made: %1").arg(QString::fromStdString(volume.error().message)));
            return;
        }
        emit volumeCreated(QString::fromStdString(volume->name));
        accept();
    });
}

} // namespace quayside::ui
