// A folder of a container, as `stat` in the container lists it, with what was changed since the image.
#pragma once

#include "models/client/observe.h"
#include "models/client/terminalstream.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

namespace quayside::models
{

struct FolderEntry {
    enum class Kind { Folder, File, Link, Other };
    enum class Change { None, Modified, Added, Deleted };
    QString name;
    Kind kind = Kind::File;
    qint64 size = 0;     // bytes
    qint64 modified = 0; // seconds since 1970; 0: not known
    Change change = Change::None;
};

// Lines of `stat -c '%f %s %Y %n'`; what is no such line (a name with a line end in it) is left out.
QList<FolderEntry> parseFolder(const QByteArray &output);
// Marks the entries of `folder`, and adds those that were deleted. Sorted: folders first, by name.
QList<FolderEntry> withChanges(QList<FolderEntry> entries, const QString &folder,
                               const std::vector<client::PathChange> &changes);
// "/" + "etc" → "/etc"; "/etc" + ".." → "/".
QString joinPath(const QString &folder, const QString &name);

// Lists by a shell in the container, which must run and have one; else only what was changed is known.
class FolderListing : public QObject
{
    Q_OBJECT

public:
    explicit FolderListing(client::EngineClient *client, QObject *parent = nullptr);

    void list(const QString &containerId, bool running, const QString &folder);
    void stop();
    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] const QList<FolderEntry> &entries() const { return m_entries; }
    [[nodiscard]] const QString &remark() const
    {
        return m_remark;
    } // why the list is not whole; "" where it is
    [[nodiscard]] bool isBusy() const { return m_busy; }

signals:
    void changed();

private:
    void fetchChanges();
    void runStat(const std::string &execId);
    void onStatEnded(const std::string &execId);
    void finish(const QString &remark);

    client::EngineClient *m_client;
    QString m_id, m_folder, m_remark;
    bool m_running = false, m_busy = false;
    std::vector<client::PathChange> m_changes;
    QByteArray m_output, m_complaint;
    QList<FolderEntry> m_entries;
    QPointer<client::TerminalStream> m_stream;
    client::Call m_call;
};

} // namespace quayside::models
