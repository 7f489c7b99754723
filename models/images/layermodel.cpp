#include "models/images/layermodel.h"

#include "models/common/text.h"
#include "models/images/instruction.h"

#include <QLocale>

namespace quayside::models
{

LayerModel::LayerModel(QObject *parent) : TableModel(describe(), parent) {}

QString LayerModel::layerName(int index)
{
    return tr("layer %1").arg(index + 1);
}

QString LayerModel::changeCounts(const LayerRow &row)
{
    const QLocale locale;
    QStringList counts;
    for (const auto &[mark, count] : {std::pair{u'+', row.added}, {u'~', row.changed}, {u'−', row.removed}}) {
        if (count > 0)
            counts.append(mark + locale.toString(count));
    }
    return counts.join(u' ');
}

QString LayerModel::bothSizes(const LayerRow &row)
{
    return row.compressedSize > 0
               ? tr("%1, compressed %2").arg(Text::size(row.size), Text::size(row.compressedSize))
               : Text::size(row.size);
}

QString LayerModel::changesInWords(const LayerRow &row)
{
    if (row.isWholeImage())
        return tr("Files that a container sees");
    return tr("%1 added, %2 changed, %3 removed").arg(row.added).arg(row.changed).arg(row.removed);
}

QList<TableColumn<LayerRow>> LayerModel::describe()
{
    using Row = const LayerRow &;
    const auto instruction = [](Row row) {
        if (row.isWholeImage())
            return tr("The whole image, as a container sees it");
        return tr("%1, made by:\n%2", "layer 3; instruction").arg(layerName(row.index), row.instruction);
    };
    return {{tr("Layer"),
             [](Row row) {
                 return row.isWholeImage()
                            ? tr("Whole image")
                            : tr("%1  %2", "number, instruction").arg(row.index + 1).arg(row.instruction);
             },
             [](Row row) { return row.index; }, instruction},
            {tr("Size"), [](Row row) { return Text::size(row.size); }, [](Row row) { return row.size; },
             bothSizes, true},
            {tr("Files"),
             [](Row row) { return row.isWholeImage() ? QLocale().toString(row.added) : changeCounts(row); },
             [](Row row) { return row.added + row.changed + row.removed; }, changesInWords, true},
            {tr("Wasted"), [](Row row) { return row.wasted > 0 ? Text::size(row.wasted) : QString(); },
             [](Row row) { return row.wasted; },
             [](Row) { return tr("Bytes of lower layers that this layer repeats or removes"); }, true},
            {tr("Created"), [](Row row) { return row.created > 0 ? Text::ago(row.created) : QString(); },
             [](Row row) { return -row.created; }, [](Row row) { return Text::exactTime(row.created); }},
            {tr("Digest"),
             [](Row row) { return Text::shortId(row.digest.isEmpty() ? row.diffId : row.digest); },
             {},
             [](Row row) { return row.digest.isEmpty() ? row.diffId : row.digest; }}};
}

void LayerModel::setContents(const api::ImageContents &contents)
{
    QList<LayerRow> rows;
    if (!contents.layers.empty())
        rows.append({.size = contents.size, .wasted = contents.wastedBytes, .added = contents.files});
    for (const api::LayerContents &layer : contents.layers) {
        rows.append({.index = int(layer.index),
                     .instruction = instructionText(layer.createdBy, layer.comment),
                     .diffId = QString::fromStdString(layer.diffId),
                     .digest = QString::fromStdString(layer.digest),
                     .comment = QString::fromStdString(layer.comment),
                     .size = layer.size,
                     .compressedSize = layer.compressedSize,
                     .created = Text::secondsOf(layer.created),
                     .wasted = layer.wastedBytes,
                     .added = layer.added,
                     .changed = layer.changed,
                     .removed = layer.removed});
    }
    sync(rows);
}

WasteModel::WasteModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<WasteRow>> WasteModel::describe()
{
    using Row = const WasteRow &;
    const auto layers = [](Row row) {
        QStringList numbers;
        for (const int layer : row.layers)
            numbers.append(QString::number(layer + 1));
        return numbers.join(QStringLiteral(", "));
    };
    return {{tr("Path"), [](Row row) { return row.path; }, {}, {}},
            {tr("Wasted"), [](Row row) { return Text::size(row.bytes); }, [](Row row) { return row.bytes; },
             [](Row) { return tr("Of all its copies but the one that is seen"); }, true},
            {tr("Times"), [](Row row) { return QString::number(row.count); },
             [](Row row) { return row.count; }, [](Row) { return tr("How many layers write or remove it"); },
             true},
            {tr("Layers"), layers, layers, layers}};
}

void WasteModel::setContents(const api::ImageContents &contents)
{
    QList<WasteRow> rows;
    for (const api::WastedPath &waste : contents.waste) {
        WasteRow row{.path = QString::fromStdString(waste.path),
                     .bytes = waste.bytes,
                     .count = int(waste.count),
                     .layers = {}};
        for (const std::int64_t layer : waste.layers)
            row.layers.append(int(layer));
        rows.append(row);
    }
    sync(rows);
}

HistoryModel::HistoryModel(QObject *parent) : TableModel(describe(), parent) {}

QList<TableColumn<HistoryRow>> HistoryModel::describe()
{
    using Row = const HistoryRow &;
    return {{tr("Instruction"),
             [](Row row) { return row.instruction; },
             [](Row row) { return row.position; },
             {}},
            {tr("Size"), [](Row row) { return row.size > 0 ? Text::size(row.size) : QString(); },
             [](Row row) { return row.size; },
             [](Row row) { return row.size > 0 ? Text::size(row.size) : tr("It changed no files"); }, true},
            {tr("Created"), [](Row row) { return row.created > 0 ? Text::ago(row.created) : QString(); },
             [](Row row) { return -row.created; }, [](Row row) { return Text::exactTime(row.created); }}};
}

void HistoryModel::setHistory(const std::vector<api::ImageHistoryItem> &history)
{
    QList<HistoryRow> rows;
    for (const api::ImageHistoryItem &item : history)
        rows.append({.position = int(rows.size()),
                     .instruction = instructionText(item.createdBy, item.comment),
                     .id = QString::fromStdString(item.id),
                     .comment = QString::fromStdString(item.comment),
                     .size = item.size,
                     .created = item.created});
    sync(rows);
}

} // namespace quayside::models
