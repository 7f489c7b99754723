// A text file of an image, to be read.
#pragma once

#include "models/common/boundedbuffer.h"
#include "models/images/imagefileoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QList>
#include <QTextCursor>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;

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
    [[nodiscard]] QLineEdit *findEdit() const { return m_find; }
    [[nodiscard]] QString found() const; // "2 of 5"; "" where nothing is looked for

signals:
    void saveWanted();

private:
    void fetch();
    void onEnd(const Result<> &done);
    void makeFindLine(QVBoxLayout *layout);
    void findAll();
    void goTo(qsizetype match);

    models::EngineSession *m_session;
    models::ImageFile m_file;
    models::BoundedBuffer m_bytes;
    client::Call m_call;
    Notice *m_notice;
    QPlainTextEdit *m_text;
    QLineEdit *m_find;
    QLabel *m_count;
    QList<QTextCursor> m_matches; // of what is looked for, from the start
    qsizetype m_current = -1;
    QPushButton *m_save;
};

} // namespace quayside::ui
