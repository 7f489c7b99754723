// An image out of a Dockerfile: what to build, its steps as they go, and what each of them says.
#pragma once

#include "models/builds/buildoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QPointer>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeView;
class QVBoxLayout;

namespace quayside::ui
{

class Notice;

class BuildDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BuildDialog(models::EngineSession *session, QWidget *parent = nullptr);

    // The folder of `path`, or that of a Dockerfile.
    void setFolder(const QString &path);
    [[nodiscard]] models::BuildOperation *operation() const { return m_operation; }
    [[nodiscard]] QTreeView *stepTable() const { return m_steps; }
    [[nodiscard]] QPlainTextEdit *log() const { return m_log; }

signals:
    void runWanted(const QString &image);
    void failed(const QString &sentence);

private:
    void makeForm(QVBoxLayout *layout);
    void makeProgress(QVBoxLayout *layout);
    void makeButtons(QVBoxLayout *layout);
    void chooseFolder();
    void refresh();
    void startOrCancel();
    void start();
    void onFinished();
    void showStep(int row);
    void showSteps(models::BuildSteps *steps);

    models::EngineSession *m_session;
    QLineEdit *m_folder, *m_dockerfile, *m_name, *m_target;
    QPlainTextEdit *m_arguments;
    QCheckBox *m_noCache, *m_pull;
    QTreeView *m_steps;
    QPlainTextEdit *m_log;
    QLabel *m_now;
    QProgressBar *m_progress;
    Notice *m_notice;
    QPushButton *m_build = nullptr, *m_close = nullptr;
    QPointer<models::BuildOperation> m_operation;
    int m_shown = -1;        // row of the step whose output is shown
    bool m_following = true; // the newest step, until another one is chosen
    bool m_nameTouched = false;
};

} // namespace quayside::ui
