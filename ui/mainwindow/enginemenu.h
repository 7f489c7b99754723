// Behind the engine's button: which engine the window shows, and what can be done with its address.
#pragma once

#include "models/system/enginechoices.h"
#include "models/system/enginesession.h"

#include <QMenu>

namespace quayside::ui
{

class EngineMenu : public QMenu
{
    Q_OBJECT

public:
    EngineMenu(models::EngineSession *session, QWidget *parent);

signals:
    void engineChosen(const QString &address); // another one than is shown now
    void manageWanted();

private:
    void fill();
    void addChoice(const models::EngineAddress &address);
    void askAddress();

    models::EngineSession *m_session;
};

} // namespace quayside::ui
