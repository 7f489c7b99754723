#include "ui/builds/builddialog.h"

#include "ui/builds/buildform.h"
#include "ui/builds/buildview.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

BuildDialog::BuildDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_form(new BuildForm(this)), m_summaryRow(new QWidget(this)),
      m_summary(new ElidedLabel(this)), m_now(new ElidedLabel(this)), m_view(new BuildView(session, this)),
      m_progress(new QProgressBar(this)), m_notice(new Notice(this))
{
    setWindowTitle(tr("Build an image"));
    resize(780, 460);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_form);
    makeSummary(layout);
    layout->addWidget(m_notice);
    makeProgress(layout);
    layout->addStretch(0);
    makeButtons(layout);
    connect(m_form, &BuildForm::changed, this, &BuildDialog::refresh);
    showForm(true);
    refresh();
}

void BuildDialog::makeSummary(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout(m_summaryRow);
    row->setContentsMargins(0, 0, 0, 0);
    auto *change = new QPushButton(tr("C&hange…"), m_summaryRow);
    change->setAutoDefault(false);
    change->setObjectName(QStringLiteral("change"));
    connect(change, &QPushButton::clicked, this, [this] { showForm(true); });
    row->addWidget(m_summary, 1);
    row->addWidget(change);
    layout->addWidget(m_summaryRow);
}

void BuildDialog::setFolder(const QString &path)
{
    m_form->setFolder(path);
}

void BuildDialog::setWanted(const models::BuildWanted &wanted)
{
    m_form->setWanted(wanted);
}

// While a build goes, and after it, the room is its steps'.
void BuildDialog::showForm(bool form)
{
    m_form->setVisible(form);
    m_summaryRow->setVisible(!form);
}

void BuildDialog::makeProgress(QVBoxLayout *layout)
{
    m_view->setFrameShape(QFrame::StyledPanel);
    m_view->hide();
    connect(m_view, &BuildView::shellOpened, this, [this](const QString &container) {
        emit shellOpened(container);
        accept();
    });
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(8);
    m_progress->setAccessibleName(tr("Progress of the build"));
    m_progress->hide();
    layout->addWidget(m_view, 1);
    layout->addWidget(m_now);
    layout->addWidget(m_progress);
}

void BuildDialog::makeButtons(QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Clo&se"), QDialogButtonBox::RejectRole);
    m_close->setToolTip(tr("Close this window; the work goes on behind the counter in the tool bar"));
    m_close->setAutoDefault(false);
    m_build = buttons->addButton(tr("&Build"), QDialogButtonBox::ActionRole);
    m_build->setObjectName(QStringLiteral("build"));
    m_build->setDefault(true);
    layout->addWidget(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_build, &QPushButton::clicked, this, &BuildDialog::startOrCancel);
}

QTreeView *BuildDialog::stepTable() const
{
    return m_view->stepTable();
}

QPlainTextEdit *BuildDialog::log() const
{
    return m_view->log();
}

void BuildDialog::refresh()
{
    const bool running = m_operation != nullptr && m_operation->isRunning();
    m_form->setEnabled(!running);
    m_summaryRow->setEnabled(!running);
    m_build->setText(running ? tr("&Cancel") : m_operation != nullptr ? tr("&Build again") : tr("&Build"));
    m_build->setIcon(icon(running ? Symbol::Stop : Symbol::Build));
    m_build->setEnabled(running || m_form->isFilled());
    m_progress->setVisible(running);
    m_now->setVisible(running);
    if (m_operation == nullptr)
        return;
    m_now->setText(running ? m_operation->detail() : QString());
    m_progress->setRange(0, int(m_operation->total()));
    m_progress->setValue(int(m_operation->done()));
}

void BuildDialog::startOrCancel()
{
    if (m_operation != nullptr && m_operation->isRunning())
        m_operation->cancel();
    else
        start();
}

void BuildDialog::start()
{
    m_notice->dismiss();
    QString problem;
    const auto wanted = m_form->wanted(&problem);
    if (!wanted) {
        m_notice->show(Notice::Kind::Error, problem);
        return;
    }
    m_operation = new models::BuildOperation(m_session->client(), m_session->credentials(), *wanted);
    m_view->showBuild(m_operation->follower(), wanted->name);
    m_view->setVisible(true);
    showForm(false);
    resize(width(), std::max(height(), 680)); // the form had less
    m_summary->setText(wanted->name.isEmpty()
                           ? tr("From %1").arg(wanted->folder)
                           : tr("%1 from %2", "image, folder").arg(wanted->name, wanted->folder));
    connect(m_operation, &models::Operation::changed, this, &BuildDialog::refresh);
    connect(m_operation, &models::Operation::finished, this, &BuildDialog::onFinished);
    m_session->operations()->add(m_operation);
    refresh();
}

void BuildDialog::onFinished()
{
    using State = models::Operation::State;
    refresh();
    const QStringList &warnings = m_operation->warnings();
    if (m_operation->state() == State::Succeeded) {
        const QString sentence = m_operation->detail() + u'.';
        m_notice->show(warnings.isEmpty() ? Notice::Kind::Info : Notice::Kind::Warning,
                       warnings.isEmpty() ? sentence : sentence + u' ' + warnings.join(u' '), tr("Run it…"),
                       [this, image = m_operation->image()] {
                           emit runWanted(image);
                           accept();
                       });
    } else if (m_operation->state() == State::Failed) {
        // What went wrong in a step stands beside what it wrote.
        const models::BuildSteps *steps = m_operation->steps();
        const int row = steps->activeRow();
        const bool inStep = row >= 0 && !steps->steps()[row].error.isEmpty();
        m_notice->show(Notice::Kind::Error,
                       inStep ? tr("It is not built: step %1 failed.").arg(steps->steps()[row].number)
                              : m_operation->detail());
        if (m_operation->steps()->rowCount() == 0) // refused at once: what is wrong is in the form
            showForm(true);
        emit failed(m_operation->detail());
    } else {
        m_notice->show(Notice::Kind::Info, tr("Cancelled. The steps that were done are in the cache."));
    }
}

} // namespace quayside::ui
