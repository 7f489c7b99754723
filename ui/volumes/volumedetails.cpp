#include "ui/volumes/volumedetails.h"

#include "models/common/text.h"
#include "ui/common/factsheet.h"
#include "ui/common/tabs.h"
#include "ui/files/filespane.h"

#include <QVBoxLayout>

namespace quayside::ui
{

VolumeDetails::VolumeDetails(models::EngineSession *session, QWidget *parent)
    : DetailsPane(parent), m_session(session), m_filesPage(addPage(Symbol::Folder, tr("Fil&es")))
{
    connect(tabs(), &QTabWidget::currentChanged, this, &VolumeDetails::refreshFiles);
    connect(session, &models::EngineSession::engineKnown, this, &VolumeDetails::refreshFiles);
    connect(session->volumes(), &QAbstractItemModel::dataChanged, this, &VolumeDetails::onVolumesChanged);
}

void VolumeDetails::onVolumesChanged()
{
    const models::VolumeRow *row = m_session->volumes()->find(m_name);
    if (row != nullptr && *row != m_shown)
        showVolume(m_name);
}

void VolumeDetails::showVolume(const QString &name)
{
    m_name = name;
    const models::VolumeRow *row = m_session->volumes()->find(name);
    if (row == nullptr)
        return;
    m_shown = *row;
    setHead(row->shownName(), models::Text::size(row->size));
    fill(*row);
    refreshFiles();
    m_call.cancel();
    m_call = m_session->client()->inspectVolume(name.toStdString(), this,
                                                [this, name](const Result<api::Volume> &volume) {
                                                    if (name == m_name && volume)
                                                        setJson(QByteArray::fromStdString(encode(*volume)));
                                                });
}

void VolumeDetails::showFiles()
{
    tabs()->setCurrentWidget(m_filesPage);
}

// Made when it is first looked at; another engine than ours does not list them.
void VolumeDetails::refreshFiles()
{
    tabs()->setPageVisible(m_filesPage, m_session->hasFeature(QStringLiteral("volume-files")));
    if (m_files == nullptr && tabs()->currentWidget() == m_filesPage) {
        m_files = new FilesPane(m_session);
        m_filesPage->layout()->addWidget(m_files);
    }
    if (m_files != nullptr && !m_name.isEmpty())
        m_files->showVolume(m_name);
}

void VolumeDetails::fill(const models::VolumeRow &row)
{
    FactSheet *sheet = overview();
    sheet->clear();
    sheet->addSection(tr("Volume"));
    sheet->addFact(tr("Name"), row.name, row.anonymous);
    sheet->addFact(tr("Driver"), row.driver);
    sheet->addFact(tr("Size"), models::Text::size(row.size));
    sheet->addFact(tr("Created"), models::Text::exactTime(row.created));
    sheet->addFact(tr("On this computer"), row.mountpoint, true);
    if (row.anonymous)
        sheet->addNote(tr("Nobody gave it a name: it was made along with a container."));
    sheet->addSection(tr("Used by"));
    for (const models::ContainerRow &container : m_session->containers()->rows()) {
        for (const models::MountedVolume &volume : container.volumes) {
            if (volume.name == row.name)
                sheet->addJump(models::Text::elideMiddle(container.name, 26),
                               tr("at %1, %2", "folder in the container, its state")
                                   .arg(volume.destination, stateText(container)),
                               [this, id = container.id] { emit containerWanted(id); });
        }
    }
    if (row.containers.isEmpty())
        sheet->addNote(tr("No container uses it."));
    for (const auto &[title, values] :
         {std::pair{tr("Options"), row.options}, std::pair{tr("Labels"), row.labels}}) {
        if (!values.isEmpty())
            sheet->addSection(title);
        for (auto value = values.begin(); value != values.end(); ++value)
            sheet->addFact(value.key(), value.value(), true);
    }
    sheet->finish();
}

} // namespace quayside::ui
