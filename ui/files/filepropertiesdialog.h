// A file's owner and mode, to see and to change.
#pragma once

#include "models/client/containerfiles.h"
#include "models/files/fileentry.h"
#include "ui/common/formdialog.h"

#include <QList>
#include <QMap>

class QCheckBox;
class QComboBox;

namespace quayside::ui
{

class FilePropertiesDialog : public FormDialog
{
    Q_OBJECT

public:
    // others: of the same folder; the names of their users and groups are offered.
    FilePropertiesDialog(client::EngineClient *client, const client::FilesOf &of,
                         const models::FileEntry &entry, const QString &path,
                         const QList<models::FileEntry> &others, QWidget *parent = nullptr);

signals:
    void changed();

protected:
    void send() override;

private:
    void addFacts(const QString &path);
    void addMode();
    QComboBox *addOwner(const QString &label, const QString &name, qint64 id,
                        const QMap<qint64, QString> &names);
    void onTicked();
    void onTyped();
    void refresh();
    void setTicks(int mode);
    void sendMode(int mode);
    void onDone(const Result<> &done, const std::function<void()> &next);
    // The number that stands in the line, or that the name in it means; nothing where it is neither.
    [[nodiscard]] static std::optional<qint64> idOf(const QComboBox *box, const QMap<qint64, QString> &names);
    [[nodiscard]] std::optional<int> mode() const;

    client::EngineClient *m_client;
    client::FilesOf m_of;
    models::FileEntry m_entry;
    QMap<qint64, QString> m_users, m_groups;
    QComboBox *m_user = nullptr, *m_group = nullptr;
    QLineEdit *m_octal = nullptr;
    QList<std::pair<QCheckBox *, int>> m_ticks; // and the bit of each
    QCheckBox *m_below = nullptr;
};

} // namespace quayside::ui
