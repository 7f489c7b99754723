// The list of images.
#pragma once

#include "ui/common/listpage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class FilterEdit;
class ImageActions;

class ImagesPage : public ListPage
{
    Q_OBJECT

public:
    explicit ImagesPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] ImageActions *actions() const { return m_actions; }
    [[nodiscard]] QString currentKey() const;
    void select(const QString &reference);
    [[nodiscard]] models::ImageFilterModel *shownModel() { return &m_shown; }

signals:
    void currentImageChanged(const QString &key); // "" for none

private:
    void setUpTable();
    void setUpToolBar();
    void refreshFace();
    void showContextMenu(const QPoint &point);

    models::EngineSession *m_session;
    models::ImageFilterModel m_shown;
    ImageActions *m_actions;
    FilterEdit *m_filter;
};

} // namespace quayside::ui
