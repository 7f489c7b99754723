// The list of containers.
#pragma once

#include "ui/common/listpage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class ContainerActions;
class ContainerDelegate;
class ContainerTools;
class FilterEdit;
class HoverActions;

class ContainersPage : public ListPage
{
    Q_OBJECT

public:
    explicit ContainersPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] ContainerActions *actions() const { return m_actions; }
    [[nodiscard]] ContainerTools *tools() const { return m_tools; }
    [[nodiscard]] models::ContainerFilterModel *shownModel() { return &m_shown; }
    [[nodiscard]] QString currentId() const;
    void select(const QString &id);
    // Without those that are being removed, which can still be taken back.
    [[nodiscard]] int count() const;
    [[nodiscard]] int runningCount() const;
    [[nodiscard]] FilterEdit *filterEdit() const { return m_filter; }

signals:
    void currentContainerChanged(const QString &id); // "" for none
    void listPainted();                              // once: after the first paint with all rows

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void setUpTable();
    void setUpToolBar();
    void setUpHoverButtons();
    void onSelectionChanged();
    void refreshFace();
    void showContextMenu(const QPoint &point);

    models::EngineSession *m_session;
    models::ContainerFilterModel m_shown;
    ContainerActions *m_actions;
    ContainerTools *m_tools;
    ContainerDelegate *m_delegate;
    HoverActions *m_hover;
    FilterEdit *m_filter;
    bool m_painted = false;
};

} // namespace quayside::ui
