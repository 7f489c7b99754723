// The steps of a build, and what the chosen one wrote: while it goes, and long after.
#pragma once

#include "models/builds/buildfollower.h"
#include "models/system/enginesession.h"

#include <QPointer>
#include <QSplitter>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace quayside::ui
{

class Notice;

class BuildView : public QSplitter
{
    Q_OBJECT

public:
    explicit BuildView(models::EngineSession *session, QWidget *parent = nullptr);

    // May be nullptr. name: of what is built, for a shell's container.
    void showBuild(models::BuildFollower *follower, const QString &name);
    [[nodiscard]] QTreeView *stepTable() const { return m_steps; }
    [[nodiscard]] QPlainTextEdit *log() const { return m_log; }
    [[nodiscard]] QPushButton *shellButton() const { return m_shell; }

signals:
    // A container of what was there after a step is running.
    void shellOpened(const QString &containerId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    QWidget *makeOutput();
    void connectSteps(models::BuildSteps *steps);
    void onChanged();
    void goWithTheBuild();
    void showStep(int row);
    void showHead();
    void fitColumns();
    void openShell();
    [[nodiscard]] const models::BuildStep *shownStep() const;

    models::EngineSession *m_session;
    QPointer<models::BuildFollower> m_follower;
    QString m_name;
    QTreeView *m_steps;
    QLabel *m_title, *m_remark;
    QPushButton *m_shell;
    Notice *m_notice;
    QPlainTextEdit *m_log;
    QTimer m_clock;
    int m_fittedRows = -1;   // as many as the columns were made for
    int m_shown = -1;        // row
    bool m_following = true; // nobody has chosen a step
    bool m_choosing = false; // by ourselves
    bool m_opening = false;  // a shell
};

} // namespace quayside::ui
