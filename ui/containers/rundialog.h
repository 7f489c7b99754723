// Running a container: a form that comes filled from the image, and the same as a `docker run` line.
#pragma once

#include "models/containers/runoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;
class QSpinBox;

namespace quayside::ui
{

class EnvironmentEditor;
class MountsEditor;
class Notice;
class PortsEditor;

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

    void done(int result) override; // cancels what is under way

signals:
    void containerMade(const QString &id, bool started);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBasics();
    QWidget *makeLimits();
    QWidget *makeSecurity();
    QWidget *makePreview();
    void makeButtons();
    void connectFields();
    void onImageEdited();
    void setImageHint(const QString &sentence);
    void fetchImage();
    void applyImage(const api::ImageInspect &image);
    void refreshPreview();
    void refreshTabTitles();
    void start(bool run);
    void setBusy(bool busy);
    void onFinished(models::RunOperation *operation, bool run);
    [[nodiscard]] QString proposePort(const QString &containerPort) const;
    [[nodiscard]] qint64 memoryBytes(bool *ok = nullptr) const;

    models::EngineSession *m_session;
    models::RunOptions m_rest; // options that the form has no field for
    QComboBox *m_image;
    QLineEdit *m_name, *m_command, *m_workingDir, *m_user;
    QCheckBox *m_terminal, *m_input, *m_remove, *m_init, *m_readOnly, *m_privileged;
    QComboBox *m_restart, *m_network;
    QLineEdit *m_memory;
    QDoubleSpinBox *m_cpus;
    QSpinBox *m_pids;
    QLineEdit *m_capAdd, *m_capDrop;
    PortsEditor *m_ports;
    MountsEditor *m_mounts;
    EnvironmentEditor *m_environment;
    QTabWidget *m_tabs;
    QPlainTextEdit *m_line;
    QLabel *m_reach, *m_warnings, *m_imageHint;
    Notice *m_notice;
    QPushButton *m_runButton, *m_createButton, *m_cancelButton;
    QTimer m_fetchTimer;
    client::Call m_imageCall;
    QPointer<models::RunOperation> m_operation;
    bool m_portsTouched = false, m_mountsTouched = false, m_filling = false;
};

} // namespace quayside::ui
