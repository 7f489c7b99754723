// What a container is made of: mounts, networks, ports, variables, labels, limits. One tree, one search.
#pragma once

#include "models/containers/setup.h"

#include <QWidget>

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace quayside::ui
{

class SetupPane : public QWidget
{
    Q_OBJECT

public:
    explicit SetupPane(QWidget *parent = nullptr);

    void showContainer(const api::ContainerInspect &container, const api::Delegates &handed = {});
    [[nodiscard]] QTreeWidget *tree() const { return m_tree; }
    [[nodiscard]] QLineEdit *search() const { return m_search; }

signals:
    void volumeWanted(const QString &name);
    void networkWanted(const QString &name);

private:
    void fill();
    void filter();
    void open(QTreeWidgetItem *item);
    void reveal(QTreeWidgetItem *item, bool revealed);
    void showMenu(const QPoint &point);
    void copy(bool withNames) const;

    QLineEdit *m_search;
    QTreeWidget *m_tree;
    std::string m_id;
    QList<models::SetupSection> m_sections;
};

} // namespace quayside::ui
