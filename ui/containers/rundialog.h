// Running a container: a form that comes filled from the image, and the same as a `docker run` line.
#pragma once

#include "models/containers/runoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>

class QPushButton;

namespace quayside::ui
{

class Notice;
class RunForm;
class RunPreview;

class RunDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RunDialog(models::EngineSession *session, QWidget *parent = nullptr);

    void setImage(const QString &reference); // fills the form from it
    void setOptions(const models::RunOptions &options);
    [[nodiscard]] models::RunOptions options() const;
    // A `docker run …` line fills the form. What is wrong with it is shown in the dialog.
    void fillFromLine(const QString &line);
    [[nodiscard]] QString runLine() const;
    [[nodiscard]] RunForm *form() const { return m_form; }

    void done(int result) override; // cancels what is under way

signals:
    void containerMade(const QString &id, bool started);
    void stepByStepWanted(const QString &id); // it is made, and to be started held before each step

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeButtons();
    void refresh();
    enum class Then { Nothing, Run, StepByStep };
    void start(Then then);
    void setBusy(bool busy);
    void onFinished(models::RunOperation *operation, Then then);

    models::EngineSession *m_session;
    RunForm *m_form;
    RunPreview *m_preview;
    Notice *m_notice;
    QPushButton *m_runButton, *m_createButton, *m_stepsButton;
    QPointer<models::RunOperation> m_operation;
};

} // namespace quayside::ui
