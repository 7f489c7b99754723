// An image out of a Dockerfile: what to build, and its steps as they go.
#pragma once

#include "models/builds/buildoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeView;
class QVBoxLayout;

namespace quayside::ui
{

class BuildForm;
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
    void makeSummary(QVBoxLayout *layout);
    void makeProgress(QVBoxLayout *layout);
    void makeButtons(QVBoxLayout *layout);
    void showForm(bool form);
    void refresh();
    void startOrCancel();
    void start();
    void onFinished();

    models::EngineSession *m_session;
    BuildForm *m_form;
    QWidget *m_summaryRow;
    QLabel *m_summary, *m_now;
    BuildView *m_view;
    QProgressBar *m_progress;
    Notice *m_notice;
    QPushButton *m_build = nullptr, *m_close = nullptr;
    QPointer<models::BuildOperation> m_operation;
};

} // namespace quayside::ui
