// The steps of a build, and what the chosen one wrote: while it goes, and long after.
#pragma once

#include "models/builds/buildfollower.h"
#include "models/system/enginesession.h"

#include <QPointer>
#include <QSplitter>
#include <QTimer>

class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace quayside::ui
{

class StepOutput;

class BuildView : public QSplitter
{
    Q_OBJECT

public:
    explicit BuildView(models::EngineSession *session, QWidget *parent = nullptr);

    // May be nullptr. name: of what is built, for a shell's container.
    void showBuild(models::BuildFollower *follower, const QString &name);
    [[nodiscard]] QTreeView *stepTable() const { return m_steps; }
    [[nodiscard]] QPlainTextEdit *log() const;
    [[nodiscard]] QPushButton *shellButton() const;

signals:
    // A container of what was there after a step is running.
    void shellOpened(const QString &containerId);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void makeTable();
    void connectSteps(models::BuildSteps *steps);
    void onChanged();
    void goWithTheBuild();
    void showStep(int row);
    void fitColumns();

    QPointer<models::BuildFollower> m_follower;
    QTreeView *m_steps;
    StepOutput *m_output;
    QTimer m_clock;
    int m_fittedRows = -1;   // as many as the columns were made for
    bool m_following = true; // nobody has chosen a step
    bool m_choosing = false; // by ourselves
};

} // namespace quayside::ui
