// The layers of an image, below a first row that stands for all of them; and what they waste.
#pragma once

#include "engine/api/types/image.h"
#include "engine/api/types/imagecontents.h"
#include "models/common/tablemodel.h"

namespace quayside::models
{

struct LayerRow {
    int index = -1; // bottom first; -1: the whole image
    QString instruction, diffId, digest, comment;
    qint64 size = 0, compressedSize = 0, created = 0, wasted = 0;
    qint64 added = 0, changed = 0, removed = 0; // files; of the whole image: added is all that there are
    [[nodiscard]] QString key() const { return QString::number(index); }
    [[nodiscard]] bool isWholeImage() const { return index < 0; }
    bool operator==(const LayerRow &) const = default;
};

class LayerModel : public TableModel<LayerRow>
{
    Q_OBJECT

public:
    enum Column { InstructionColumn, SizeColumn, FilesColumn, WastedColumn, CreatedColumn, DigestColumn };

    explicit LayerModel(QObject *parent = nullptr);
    void setContents(const api::ImageContents &contents);

    static QString layerName(int index); // "layer 3": as people count
    // "+12 ~3 −1"; "" where nothing has changed.
    static QString changeCounts(const LayerRow &row);

private:
    static QList<TableColumn<LayerRow>> describe();
    static QString bothSizes(const LayerRow &row); // as it lies here, and compressed
    static QString changesInWords(const LayerRow &row);
};

struct WasteRow {
    QString path;
    qint64 bytes = 0;
    int count = 0;
    QList<int> layers; // indices
    [[nodiscard]] QString key() const { return path; }
    bool operator==(const WasteRow &) const = default;
};

class WasteModel : public TableModel<WasteRow>
{
    Q_OBJECT

public:
    enum Column { PathColumn, BytesColumn, CountColumn, LayersColumn };

    explicit WasteModel(QObject *parent = nullptr);
    void setContents(const api::ImageContents &contents);

private:
    static QList<TableColumn<WasteRow>> describe();
};

// What made the image, newest first, with the steps that hold no files.
struct HistoryRow {
    int position = 0; // 0: the newest
    QString instruction, id, comment;
    qint64 size = 0, created = 0;
    [[nodiscard]] QString key() const { return QString::number(position); }
    bool operator==(const HistoryRow &) const = default;
};

class HistoryModel : public TableModel<HistoryRow>
{
    Q_OBJECT

public:
    enum Column { InstructionColumn, SizeColumn, CreatedColumn };

    explicit HistoryModel(QObject *parent = nullptr);
    void setHistory(const std::vector<api::ImageHistoryItem> &history);

private:
    static QList<TableColumn<HistoryRow>> describe();
};

} // namespace quayside::models
