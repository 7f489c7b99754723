// A text file of an image, to be read.
#pragma once

#include "models/images/imagefileoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace quayside::ui
{

class Notice;

class FileViewer : public QDialog
{
    Q_OBJECT

public:
    static constexpr qint64 most = 1 << 20; // bytes that are shown

    FileViewer(models::EngineSession *session, const models::ImageFile &file, QWidget *parent = nullptr);

    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] QString remark() const; // what stands above the text; "" for nothing
    [[nodiscard]] bool isLoading() const { return m_call.active(); }

signals:
    void saveWanted();

private:
    void fetch();
    void onEnd(const Result<> &done);

    models::EngineSession *m_session;
    models::ImageFile m_file;
    models::BoundedBuffer m_bytes;
    client::Call m_call;
    Notice *m_notice;
    QPlainTextEdit *m_text;
    QPushButton *m_save;
};

} // namespace quayside::ui
