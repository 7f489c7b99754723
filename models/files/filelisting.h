// A folder of a container or a volume, from our engine, whether it runs or not; from another one by a shell
// in the container (folder.h).
#pragma once

#include "models/client/containerfiles.h"
#include "models/files/fileentry.h"
#include "models/files/folder.h"

#include <QList>
#include <QObject>

namespace quayside::models
{

class FileListing : public QObject
{
    Q_OBJECT

public:
    struct Source {
        client::FilesOf of;
        bool running = false;
        bool byEngine = false; // the engine has the feature for it
        bool operator==(const Source &) const = default;
    };

    explicit FileListing(client::EngineClient *client, QObject *parent = nullptr);

    // codedFolder: percent-encoded. text: only names with this in them (where the engine lists).
    void list(const Source &source, const std::string &codedFolder, const QString &text = {});
    void setSource(const Source &source, const std::string &codedFolder); // without asking
    void stop();

    [[nodiscard]] const Source &source() const { return m_source; }
    [[nodiscard]] const std::string &codedFolder() const { return m_coded; }
    [[nodiscard]] QString folder() const;    // to be shown
    [[nodiscard]] std::string above() const; // the folder above, coded
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const QList<FileEntry> &entries() const { return m_entries; }
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] bool isTruncated() const { return m_truncated; }
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }
    // Why the list is not whole; "" where it is.
    [[nodiscard]] const QString &remark() const { return m_remark; }
    // The engine's sentence where there is no list; "" where there is.
    [[nodiscard]] const QString &problem() const { return m_problem; }

signals:
    void changed();

private:
    void take(const Result<api::FileFolder> &folder);
    void takeFromShell();

    client::EngineClient *m_client;
    FolderListing m_shell;
    Source m_source;
    std::string m_coded = "/";
    QString m_text, m_remark, m_problem;
    QList<FileEntry> m_entries;
    bool m_busy = false, m_truncated = false, m_readOnly = false;
    client::Call m_call;
};

} // namespace quayside::models
