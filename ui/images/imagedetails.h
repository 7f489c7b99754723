// Everything about the selected image: Overview with its layers, Inspect.
#pragma once

#include "models/system/enginesession.h"

#include <QWidget>

class QLabel;
class QTabWidget;

namespace quayside::ui
{

class FactSheet;
class JsonView;

class ImageDetails : public QWidget
{
    Q_OBJECT

public:
    explicit ImageDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showImage(const QString &key);
    [[nodiscard]] const QString &imageKey() const { return m_key; }

private:
    void onImagesChanged();
    void fetch();
    void showProblem(const Error &error);
    void fill(const models::ImageRow &row, const api::ImageInspect &image);
    void addHistory(const std::vector<api::ImageHistoryItem> &history);

    models::EngineSession *m_session;
    QString m_key;
    models::ImageRow m_shown; // as it was when it was last fetched
    QLabel *m_name;
    QLabel *m_size;
    QTabWidget *m_tabs;
    FactSheet *m_overview;
    JsonView *m_inspect;
    client::Call m_call, m_historyCall;
};

} // namespace quayside::ui
