// What one step of a build wrote, live; why it ran or failed; a shell in what it left.
#pragma once

#include "models/builds/buildfollower.h"
#include "models/system/enginesession.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace quayside::ui
{

class Notice;

class StepOutput : public QWidget
{
    Q_OBJECT

public:
    explicit StepOutput(models::EngineSession *session, QWidget *parent = nullptr);

    // May be nullptr. name: of what is built, for a shell's container.
    void setBuild(models::BuildFollower *follower, const QString &name);
    void showStep(int row); // -1: none
    [[nodiscard]] int row() const { return m_row; }
    [[nodiscard]] const models::BuildStep *step() const; // that is shown; nullptr: none
    [[nodiscard]] QPlainTextEdit *log() const { return m_log; }
    [[nodiscard]] QPushButton *shellButton() const { return m_shell; }

signals:
    // A container of what was there after the step is running.
    void shellOpened(const QString &containerId);

private:
    QLayout *makeHead();
    void connectSteps(models::BuildSteps *steps);
    void showHead();
    void openShell();

    models::EngineSession *m_session;
    QPointer<models::BuildFollower> m_follower;
    QString m_name;
    QLabel *m_title, *m_remark;
    QPushButton *m_shell;
    Notice *m_notice;
    QPlainTextEdit *m_log;
    int m_row = -1;
    bool m_opening = false; // a shell
};

} // namespace quayside::ui
