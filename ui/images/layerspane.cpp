#include "ui/images/layerspane.h"

#include "models/common/text.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/table.h"
#include "ui/images/imagefilespane.h"
#include "ui/images/layerdelegate.h"

#include <QLocale>
#include <QResizeEvent>
#include <QSettings>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::LayerModel;
using models::WasteModel;

namespace
{
constexpr int roomForBoth = 760; // pixels from which on the files stand beside the layers
const QString wasteShownKey = QStringLiteral("images/wasteShown");
} // namespace

LayersPane::LayersPane(models::EngineSession *session, QWidget *parent)
    : ImagePane(session, parent), m_shownWaste({}, {}),
      m_layerTable(new Table(QStringLiteral("image-layers"))),
      m_wasteTable(new Table(QStringLiteral("image-waste"))), m_files(new ImageFilesPane(session)),
      m_splitter(new QSplitter(Qt::Vertical)), m_summary(new ElidedLabel), m_wasteButton(new QToolButton)
{
    m_splitter->addWidget(makeLayers());
    m_splitter->addWidget(m_files);
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(makeWaste());
    setContent(content);
    connect(m_layerTable, &Table::chosenRowChanged, this, &LayersPane::showFiles);
    connect(m_files->onlyChangesButton(), &QToolButton::toggled, this, &LayersPane::showFiles);
}

QWidget *LayersPane::makeLayers()
{
    m_layerTable->setAccessibleName(tr("Layers, the lowest first"));
    m_layerTable->setModel(&m_layers);
    m_layerTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_layerTable->setItemDelegate(new LayerDelegate(&m_layers, this));
    m_layerTable->setUpColumns({{LayerModel::SizeColumn, 84},
                                {LayerModel::FilesColumn, 100},
                                {LayerModel::WastedColumn, 84},
                                {LayerModel::CreatedColumn, 100}},
                               0);
    m_layerTable->setSortingEnabled(false); // an order of its own
    m_layerTable->setTextElideMode(Qt::ElideRight);
    m_layerTable->favourFirstColumn();
    return m_layerTable;
}

QWidget *LayersPane::makeWaste()
{
    m_shownWaste.setSourceModel(&m_waste);
    m_wasteTable->setAccessibleName(tr("Paths that waste room"));
    m_wasteTable->setModel(&m_shownWaste);
    m_wasteTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_wasteTable->setItemDelegate(new RowDelegate(Symbol::File, this));
    m_wasteTable->setUpColumns(
        {{WasteModel::BytesColumn, 84}, {WasteModel::LayersColumn, 90}, {WasteModel::CountColumn, 60}},
        WasteModel::BytesColumn);
    m_wasteTable->sortByColumn(WasteModel::BytesColumn, Qt::DescendingOrder);
    m_wasteTable->setFixedHeight(150);
    m_wasteTable->favourFirstColumn();
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_wasteButton->setAutoRaise(true);
    m_wasteButton->setCheckable(true);
    m_wasteButton->setText(tr("What wastes"));
    m_wasteButton->setToolTip(tr("Which paths waste room, and which layers repeat or remove them"));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(10, 2, 8, 2);
    row->addWidget(m_summary, 1);
    row->addWidget(m_wasteButton);
    auto *area = new QWidget;
    auto *layout = new QVBoxLayout(area);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(row);
    layout->addWidget(m_wasteTable);
    connect(m_wasteButton, &QToolButton::toggled, this, [this](bool shown) {
        m_wasteTable->setVisible(shown);
        QSettings().setValue(wasteShownKey, shown);
    });
    connect(m_wasteTable, &Table::rowOpened, this, &LayersPane::openWaste);
    m_wasteButton->setChecked(QSettings().value(wasteShownKey, false).toBool());
    m_wasteTable->setVisible(m_wasteButton->isChecked());
    return area;
}

QString LayersPane::summary() const
{
    return m_summary->text();
}

void LayersPane::setWasteShown(bool shown)
{
    m_wasteButton->setChecked(shown);
}

void LayersPane::clear()
{
    m_layers.reset({});
    m_waste.reset({});
    m_files->clear();
    m_summary->clear();
}

void LayersPane::fetch()
{
    m_summary->setText(tr("The engine reads the layers…"));
    wait(client::imageContents(
        *session()->client(), imageId().toStdString(), this,
        [this](const Result<api::ImageContents> &contents) {
            if (!contents)
                showProblem(tr("The engine does not tell what is in this image: %1.")
                                .arg(QString::fromStdString(contents.error().message)));
            else if (contents->layers.empty())
                showEmpty(tr("No layers"), tr("This image has no files at all, as FROM scratch has none."));
            else
                fill(*contents);
        }));
}

void LayersPane::fill(const api::ImageContents &contents)
{
    m_layers.setContents(contents);
    m_waste.setContents(contents);
    const QString efficiency = QLocale().toString(contents.efficiency * 100, 'f', 1);
    m_summary->setText(
        contents.wastedBytes > 0
            ? tr("Efficiency %1 %, %2 wasted").arg(efficiency, models::Text::size(contents.wastedBytes))
            : tr("Nothing is wasted: no layer repeats or removes what lower ones hold."));
    m_wasteButton->setEnabled(!contents.waste.empty());
    showContent();
    chooseLayer(-1);
}

// Row 0 is the whole image.
void LayersPane::chooseLayer(int index)
{
    if (index + 1 < m_layers.rowCount())
        m_layerTable->chooseRow(m_layers.index(index + 1, 0));
}

void LayersPane::showFiles()
{
    const QModelIndex chosen = m_layerTable->chosenRow();
    if (!chosen.isValid())
        return;
    const models::LayerRow &row = m_layers.at(chosen.row());
    m_files->onlyChangesButton()->setEnabled(!row.isWholeImage());
    const bool all = row.isWholeImage() || !m_files->onlyChangesButton()->isChecked();
    m_files->showTree(imageId(), all ? client::LayerChoice() : client::LayerChoice(row.index),
                      all ? tr("The whole image")
                          : tr("Changes of %1", "layer 3").arg(LayerModel::layerName(row.index)));
}

// To the highest layer that writes or removes it.
void LayersPane::openWaste(const QModelIndex &index)
{
    const models::WasteRow *row = m_waste.find(index.data(models::TableKeyRole).toString());
    if (row == nullptr)
        return;
    if (!row->layers.isEmpty()) {
        m_files->onlyChangesButton()->setChecked(true);
        chooseLayer(*std::ranges::max_element(row->layers));
    }
    m_files->reveal(row->path);
}

void LayersPane::resizeEvent(QResizeEvent *event)
{
    ImagePane::resizeEvent(event);
    const Qt::Orientation wanted = event->size().width() >= roomForBoth ? Qt::Horizontal : Qt::Vertical;
    if (m_splitter->orientation() != wanted)
        m_splitter->setOrientation(wanted);
}

} // namespace quayside::ui
