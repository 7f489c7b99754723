// The processes of a container, as the host sees them. Asks the engine only while it is on the screen.
#pragma once

#include "models/client/observe.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QTableWidget;

namespace quayside::ui
{

class ProcessesPane : public QWidget
{
    Q_OBJECT

public:
    explicit ProcessesPane(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id, bool running);
    [[nodiscard]] QTableWidget *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fetch();
    void fitColumns();
    void fill(const client::ProcessTable &processes);

    client::EngineClient *m_client;
    QString m_id;
    bool m_running = false;
    QTableWidget *m_table;
    QLabel *m_line;
    QTimer m_timer;
    client::Call m_call;
};

} // namespace quayside::ui
