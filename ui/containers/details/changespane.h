// What a container has changed since its image, as a tree.
#pragma once

#include "models/client/observe.h"

#include <QWidget>

class QLabel;
class QToolButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace quayside::ui
{

class ChangesPane : public QWidget
{
    Q_OBJECT

public:
    explicit ChangesPane(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id); // asks anew each time
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    [[nodiscard]] QString summary() const;

signals:
    void folderWanted(const QString &folder); // of the container

private:
    void fetch();
    void fill(std::vector<client::PathChange> changes);
    QTreeWidgetItem *parentFor(const QString &path, QHash<QString, QTreeWidgetItem *> &items);

    client::EngineClient *m_client;
    QString m_id;
    QLabel *m_summary;
    QToolButton *m_refresh;
    QTreeWidget *m_tree;
    client::Call m_call;
};

} // namespace quayside::ui
