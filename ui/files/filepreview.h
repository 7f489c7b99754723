// What is in the file that is selected, as far as it can be shown small: the beginning of a text, a picture.
#pragma once

#include "models/client/containerfiles.h"
#include "models/common/boundedbuffer.h"
#include "models/files/fileentry.h"

#include <QPixmap>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedWidget;

namespace quayside::ui
{

class FilePreview : public QWidget
{
    Q_OBJECT

public:
    static constexpr qint64 mostText = 64 << 10, mostPicture = 8 << 20; // bytes

    explicit FilePreview(client::EngineClient *client, QWidget *parent = nullptr);

    // Nothing is asked for before the selection has stood still.
    void showFile(const client::FilesOf &of, const models::FileEntry &entry);
    void showNothing(const QString &sentence = {});
    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] QLabel *picture() const { return m_picture; }
    [[nodiscard]] bool showsText() const;
    [[nodiscard]] bool showsPicture() const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fetch();
    void onRead(const Result<std::string> &done);
    void fitPicture();
    [[nodiscard]] bool wantsPicture() const;

    client::EngineClient *m_client;
    client::FilesOf m_of;
    models::FileEntry m_entry;
    models::BoundedBuffer m_bytes{mostText};
    client::Call m_call;
    QTimer m_still;
    QStackedWidget *m_stack;
    QLabel *m_line, *m_picture;
    QPlainTextEdit *m_text;
    QPixmap m_whole;
};

} // namespace quayside::ui
