// The choices that make a container, as a form: a page for each kind of them.
#pragma once

#include "models/containers/runoptions.h"
#include "models/system/enginesession.h"

#include <QTabWidget>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace quayside::ui
{

class EnvironmentEditor;
class MountsEditor;
class PortsEditor;

class RunForm : public QTabWidget
{
    Q_OBJECT

public:
    explicit RunForm(models::EngineSession *session, QWidget *parent = nullptr);

    void setImage(const QString &reference); // fills the form from it
    void setOptions(const models::RunOptions &options);
    [[nodiscard]] models::RunOptions options() const;
    // Why what stands in the fields cannot be had; "" where it can.
    [[nodiscard]] QString problem() const;
    // Ports and folders that the image proposes are no longer filled in: the container has its own.
    void keepProposalsOut();
    void setImageHint(const QString &sentence);
    void focusImage();

signals:
    void changed();
    void runLinePasted(const QString &line); // a `docker run …` in place of an image

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    template <typename Member>
    struct Field {
        QLineEdit *edit;
        Member models::RunOptions::*member;
    };

    QWidget *makeBasics();
    QWidget *makeNetwork();
    QWidget *makeLimits();
    QWidget *makeHealth();
    QWidget *makeSecurity();
    QWidget *makeAdvanced();
    void addHealthFields(QWidget *page, QFormLayout *form);
    void addNetworkBox(QWidget *page, QFormLayout *form);
    QLineEdit *addText(QFormLayout *form, const QString &label, const char *name,
                       QString models::RunOptions::*member, const QString &placeholder);
    QLineEdit *addList(QFormLayout *form, const QString &label, const char *name,
                       QStringList models::RunOptions::*member, const QString &placeholder);
    QLineEdit *addPairs(QFormLayout *form, const QString &label, const char *name,
                        QList<models::EnvVariable> models::RunOptions::*member, const QString &placeholder);
    QLineEdit *addSize(QFormLayout *form, const QString &label, const char *name,
                       qint64 models::RunOptions::*member, const QString &placeholder);
    QLineEdit *addTime(QFormLayout *form, const QString &label, const char *name,
                       qint64 models::HealthOption::*member, const QString &placeholder);
    QCheckBox *addSwitch(QFormLayout *form, const QString &text, bool models::RunOptions::*member);
    QLineEdit *addLine(QFormLayout *form, const QString &label, const char *name, const QString &placeholder);
    void connectFields();
    void onImageEdited();
    void fetchImage();
    void applyImage(const api::ImageInspect &image);
    void readFields(models::RunOptions &options) const;
    void readHealth(models::HealthOption &health) const;
    void fillFields(const models::RunOptions &options);
    void tellChanged();
    void refreshTitles();
    [[nodiscard]] QString proposePort(const QString &containerPort) const;

    models::EngineSession *m_session;
    models::RunOptions m_rest; // options that the form has no field for
    QComboBox *m_image, *m_restart, *m_network;
    QLabel *m_imageHint;
    QLineEdit *m_command, *m_entrypoint, *m_healthCommand;
    QLineEdit *m_user, *m_workingDir; // of m_texts
    QDoubleSpinBox *m_cpus;
    QSpinBox *m_pids, *m_retries, *m_healthRetries, *m_stopTimeout, *m_oomScore;
    QCheckBox *m_noHealth;
    PortsEditor *m_ports;
    MountsEditor *m_mounts;
    EnvironmentEditor *m_environment;
    QList<Field<QString>> m_texts;
    QList<Field<QStringList>> m_lists;
    QList<Field<QList<models::EnvVariable>>> m_pairs;
    QList<Field<qint64>> m_sizes;
    QList<std::pair<QLineEdit *, qint64 models::HealthOption::*>> m_times;
    QList<std::pair<QCheckBox *, bool models::RunOptions::*>> m_switches;
    QTimer m_fetchTimer;
    client::Call m_imageCall;
    bool m_portsTouched = false, m_mountsTouched = false, m_filling = false;
};

} // namespace quayside::ui
