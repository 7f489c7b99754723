// The list of builds: those that run, and those that have been.
#pragma once

#include "ui/common/tablepage.h"

#include "models/system/enginesession.h"

namespace quayside::ui
{

class BuildActions;

class BuildsPage : public TablePage
{
    Q_OBJECT

public:
    explicit BuildsPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] BuildActions *actions() const { return m_actions; }

private:
    void fillEmpty();

    models::EngineSession *m_session;
    BuildActions *m_actions;
};

} // namespace quayside::ui
