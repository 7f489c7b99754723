// What the engine says of itself and of the machine.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/factsheet.h"

namespace quayside::ui
{

class EngineFacts : public FactSheet
{
    Q_OBJECT

public:
    explicit EngineFacts(models::EngineSession *session, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override; // asks anew: what it says changes

private:
    void ask();
    void fill(const api::SystemInfo &info);

    models::EngineSession *m_session;
    client::Call m_call;
};

} // namespace quayside::ui
