// The health check of a container: its state, and what its last probes said.
#pragma once

#include "models/containers/containerrow.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QTreeWidget;

namespace quayside::ui
{

class HealthPane : public QWidget
{
    Q_OBJECT

public:
    explicit HealthPane(QWidget *parent = nullptr);

    void showContainer(const api::ContainerInspect &container);
    [[nodiscard]] QTreeWidget *probes() const { return m_probes; }
    [[nodiscard]] QString stateText() const;

private:
    void fillProbes(const api::Health &health);

    QLabel *m_state, *m_check;
    QTreeWidget *m_probes;
    QPlainTextEdit *m_output;
};

} // namespace quayside::ui
