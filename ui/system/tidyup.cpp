#include "ui/system/tidyup.h"

#include "models/client/imagecontents.h"
#include "models/common/text.h"

#include <QPushButton>

namespace quayside::ui
{

using client::DiskObject;
using models::Text;
using models::TidyItem;

TidyUp::TidyUp(models::EngineSession *session, QWidget *window)
    : QObject(window), m_session(session), m_window(window)
{
    m_session->wantNetworks();
    m_session->wantVolumes();
    connect(session, &models::EngineSession::engineSwitched, this, &QObject::deleteLater);
    client::diskUsage(*session->client(), this,
                      [this](const Result<client::DiskUsage> &usage) { onDisk(usage); });
}

// Sizes first; of images our engine says exactly what which choice of them frees.
void TidyUp::onDisk(const Result<client::DiskUsage> &usage)
{
    if (!usage) {
        emit failed(QString::fromStdString(usage.error().message));
        deleteLater();
        return;
    }
    m_usage = *usage;
    for (const DiskObject &object : m_usage.objects) {
        if (object.kind == DiskObject::Kind::Container)
            m_written[QString::fromStdString(object.id)] = object.bytes;
    }
    addContainers();
    addNetworks();
    addImages();
    addCache();
    addVolumes();
    if (!m_session->hasFeature(QStringLiteral("layer-explorer"))) {
        ask(std::nullopt);
        return;
    }
    api::Filters all;
    all.values["dangling"] = {"false"};
    client::previewImagePrune(
        *m_session->client(), all, this, [this](const Result<api::ImagePrunePreview> &preview) {
            QList<PrunePart> parts;
            for (const auto &part : preview ? preview->parts : decltype(preview->parts)()) {
                QStringList keys;
                for (const std::string &id : part.images)
                    keys.append(TidyItem{TidyItem::Kind::Image, QString::fromStdString(id), {}}.key());
                parts.append({keys, part.bytes});
            }
            ask(preview ? std::optional(parts) : std::nullopt);
        });
}

void TidyUp::add(TidyItem::Kind kind, const QString &id, PruneItem item)
{
    const TidyItem tidy{kind, id, item.name};
    item.key = tidy.key();
    m_tidy.insert(item.key, tidy);
    m_items.append(std::move(item));
}

void TidyUp::addContainers()
{
    for (const models::ContainerRow &row : m_session->containers()->rows()) {
        if (!row.isRunning())
            add(TidyItem::Kind::Container, row.id,
                {.key = {},
                 .name = row.name,
                 .why = row.since > 0 ? tr("container, has ended %1").arg(Text::ago(row.since))
                                      : tr("container, does not run"),
                 .bytes = m_written.value(row.id, -1)});
    }
}

void TidyUp::addNetworks()
{
    for (const models::NetworkRow &row : m_session->networks()->rows()) {
        if (!row.builtIn && row.containers.isEmpty())
            add(TidyItem::Kind::Network, row.id,
                {.key = {}, .name = row.name, .why = tr("network, no container"), .bytes = 0});
    }
}

// Those with a name were wanted once: they are listed, and not ticked.
void TidyUp::addImages()
{
    for (const DiskObject &object : m_usage.objects) {
        if (object.kind != DiskObject::Kind::Image || object.users > 0)
            continue;
        const QString id = QString::fromStdString(object.id);
        QStringList names;
        for (const models::ImageRow &row : m_session->images()->rows()) {
            if (row.id == id && row.hasName())
                names.append(row.reference());
        }
        add(TidyItem::Kind::Image, id,
            {.key = {},
             .name = names.isEmpty() ? Text::shortId(id) : names.join(QStringLiteral(", ")),
             .why = names.isEmpty() ? tr("image without a name") : tr("image, no container"),
             .bytes = object.bytes,
             .chosen = names.isEmpty()});
    }
}

void TidyUp::addCache()
{
    if (m_usage.cacheCount > 0)
        add(TidyItem::Kind::BuildCache, {},
            {.key = {},
             .name = tr("Cache of builds, %n step(s)", nullptr, int(m_usage.cacheCount)),
             .why = tr("the next builds run all steps"),
             .bytes = m_usage.buildCache,
             .chosen = false});
}

// What is in them exists nowhere else.
void TidyUp::addVolumes()
{
    for (const DiskObject &object : m_usage.objects) {
        if (object.kind == DiskObject::Kind::Volume && object.users <= 0)
            add(TidyItem::Kind::Volume, QString::fromStdString(object.id),
                {.key = {},
                 .name = QString::fromStdString(object.name),
                 .why = tr("volume, its files are lost for good"),
                 .bytes = object.bytes,
                 .chosen = false});
    }
}

void TidyUp::ask(const std::optional<QList<PrunePart>> &imageParts)
{
    m_dialog =
        new PruneDialog(tr("Tidy up all"),
                        tr("Nobody uses these. Exactly what is ticked goes; volumes and images with a name "
                           "stay unless you tick them."),
                        m_items, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->resize(680, 460);
    if (imageParts) {
        QList<PrunePart> parts = *imageParts;
        for (const PruneItem &item : m_items) {
            if (m_tidy[item.key].kind != TidyItem::Kind::Image && item.bytes > 0)
                parts.append({{item.key}, item.bytes});
        }
        m_dialog->setParts(parts);
    }
    connect(m_dialog, &QDialog::accepted, this, [this] { remove(m_dialog->chosenKeys()); });
    connect(m_dialog, &QDialog::finished, this, &QObject::deleteLater);
    m_dialog->open();
}

void TidyUp::remove(const QStringList &keys)
{
    QList<TidyItem> items;
    for (const QString &key : keys) {
        const TidyItem item = m_tidy.value(key);
        const qsizetype before = items.size();
        for (const models::ImageRow &row : m_session->images()->rows()) {
            if (item.kind == TidyItem::Kind::Image && row.id == item.id && row.hasName())
                items.append(
                    {item.kind, row.reference(), row.reference()}); // the image goes with its last name
        }
        if (items.size() == before)
            items.append(item);
    }
    auto *operation = new models::TidyOperation(m_session->client(), items);
    m_session->operations()->add(operation);
    emit begun(operation);
}

} // namespace quayside::ui
