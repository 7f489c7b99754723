// Why does nobody answer at my port? The way to it, step by step, the broken one marked, and what mends it.
#pragma once

#include "models/client/ports.h"
#include "models/system/enginesession.h"

#include <QDialog>

class QComboBox;
class QBoxLayout;
class QLabel;
class QPushButton;

namespace quayside::ui
{

class HopRow;

class PortDoctor : public QDialog
{
    Q_OBJECT

public:
    // port: "80/tcp", the container's; "": its first published one.
    PortDoctor(models::EngineSession *session, const QString &containerId, const QString &port = {},
               QWidget *parent = nullptr);

    [[nodiscard]] HopRow *hops() const { return m_hops; }
    [[nodiscard]] const api::PortCheck &found() const { return m_found; }
    [[nodiscard]] QPushButton *fixButton() const { return m_fixIt; }
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] bool isChecking() const { return m_call.active(); }

public slots:
    void check();

signals:
    void logWanted(const QString &containerId);
    void editWanted(const QString &containerId); // other ports are to be published

private:
    void buildHead(QBoxLayout *layout);
    void buildExplanation(QBoxLayout *layout);
    void fillPorts(const QString &port);
    void onChecked(const Result<api::PortCheck> &check);
    void explain(int index);
    void mend();
    void onMended(const Result<> &done);

    models::EngineSession *m_session;
    QString m_id, m_name;
    api::PortCheck m_found;
    QComboBox *m_ports;
    QPushButton *m_again, *m_fixIt;
    QLabel *m_summary, *m_title, *m_message, *m_fix, *m_looked;
    HopRow *m_hops;
    client::Call m_call;
};

} // namespace quayside::ui
