// Limits of a control group with what is used of them, changed while the container runs.
#pragma once

#include "models/client/engineclient.h"
#include "models/client/observe.h"
#include "models/client/xray.h"

#include <QWidget>

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QProgressBar;
class QSpinBox;

namespace quayside::ui
{

class LimitsRow : public QWidget
{
    Q_OBJECT

public:
    explicit LimitsRow(client::EngineClient *client, QWidget *parent = nullptr);

    void showContainer(const QString &id);
    void setRefusal(const QString &why); // why nothing can be changed; "": it can
    // What the kernel says now. A box that is being changed keeps what stands in it.
    void setCgroup(const api::XrayCgroup &cgroup);
    [[nodiscard]] QSpinBox *memory() const { return m_memory; } // MiB; 0: no limit
    [[nodiscard]] QDoubleSpinBox *cpus() const { return m_cpus; }
    [[nodiscard]] QSpinBox *pids() const { return m_pids; }
    [[nodiscard]] QString problem() const;

signals:
    void changed();                       // the engine has set a limit
    void explained(const QString &topic); // what has the focus

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QProgressBar *addRow(QGridLayout *grid, const QString &name, QWidget *box, const char *topic);
    void changeMemory();
    void send(const client::LimitsUpdate &limits);

    client::EngineClient *m_client;
    QString m_id;
    QSpinBox *m_memory;
    QDoubleSpinBox *m_cpus;
    QSpinBox *m_pids;
    QProgressBar *m_memoryBar, *m_cpuBar, *m_pidsBar;
    QLabel *m_line;
    bool m_filling = false;
    std::int64_t m_lastCpuNs = -1, m_lastAt = 0;
    client::Call m_call;
};

} // namespace quayside::ui
