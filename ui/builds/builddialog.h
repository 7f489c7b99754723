// An image out of a Dockerfile: what to build, and its steps as they go.
#pragma once

#include "models/builds/buildoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QToolButton;
class QTreeView;
class QVBoxLayout;

namespace quayside::ui
{

class BuildView;
class Notice;

class BuildDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BuildDialog(models::EngineSession *session, QWidget *parent = nullptr);

    // The folder of `path`, or that of a Dockerfile.
    void setFolder(const QString &path);
    // The form as it was for another build.
    void setWanted(const models::BuildWanted &wanted);
    [[nodiscard]] models::BuildOperation *operation() const { return m_operation; }
    [[nodiscard]] BuildView *view() const { return m_view; }
    [[nodiscard]] QTreeView *stepTable() const;
    [[nodiscard]] QPlainTextEdit *log() const;

signals:
    void runWanted(const QString &image);
    void shellOpened(const QString &containerId);
    void failed(const QString &sentence);

private:
    void makeForm(QVBoxLayout *layout);
    void makeFolderRow(QFormLayout *form);
    void makeMore(QFormLayout *form);
    void connectForm();
    void makeProgress(QVBoxLayout *layout);
    void makeButtons(QVBoxLayout *layout);
    void chooseFolder();
    void showMore(bool more);
    void showForm(bool form);
    void readDockerfile();
    void refresh();
    void startOrCancel();
    void start();
    [[nodiscard]] std::optional<models::BuildWanted> wantedNow();
    void onFinished();

    models::EngineSession *m_session;
    QWidget *m_form, *m_summaryRow;
    QFormLayout *m_fields = nullptr;
    QLineEdit *m_folder, *m_dockerfile, *m_name, *m_platform;
    QComboBox *m_target, *m_network;
    QPlainTextEdit *m_arguments, *m_labels;
    QCheckBox *m_noCache, *m_pull;
    QToolButton *m_more;
    QLabel *m_hint, *m_summary, *m_now;
    BuildView *m_view;
    QProgressBar *m_progress;
    Notice *m_notice;
    QPushButton *m_build = nullptr, *m_close = nullptr;
    QPointer<models::BuildOperation> m_operation;
    QTimer m_readSoon;
    bool m_nameTouched = false;
};

} // namespace quayside::ui
