// What has happened on the engine, the latest first.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/tablepage.h"

namespace quayside::ui
{

class EventsPage : public TablePage
{
    Q_OBJECT

public:
    explicit EventsPage(models::EngineSession *session, QWidget *parent = nullptr);

signals:
    // Return or a double click on an event of something that is still there.
    void containerWanted(const QString &id);
    void imageWanted(const QString &id);

private:
    void open(const QString &key);

    models::EngineSession *m_session;
};

} // namespace quayside::ui
