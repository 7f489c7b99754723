#include "ui/images/imagedetails.h"

#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "ui/common/factsheet.h"
#include "ui/common/tabs.h"
#include "ui/images/historypane.h"
#include "ui/images/layerspane.h"
#include "ui/images/packagespane.h"

#include <QLayout>

namespace quayside::ui
{

namespace
{

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

QString words(const std::vector<std::string> &list)
{
    QStringList strings;
    for (const std::string &word : list)
        strings.append(text(word));
    return models::joinShellWords(strings);
}

} // namespace

ImageDetails::ImageDetails(models::EngineSession *session, QWidget *parent)
    : DetailsPane(parent), m_session(session), m_historyPage(addPage(Symbol::Clock, tr("Histor&y"))),
      m_layersPage(addPage(Symbol::Image, tr("&Layers"))),
      m_packagesPage(addPage(Symbol::Package, tr("Pac&kages")))
{
    connect(session->images(), &QAbstractItemModel::dataChanged, this, &ImageDetails::onImagesChanged);
    connect(session, &models::EngineSession::imagesListed, this, &ImageDetails::onImagesListed);
    connect(session, &models::EngineSession::engineKnown, this, [this] {
        refreshTabs();
        onImagesListed();
    });
    connect(session, &models::EngineSession::containerEvent, this, &ImageDetails::onContainerEvent);
    connect(tabs(), &QTabWidget::currentChanged, this, &ImageDetails::openTab);
    refreshTabs();
}

bool ImageDetails::offersLayers() const
{
    return m_session->hasFeature(QStringLiteral("layer-explorer"));
}

void ImageDetails::refreshTabs()
{
    tabs()->setPageVisible(m_layersPage, offersLayers());
    tabs()->setPageVisible(m_packagesPage, offersLayers());
}

template <typename Pane>
Pane *ImageDetails::makePane(QWidget *page, Pane *&pane)
{
    if (pane == nullptr) {
        pane = new Pane(m_session, page);
        page->layout()->addWidget(pane);
    }
    pane->showImage(m_shown.id, m_shown.shownName());
    return pane;
}

void ImageDetails::openTab()
{
    const QWidget *page = tabs()->currentWidget();
    if (page == m_historyPage)
        makePane(m_historyPage, m_history);
    else if (page == m_layersPage)
        makePane(m_layersPage, m_layers);
    else if (page == m_packagesPage)
        makePane(m_packagesPage, m_packages);
}

HistoryPane *ImageDetails::showHistory()
{
    tabs()->setCurrentWidget(m_historyPage);
    return makePane(m_historyPage, m_history);
}

LayersPane *ImageDetails::showLayers()
{
    tabs()->setCurrentWidget(m_layersPage);
    return makePane(m_layersPage, m_layers);
}

PackagesPane *ImageDetails::showPackages()
{
    tabs()->setCurrentWidget(m_packagesPage);
    return makePane(m_packagesPage, m_packages);
}

// ---- what is shown

void ImageDetails::showImage(const QString &key)
{
    m_key = key;
    const models::ImageRow *row = m_session->images()->find(key);
    if (row == nullptr)
        return;
    setHead(row->hasName() ? row->reference() : tr("(no name)"), models::Text::size(row->size));
    const bool other = m_shown.id != row->id;
    m_shown = *row;
    if (other) {
        m_image.reset();
        m_disk.reset();
        m_diskProblem.clear();
    }
    for (ImagePane *pane : {static_cast<ImagePane *>(m_history), static_cast<ImagePane *>(m_layers),
                            static_cast<ImagePane *>(m_packages)}) {
        if (pane != nullptr)
            pane->showImage(row->id, row->shownName());
    }
    fetch(*row);
}

// Relative times grow in all rows; only what concerns this image is a reason to ask again.
void ImageDetails::onImagesChanged()
{
    const models::ImageRow *row = m_session->images()->find(m_key);
    if (row != nullptr && *row != m_shown)
        showImage(m_key);
}

// Another image that comes or goes may share layers with this one.
void ImageDetails::onImagesListed()
{
    if (isVisible() && m_image)
        fetchDisk();
}

// Its state stands beside its name.
void ImageDetails::onContainerEvent(const QString &id)
{
    const models::ContainerRow *row = m_session->containers()->find(id);
    if (m_image && row != nullptr && row->imageId == m_shown.id)
        fill();
}

void ImageDetails::fetch(const models::ImageRow &row)
{
    m_call.cancel();
    m_diskCall.cancel();
    m_call = m_session->client()->inspectImage(
        row.id.toStdString(), this, [this, key = m_key](const Result<api::ImageInspect> &image) {
            if (key != m_key)
                return;
            if (!image) {
                showProblem(
                    tr("The engine does not tell about this image: %1.").arg(text(image.error().message)));
                return;
            }
            m_image = *image;
            setJson(QByteArray::fromStdString(encode(*image)));
            fill();
            fetchDisk();
        });
}

void ImageDetails::fetchDisk()
{
    if (!offersLayers())
        return;
    m_diskCall.cancel();
    m_diskCall = client::imageDisk(*m_session->client(), m_shown.id.toStdString(), this,
                                   [this](const Result<api::ImageDisk> &disk) {
                                       m_disk.reset();
                                       m_diskProblem.clear();
                                       if (disk)
                                           m_disk = *disk;
                                       else
                                           m_diskProblem = text(disk.error().message);
                                       fill();
                                       emit diskKnown();
                                   });
}

void ImageDetails::fill()
{
    overview()->clear();
    addAbout();
    addDisk();
    addDefaults();
    overview()->finish();
}

void ImageDetails::addAbout()
{
    FactSheet *sheet = overview();
    sheet->addSection(tr("Image"));
    QStringList names;
    for (const std::string &name : m_image->repoTags)
        names.append(text(name));
    sheet->addFact(tr("Names"), names.join(u'\n'));
    sheet->addFact(tr("Size"), models::Text::size(m_image->size));
    sheet->addFact(tr("Created"), models::Text::exactTime(m_shown.created));
    sheet->addFact(tr("Platform"),
                   QStringList({text(m_image->os), text(m_image->architecture), text(m_image->variant)})
                       .join(u' ')
                       .trimmed());
    bool known = false;
    for (const models::ContainerRow &container : m_session->containers()->rows()) {
        if (container.imageId != m_shown.id)
            continue;
        sheet->addJump(known ? QString() : tr("Used by"),
                       tr("%1, %2", "container, its state").arg(container.name, stateText(container)),
                       [this, id = container.id] { emit containerWanted(id); });
        known = true;
    }
    if (!known)
        sheet->addFact(tr("Used by"), m_shown.usedBy == 0 ? tr("no container")
                                                          : tr("%n container(s)", nullptr, m_shown.usedBy));
    sheet->addFact(tr("Id"), m_shown.id, true);
}

QString ImageDetails::removalText() const
{
    if (!m_disk->usedBy.empty())
        return tr("frees nothing as long as containers use it");
    if (m_disk->frees == 0)
        return tr("frees nothing: others have it, too");
    return tr("frees exactly %1").arg(models::Text::size(m_disk->frees));
}

void ImageDetails::addDisk()
{
    FactSheet *sheet = overview();
    if (!m_disk && m_diskProblem.isEmpty())
        return;
    sheet->addSection(tr("On the disk"));
    if (!m_disk) {
        sheet->addNote(tr("The engine does not tell what it takes: %1").arg(m_diskProblem));
        return;
    }
    sheet->addFact(tr("Removing it"), removalText());
    sheet->addFact(tr("Its own"), models::Text::size(m_disk->unique));
    sheet->addFact(tr("Shared"), m_disk->shared > 0
                                     ? tr("%1 with other images").arg(models::Text::size(m_disk->shared))
                                     : tr("nothing with other images"));
    if (m_disk->blobs > 0)
        sheet->addFact(tr("Compressed"),
                       tr("%1 kept, to be pushed as it came").arg(models::Text::size(m_disk->blobs)));
    bool first = true;
    for (const api::ImageDisk::Sharer &other : m_disk->sharedWith) {
        sheet->addJump(first ? tr("Shared with") : QString(),
                       tr("%1, %2", "image, bytes")
                           .arg(other.name.empty() ? models::Text::shortId(text(other.id)) : text(other.name),
                                models::Text::size(other.bytes)),
                       [this, id = text(other.id)] { emit imageWanted(id); });
        first = false;
    }
}

// What a container of it is, unless it is told otherwise.
void ImageDetails::addDefaults()
{
    FactSheet *sheet = overview();
    const api::ImageConfig &config = m_image->config;
    sheet->addSection(tr("A container of it"));
    sheet->addFact(tr("Runs"), (words(config.entrypoint) + u' ' + words(config.cmd)).trimmed(), true);
    sheet->addFact(tr("As user"), config.user.empty() ? tr("root") : text(config.user));
    sheet->addFact(tr("In folder"), text(config.workingDir), true);
    QStringList ports, volumes;
    for (const std::string &port : config.exposedPorts)
        ports.append(text(port));
    for (const std::string &volume : config.volumes)
        volumes.append(text(volume));
    sheet->addFact(tr("Offers ports"), ports.join(QStringLiteral(", ")));
    sheet->addFact(tr("Has volumes"), volumes.join(u'\n'), true);
    if (!config.env.empty())
        sheet->addSection(tr("Environment"));
    for (const std::string &variable : config.env)
        sheet->addFact(text(variable).section(u'=', 0, 0), text(variable).section(u'=', 1), true);
}

} // namespace quayside::ui
