// The list of images.
#pragma once

#include "ui/common/tablepage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class DropHint;
class ImageActions;

class ImagesPage : public TablePage
{
    Q_OBJECT

public:
    explicit ImagesPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] ImageActions *actions() const { return m_actions; }
    void selectReference(const QString &reference);
    // By its id; of its names that one, where it has it.
    void selectImage(const QString &id, const QString &reference = {});
    // "3 images, 6 names", without those that are being removed and can still be brought back.
    [[nodiscard]] QString shownCount() const;

protected:
    [[nodiscard]] QString countText(int all) const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpRows();

    models::EngineSession *m_session;
    ImageActions *m_actions;
    DropHint *m_dropHint;
};

} // namespace quayside::ui
