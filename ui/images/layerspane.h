// The layers of an image: what made each, what it added, changed, removed and wastes; and their files.
#pragma once

#include "models/images/layermodel.h"
#include "ui/images/imagepane.h"

class QLabel;
class QSplitter;
class QToolButton;

namespace quayside::ui
{

class ImageFilesPane;
class Table;

class LayersPane : public ImagePane
{
    Q_OBJECT

public:
    explicit LayersPane(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] Table *layerTable() const { return m_layerTable; }
    [[nodiscard]] Table *wasteTable() const { return m_wasteTable; }
    [[nodiscard]] models::LayerModel *layers() { return &m_layers; }
    [[nodiscard]] models::WasteModel *waste() { return &m_waste; }
    [[nodiscard]] ImageFilesPane *files() const { return m_files; }
    [[nodiscard]] QString summary() const; // efficiency and waste
    void chooseLayer(int index);           // -1: the whole image
    void setWasteShown(bool shown);

protected:
    void fetch() override;
    void clear() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeLayers();
    QWidget *makeWaste();
    void fill(const api::ImageContents &contents);
    void showFiles();
    void openWaste(const QModelIndex &index);

    models::LayerModel m_layers;
    models::WasteModel m_waste;
    models::TableFilterModel m_shownWaste; // for its order
    Table *m_layerTable, *m_wasteTable;
    ImageFilesPane *m_files;
    QSplitter *m_splitter;
    QLabel *m_summary;
    QToolButton *m_wasteButton;
};

} // namespace quayside::ui
