// What has happened on the engine, the latest first.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/tablepage.h"

#include <QTimer>

namespace quayside::ui
{

class EventStrip;

class EventsPage : public TablePage
{
    Q_OBJECT

public:
    explicit EventsPage(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] EventStrip *strip() const { return m_strip; }

signals:
    // Return or a double click on an event of something that is still there.
    void containerWanted(const QString &id);
    void imageWanted(const QString &id);

private:
    void open(const QString &key);
    void fillStrip();

    models::EngineSession *m_session;
    EventStrip *m_strip;
    QTimer m_stripSoon; // events come in bursts
};

} // namespace quayside::ui
