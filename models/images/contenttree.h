// The files of an image as a tree. A folder's entries are asked for when it is first opened.
#pragma once

#include "models/client/call.h"
#include "models/images/contententry.h"

#include <QAbstractItemModel>

#include <functional>
#include <memory>
#include <vector>

namespace quayside::models
{

class ContentTree : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column {
        NameColumn,
        SizeColumn,
        ChangeColumn,
        FilesColumn,
        ModeColumn,
        OwnerColumn,
        ModifiedColumn,
        LayerColumn,
        OtherSizeColumn, // of a comparison only
        ColumnCount
    };
    enum Role { TypeRole = Qt::UserRole + 1, ChangeRole, ShareRole, NoteRole };

    // Asks for one folder; codedPath: percent-encoded.
    using Fetch = std::function<client::Call(const std::string &codedPath, QObject *context,
                                             client::Done<api::ImageFolder> done)>;

    enum class Of { Image, Comparison };
    explicit ContentTree(Of of, QObject *parent = nullptr);
    ~ContentTree() override;

    // Shows another tree from now on, and asks for its root. What is under way for the one before ends.
    void setSource(Fetch fetch);
    // What a search has found, in place of the tree: one level, names are paths.
    void showFound(const api::FoundEntries &found);
    void clear();
    void retry(); // asks again for the folders that could not be read
    [[nodiscard]] bool isLoading() const { return m_loading > 0; }
    [[nodiscard]] bool isEmpty() const; // its root has come, and nothing is in it

    // nullptr: a row that only says something ("there are more").
    [[nodiscard]] const ContentEntry *entry(const QModelIndex &index) const;
    [[nodiscard]] QString path(const QModelIndex &index) const; // to be shown
    [[nodiscard]] std::string codedPath(const QModelIndex &index) const;
    // Opens one folder after the other on the way; revealed() says where it ends.
    void reveal(const QString &path);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex &parent = {}) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    void sort(int column, Qt::SortOrder order) override;

signals:
    void folderCame(const QString &path);
    void failed(const QString &sentence); // of one folder; retry() asks again
    // The path, or the last folder on its way that is there.
    void revealed(const QModelIndex &index);

private:
    struct Node;
    struct Folder;

    [[nodiscard]] Node *nodeOf(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Node *node, int column = 0) const;
    [[nodiscard]] std::string codedPathOf(const Node *node) const;
    void start();
    void ask(Node *node);
    void onAnswer(Node *node, const Result<api::ImageFolder> &answer);
    void fill(Node *node, const std::vector<api::ImageEntry> &entries, const QString &note);
    void sortChildren(Node *node);
    void sortAll(Node *node);
    [[nodiscard]] bool precedes(const Node &left, const Node &right) const;
    void stopAll(Node *node);
    void goOn();
    [[nodiscard]] QString text(const Node &node, int column) const;
    [[nodiscard]] double share(const Node &node) const;

    Of m_of;
    std::unique_ptr<Node> m_root;
    Fetch m_fetch; // null: nothing is shown, or what was found
    int m_loading = 0;
    int m_sortColumn = NameColumn;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QStringList m_way; // names still to go to what is to be revealed
    Node *m_wayAt = nullptr;
};

} // namespace quayside::models
