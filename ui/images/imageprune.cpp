#include "ui/images/imageprune.h"

#include "models/common/text.h"

#include <algorithm>

namespace quayside::ui
{

namespace
{

QStringList idsOf(const api::ImagePrunePreview &preview)
{
    QStringList ids;
    for (const api::ImagePrunePreview::Image &image : preview.images)
        ids.append(QString::fromStdString(image.id));
    return ids;
}

} // namespace

ImagePrunePreview::ImagePrunePreview(models::EngineSession *session, QObject *parent)
    : QObject(parent), m_session(session)
{
    ask(false);
}

void ImagePrunePreview::ask(bool all)
{
    api::Filters filters;
    if (all)
        filters.values["dangling"] = {"false"};
    client::previewImagePrune(*m_session->client(), filters, this,
                              [this, all](const Result<api::ImagePrunePreview> &preview) {
                                  if (!preview) {
                                      emit failed(QString::fromStdString(preview.error().message));
                                      deleteLater();
                                      return;
                                  }
                                  (all ? m_all : m_unnamed) = *preview;
                                  if (!all) {
                                      ask(true);
                                      return;
                                  }
                                  emit known();
                                  deleteLater();
                              });
}

QList<PruneItem> ImagePrunePreview::items() const
{
    const QStringList unnamed = idsOf(m_unnamed);
    QList<PruneItem> items;
    for (const api::ImagePrunePreview::Image &image : m_all.images) {
        const QString id = QString::fromStdString(image.id);
        QStringList names;
        for (const std::string &name : image.names)
            names.append(QString::fromStdString(name));
        const bool isUnnamed = unnamed.contains(id);
        items.append({.key = id,
                      .name = names.isEmpty() ? models::Text::shortId(id) : names.join(QStringLiteral(", ")),
                      .why = isUnnamed ? tr("no name, no container") : tr("no container was made of it"),
                      .bytes = image.frees,
                      .chosen = isUnnamed});
    }
    return items;
}

void ImagePrunePreview::tellSums(PruneDialog *dialog) const
{
    QList<PrunePart> parts;
    for (const api::ImagePrunePreview::Part &part : m_all.parts) {
        QStringList ids;
        for (const std::string &id : part.images)
            ids.append(QString::fromStdString(id));
        parts.append({ids, part.bytes});
    }
    dialog->setParts(parts);
}

} // namespace quayside::ui
