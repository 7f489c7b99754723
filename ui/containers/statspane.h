// What a container uses of the machine, live. Asks the engine only while it is on the screen.
#pragma once

#include "models/containers/statshistory.h"

#include <QWidget>

class QLabel;

namespace quayside::ui
{

class Plot;

class StatsPane : public QWidget
{
    Q_OBJECT

public:
    explicit StatsPane(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id, bool running);
    [[nodiscard]] const models::StatsHistory &history() const { return m_history; }
    [[nodiscard]] QString cpuText() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void followOrStop();
    void refresh();

    models::StatsHistory m_history;
    QString m_id;
    bool m_running = false;
    Plot *m_cpu, *m_memory, *m_network, *m_disk;
    QLabel *m_line;
};

} // namespace quayside::ui
