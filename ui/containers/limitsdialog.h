// What a container may use, changed while it runs.
#pragma once

#include "models/client/observe.h"
#include "models/system/enginesession.h"
#include "ui/common/formdialog.h"

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace quayside::ui
{

class LimitsDialog : public FormDialog
{
    Q_OBJECT

public:
    // Fills itself with the container's present limits, and until then cannot be sent.
    LimitsDialog(models::EngineSession *session, const QString &id, const QString &name,
                 QWidget *parent = nullptr);

signals:
    void warned(const QString &sentence); // what the engine could do only in part

protected:
    void send() override;

private:
    void fill(const api::ContainerInspect &container);

    client::EngineClient *m_client;
    QString m_id;
    bool m_mayTakeAway;
    QLineEdit *m_memory;
    QDoubleSpinBox *m_cpus;
    QSpinBox *m_pids, *m_retries;
    QComboBox *m_restart;
    api::HostConfig m_before;
};

} // namespace quayside::ui
