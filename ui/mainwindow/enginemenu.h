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

    // Addresses that the person has added, in the settings.
    static QStringList addedAddresses();
    static void setAddedAddresses(const QStringList &addresses);

signals:
    void engineChosen(const QString &socketPath); // another one than is shown now

private:
    void fill();
    void addChoice(const models::EngineAddress &address);
    void askAddress();

    models::EngineSession *m_session;
};

} // namespace quayside::ui
