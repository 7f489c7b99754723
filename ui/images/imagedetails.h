// Everything about the selected image: Overview with its layers, Inspect.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/detailspane.h"

namespace quayside::ui
{

class ImageDetails : public DetailsPane
{
    Q_OBJECT

public:
    explicit ImageDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showImage(const QString &key);
    [[nodiscard]] const QString &imageKey() const { return m_key; }

private:
    void onImagesChanged();
    void fetch(const models::ImageRow &row);
    void fill(const models::ImageRow &row, const api::ImageInspect &image);
    void addHistory(const std::vector<api::ImageHistoryItem> &history);

    models::EngineSession *m_session;
    QString m_key;
    models::ImageRow m_shown; // as it was when it was last fetched
    client::Call m_call, m_historyCall;
};

} // namespace quayside::ui
