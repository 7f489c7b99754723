// The list of registries.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/tablepage.h"

namespace quayside::ui
{

class RegistryActions;

class RegistriesPage : public TablePage
{
    Q_OBJECT

public:
    explicit RegistriesPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] RegistryActions *actions() const { return m_actions; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void refreshEngine();

    models::EngineSession *m_session;
    RegistryActions *m_actions;
    bool m_told = false; // that this engine neither tests nor lists
};

} // namespace quayside::ui
