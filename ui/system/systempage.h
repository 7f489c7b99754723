// The machine's side: what has happened, what lies on the disk, what the engine is.
#pragma once

#include "models/system/enginesession.h"

#include <QWidget>

namespace quayside::ui
{

class DiskView;
class EngineFacts;
class EventsPage;
class Tabs;

class SystemPage : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Events, Disk, Engine };

    explicit SystemPage(models::EngineSession *session, QWidget *parent = nullptr);

    void showTab(Tab tab);
    [[nodiscard]] EventsPage *events() const { return m_events; }
    [[nodiscard]] DiskView *disk() const { return m_disk; }
    [[nodiscard]] EngineFacts *engine() const { return m_engine; }

private:
    Tabs *m_tabs;
    EventsPage *m_events;
    DiskView *m_disk;
    EngineFacts *m_engine;
};

} // namespace quayside::ui
