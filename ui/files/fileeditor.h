// A text file of a container or a volume in a window of its own: to read, to change, to save.
#pragma once

#include "models/client/containerfiles.h"
#include "models/common/boundedbuffer.h"
#include "models/files/fileentry.h"

#include <QBuffer>
#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace quayside::ui
{

class Notice;

class FileEditor : public QDialog
{
    Q_OBJECT

public:
    static constexpr qint64 most = 4 << 20; // bytes that are edited

    FileEditor(client::EngineClient *client, const client::FilesOf &of, const models::FileEntry &entry,
               const QString &path, bool readOnly, QWidget *parent = nullptr);

    [[nodiscard]] QPlainTextEdit *text() const { return m_text; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] bool isBusy() const { return m_call.active(); }
    [[nodiscard]] QPushButton *saveButton() const { return m_save; }
    void reject() override; // asks where something would be lost

signals:
    void saved();

private:
    void fetch();
    void onRead(const Result<std::string> &version);
    void showText(const QByteArray &bytes);
    void save(const std::string &version);
    void onSaved(const Result<std::string> &version);
    void refresh();
    [[nodiscard]] QByteArray bytes() const;

    client::EngineClient *m_client;
    client::FilesOf m_of;
    models::FileEntry m_entry;
    QString m_path;
    bool m_readOnly, m_isText = false, m_crlf = false, m_bom = false;
    std::string m_version; // what the text was read from
    models::BoundedBuffer m_incoming{most};
    QBuffer m_outgoing;
    client::Call m_call;
    Notice *m_notice;
    QPlainTextEdit *m_text;
    QPushButton *m_save;
};

} // namespace quayside::ui
