// The list of containers.
#pragma once

#include "ui/common/tablepage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class ContainerActions;
class ContainerTools;
class UseColumns;

class ContainersPage : public TablePage
{
    Q_OBJECT

public:
    explicit ContainersPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] ContainerActions *actions() const { return m_actions; }
    [[nodiscard]] ContainerTools *tools() const { return m_tools; }
    [[nodiscard]] UseColumns *use() const { return m_use; }
    // Without those that are being removed, which can still be taken back.
    [[nodiscard]] int count() const;
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] QMenu *groupingMenu() const { return m_groupingMenu; }

signals:
    void listPainted(); // once: after the first paint with all rows

protected:
    bool eventFilter(QObject *object, QEvent *event) override;
    [[nodiscard]] QString countText(int all) const override;

private:
    [[nodiscard]] QList<Grouping> groupings();
    void setUpTable();
    void setUpToolBar();
    void setUpRows();

    models::EngineSession *m_session;
    ContainerActions *m_actions;
    ContainerTools *m_tools;
    UseColumns *m_use = nullptr;
    QMenu *m_groupingMenu;
    bool m_painted = false;
};

} // namespace quayside::ui
