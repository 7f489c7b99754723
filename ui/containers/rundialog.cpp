#include "ui/containers/rundialog.h"

#include "models/containers/runline.h"
#include "models/system/newcontainers.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/containers/runform.h"
#include "ui/containers/runpreview.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::RunOptions;

RunDialog::RunDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_form(new RunForm(session, this)),
      m_preview(new RunPreview(this)), m_notice(new Notice(this))
{
    setWindowTitle(tr("Run a container"));
    resize(QSize(980, 540).boundedTo(screen()->availableSize() - QSize(8, 40))); // the frame is around it
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_form, 5);
    columns->addWidget(m_preview, 3);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    makeButtons();
    connect(m_form, &RunForm::changed, this, &RunDialog::refresh);
    connect(m_form, &RunForm::runLinePasted, this, &RunDialog::fillFromLine);
    connect(m_preview, &RunPreview::lineWanted, this, &RunDialog::fillFromLine);
    m_form->setOptions(models::NewContainers::saved().options());
    refresh();
    m_form->focusImage();
}

void RunDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    // The style's red cross says "danger" where there is none.
    buttons->addButton(QDialogButtonBox::Cancel)->setIcon({});
    m_createButton = buttons->addButton(tr("Crea&te"), QDialogButtonBox::ActionRole);
    m_createButton->setToolTip(tr("Create the container, and start it later"));
    m_createButton->setAutoDefault(false);
    m_stepsButton = buttons->addButton(tr("Run step by step"), QDialogButtonBox::ActionRole);
    m_stepsButton->setToolTip(tr("Create the container, and hold its launch before each step"));
    m_stepsButton->setAutoDefault(false);
    m_stepsButton->setVisible(m_session->hasFeature(QStringLiteral("launch-steps")));
    m_runButton = buttons->addButton(tr("&Run"), QDialogButtonBox::AcceptRole);
    m_runButton->setObjectName(QStringLiteral("run"));
    m_runButton->setIcon(icon(Symbol::Play));
    m_runButton->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { start(Then::Run); });
    connect(m_createButton, &QPushButton::clicked, this, [this] { start(Then::Nothing); });
    connect(m_stepsButton, &QPushButton::clicked, this, [this] { start(Then::StepByStep); });
    layout()->addWidget(buttons);
}

// ---- reading and filling the form

void RunDialog::setImage(const QString &reference)
{
    m_form->setImage(reference);
}

void RunDialog::setOptions(const RunOptions &options)
{
    m_form->setOptions(options);
}

RunOptions RunDialog::options() const
{
    return m_form->options();
}

void RunDialog::fillFromLine(const QString &line)
{
    const Result<models::ParsedRunLine> parsed = models::parseRunLine(line);
    if (!parsed) {
        m_notice->show(
            Notice::Kind::Error,
            tr("The line cannot be read: %1.").arg(QString::fromStdString(parsed.error().message)));
        return;
    }
    m_form->setOptions(parsed->options);
    if (parsed->ignored.isEmpty())
        m_notice->show(Notice::Kind::Info, tr("The form is filled from the line."));
    else
        m_notice->show(Notice::Kind::Warning,
                       tr("The form is filled from the line, but for what is not offered here: %1")
                           .arg(parsed->ignored.join(u' ')));
}

QString RunDialog::runLine() const
{
    return m_preview->runLine();
}

void RunDialog::refresh()
{
    m_preview->showOptions(m_form->options());
    const QString why = m_form->problem();
    const bool ready = why.isEmpty() && m_operation == nullptr;
    m_runButton->setEnabled(ready);
    m_createButton->setEnabled(ready);
    m_stepsButton->setEnabled(ready);
    m_runButton->setToolTip(why.isEmpty() ? tr("Create the container and start it") : why);
}

// ---- running

void RunDialog::start(Then then)
{
    m_notice->dismiss();
    auto *operation =
        new models::RunOperation(m_session->client(), m_session->credentials(), options(), then == Then::Run);
    m_operation = operation;
    setBusy(true);
    connect(operation, &models::Operation::changed, this, [this, operation] {
        if (operation->pull() != nullptr && operation->isRunning())
            m_form->setImageHint(operation->detail());
    });
    connect(operation, &models::Operation::finished, this,
            [this, operation, then] { onFinished(operation, then); });
    m_session->operations()->add(operation);
}

void RunDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_runButton->setText(busy ? tr("Starting…") : tr("&Run"));
    if (busy) {
        m_runButton->setEnabled(false);
        m_createButton->setEnabled(false);
        m_stepsButton->setEnabled(false);
    }
}

void RunDialog::onFinished(models::RunOperation *operation, Then then)
{
    m_operation = nullptr;
    setBusy(false);
    if (operation->state() == models::Operation::State::Succeeded) {
        if (then == Then::StepByStep)
            emit stepByStepWanted(operation->containerId());
        else
            emit containerMade(operation->containerId(), then == Then::Run);
        accept();
        return;
    }
    refresh();
    if (operation->state() == models::Operation::State::Failed)
        m_notice->show(Notice::Kind::Error, operation->detail());
}

void RunDialog::done(int result)
{
    if (m_operation != nullptr)
        m_operation->cancel();
    QDialog::done(result);
}

void RunDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_form->focusImage();
}

} // namespace quayside::ui
