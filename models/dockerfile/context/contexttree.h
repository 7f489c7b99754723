// The files of a folder as a build of it will see them: what is included and how large that is, what is left
// out and by which line of .dockerignore. Kept as the disk is; what takes time is done by another thread.
#pragma once

#include "models/dockerfile/context/contextscan.h"
#include "models/dockerfile/context/folderwatch.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace quayside::models
{

class ContextTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, SizeColumn, RuleColumn, ColumnCount };
    // Of StateRole: ContextEntry::State, of KindRole: ContextEntry::Kind. ShareRole: of the largest beside
    // it, 0 to 1.
    enum Role { StateRole = Qt::UserRole + 1, KindRole, ShareRole };

    explicit ContextTree(QObject *parent = nullptr);
    ~ContextTree() override;

    // The folder of a build, and the path of its Dockerfile: in the folder, or absolute. "": none.
    void setContext(const QString &folder, const QString &dockerfile);
    [[nodiscard]] const QString &folder() const { return m_folder; }
    void refresh(); // looks again, soon

    // What was found last; its entries are empty before the first time.
    [[nodiscard]] const ContextContents &contents() const { return *m_contents; }
    [[nodiscard]] bool isLoading() const { return m_cancelled != nullptr; }
    // Whether changes on the disk are noticed: not all are in a folder of very many.
    [[nodiscard]] bool isLive() const { return m_watch.isComplete(); }
    // "1,204 files, 3.4 MiB, go to the build; 3 entries are left out".
    [[nodiscard]] QString summary() const;
    // What is wrong with the folder or with its rules, in a sentence; "" where nothing is.
    [[nodiscard]] QString problem() const;

    // 0 for one that is not valid: the folder itself.
    [[nodiscard]] std::uint32_t entryOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(std::uint32_t entry, int column = 0) const;
    [[nodiscard]] QModelIndex find(const std::string &path) const; // not valid: it is not there
    [[nodiscard]] std::string path(const QModelIndex &index) const
    {
        return m_contents->path(entryOf(index));
    }
    // The line that decided about it; 0: none did.
    [[nodiscard]] int ruleLine(const QModelIndex &index) const;
    // The .dockerignore that holds, or that would: its absolute path.
    [[nodiscard]] QString ignoreFile() const;

    // One line more or less in it, on the disk at once: "" or why not, in a sentence. The tree follows.
    QString exclude(const std::string &path);
    QString include(const std::string &path);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    // Qt::CheckStateRole of a name: what is ticked goes to the build. Setting it turns it over, as exclude()
    // and include() do; of a folder that goes in part, all of it stays out then.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void looked();                         // what was found is there, changed or not
    void refused(const QString &sentence); // setData() could not

private:
    using Contents = std::shared_ptr<const ContextContents>;

    void start();
    void take(const Contents &contents);
    void stop();
    void sortAll();
    bool watchAll(); // as FolderWatch::watch()
    QString write(const std::string &path, bool excluded);
    [[nodiscard]] const ContextEntry &entryAt(const QModelIndex &index) const
    {
        return m_contents->entries[entryOf(index)];
    }
    [[nodiscard]] QString ruleText(const ContextEntry &entry) const;
    [[nodiscard]] QString toolTip(const ContextEntry &entry) const;
    [[nodiscard]] double share(const ContextEntry &entry) const;

    QString m_folder;
    std::string m_dockerfile; // in the folder; "": elsewhere, or none
    Contents m_contents;
    std::vector<std::uint32_t> m_order, m_rows;    // place → entry among those of its folder, and back: row
    std::vector<std::uint64_t> m_largest;          // by folder: of its children
    std::set<std::string> m_opened;                // folders that are left out, and were opened all the same
    std::shared_ptr<std::atomic_bool> m_cancelled; // of the scan under way; null: there is none
    bool m_again = false;                          // something has changed meanwhile
    FolderWatch m_watch;
    QTimer m_soon;
    QElapsedTimer m_clock;
    qint64 m_took = 0;
    int m_sortColumn = NameColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace quayside::models
