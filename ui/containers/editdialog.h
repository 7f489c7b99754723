// A container gets other options: the form of the run dialog, and what that keeps and costs.
#pragma once

#include "models/containers/recreateoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>

class QCheckBox;
class QPushButton;
class QTextBrowser;

namespace quayside::ui
{

class Notice;
class RunForm;

class EditDialog : public QDialog
{
    Q_OBJECT

public:
    // id, name: of a container that is there.
    EditDialog(models::EngineSession *session, const QString &id, const QString &name,
               QWidget *parent = nullptr);

    [[nodiscard]] RunForm *form() const { return m_form; }
    [[nodiscard]] QString planText() const; // as it is shown
    [[nodiscard]] QPushButton *acceptButton() const { return m_accept; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    void done(int result) override; // cancels what is under way

signals:
    void containerMade(const QString &id); // in place of the old one
    void limitsChanged();
    void warned(const QString &sentence);

private:
    QWidget *makePlan();
    void makeButtons();
    void fetch();
    void fill(const api::ImageConfig &image);
    void showProblem(const Error &error);
    void refresh();
    void begin();
    template <typename Operation, typename Done>
    void start(Operation *operation, Done done);

    models::EngineSession *m_session;
    models::Recreation m_recreation;
    bool m_filled = false;
    RunForm *m_form;
    Notice *m_notice;
    QTextBrowser *m_plan;
    QCheckBox *m_takeVolumes;
    QPushButton *m_accept;
    QPointer<models::Operation> m_operation;
};

} // namespace quayside::ui
