// New base image from distribution packages, with mmdebstrap's log as it comes.
#pragma once

#include "models/images/imageoperations.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace quayside::ui
{

class Notice;

class BaseImageDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BaseImageDialog(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] models::BaseImageOperation *operation() const { return m_operation; }

signals:
    void imageMade(const QString &reference);
    void failed(const QString &sentence);

private:
    void makeForm();
    void makeButtons();
    void refresh();
    void startOrCancel();
    void start();
    void onFinished();
    void addLine(const QString &line);

    models::EngineSession *m_session;
    QComboBox *m_suite;
    QComboBox *m_recipe;
    QLineEdit *m_packages, *m_name;
    QPlainTextEdit *m_log;
    QProgressBar *m_progress;
    QLabel *m_now;
    Notice *m_notice;
    QPushButton *m_make, *m_close;
    QPointer<models::BaseImageOperation> m_operation;
    bool m_nameTouched = false;
};

} // namespace quayside::ui
