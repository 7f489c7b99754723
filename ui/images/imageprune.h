// What tidying up images would remove and free, as the engine says beforehand.
#pragma once

#include "models/client/imagecontents.h"
#include "models/system/enginesession.h"
#include "ui/common/prunedialog.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace quayside::ui
{

// Asks for both previews: images without a name, and all that no container uses. Our engine only. Deletes
// itself when it has told.
class ImagePrunePreview : public QObject
{
    Q_OBJECT

public:
    explicit ImagePrunePreview(models::EngineSession *session, QObject *parent);

    // One item for each image, by id; those without a name are ticked.
    [[nodiscard]] QList<PruneItem> items() const;
    // Images that share layers free more together than apart.
    void tellSums(PruneDialog *dialog) const;

signals:
    void known();
    void failed(const QString &sentence);

private:
    void ask(bool all);

    models::EngineSession *m_session;
    api::ImagePrunePreview m_unnamed, m_all;
};

} // namespace quayside::ui
