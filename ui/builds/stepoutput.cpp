#include "ui/builds/stepoutput.h"

#include "ui/builds/stepshell.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::BuildStep;
using models::BuildSteps;

StepOutput::StepOutput(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(new ElidedLabel(this)), m_remark(new QLabel(this)),
      m_shell(new QPushButton(icon(Symbol::Terminal), tr("Open a she&ll here"), this)),
      m_notice(new Notice(this)), m_log(new QPlainTextEdit(this))
{
    m_log->setReadOnly(true);
    m_log->setFont(fixedFont());
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setMaximumBlockCount(int(BuildSteps::maxLines));
    m_log->setAccessibleName(tr("Output of the step"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_log, 1);
    showHead();
}

QLayout *StepOutput::makeHead()
{
    QFont font = this->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_remark->setTextFormat(Qt::PlainText); // names of files come from outside
    m_remark->setWordWrap(true);
    m_remark->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_remark->setForegroundRole(QPalette::WindowText);
    m_shell->setAutoDefault(false);
    m_shell->setToolTip(
        tr("A shell in the files as they were after this step; of one that failed, as it left them"));
    connect(m_shell, &QPushButton::clicked, this, &StepOutput::openShell);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_shell);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(8, 6, 8, 6);
    head->setSpacing(2);
    head->addLayout(row);
    head->addWidget(m_remark);
    return head;
}

void StepOutput::setBuild(models::BuildFollower *follower, const QString &name)
{
    if (m_follower != nullptr) {
        m_follower->disconnect(this);
        m_follower->steps()->disconnect(this);
    }
    m_follower = follower;
    m_name = name;
    m_row = -1;
    m_notice->dismiss();
    m_log->clear();
    if (follower != nullptr) {
        connectSteps(follower->steps());
        // What a step left in its log is known only at the end.
        connect(follower, &models::BuildFollower::changed, this, &StepOutput::showHead);
    }
    showHead();
}

void StepOutput::connectSteps(BuildSteps *steps)
{
    connect(steps, &QAbstractItemModel::modelReset, this, [this] { showStep(-1); });
    connect(steps, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &, int first, int) {
        if (m_row >= first)
            m_row = -1; // another one has its number now
    });
    connect(steps, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &from) {
        if (from.row() == m_row)
            showHead();
    });
    connect(steps, &BuildSteps::outputCleared, this, [this](int row) {
        if (row == m_row)
            m_log->clear();
    });
    connect(steps, &BuildSteps::linesAdded, this, [this](int row, const QStringList &lines) {
        if (row == m_row)
            m_log->appendPlainText(lines.join(u'\n')); // keeps the end in sight unless somebody scrolled up
    });
}

const BuildStep *StepOutput::step() const
{
    if (m_follower == nullptr || m_row < 0 || m_row >= m_follower->steps()->steps().size())
        return nullptr;
    return &m_follower->steps()->steps()[m_row];
}

void StepOutput::showStep(int row)
{
    m_row = row;
    m_notice->dismiss();
    const BuildStep *shown = step();
    m_log->setPlainText(shown == nullptr ? QString() : BuildSteps::outputText(*shown));
    m_log->moveCursor(QTextCursor::End);
    m_log->moveCursor(QTextCursor::StartOfLine);
    showHead();
}

void StepOutput::showHead()
{
    const BuildStep *shown = step();
    m_title->setText(shown == nullptr ? QString()
                                      : tr("Step %1: %2").arg(shown->number).arg(shown->instruction));
    QString remark = shown == nullptr ? QString() : BuildSteps::remark(*shown);
    if (shown != nullptr && shown->leftOut > 0)
        remark += (remark.isEmpty() ? QString() : QStringLiteral(" ")) +
                  tr("Of its output the middle was not kept: it is too long.");
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_shell->setVisible(shown != nullptr);
    m_shell->setEnabled(shown != nullptr && shown->enterable && !m_opening);
    m_log->setPlaceholderText(
        shown == nullptr || !shown->hasEnded() ? tr("What the chosen step writes appears here.")
        : shown->state == BuildStep::State::Cached || shown->neverBegan() ? tr("It was not run this time.")
                                                                          : tr("It wrote nothing."));
}

void StepOutput::openShell()
{
    const BuildStep *shown = step();
    if (shown == nullptr || m_opening)
        return;
    m_notice->dismiss();
    models::EnterStepOperation *operation = enterStep(m_session, m_follower->id(), shown->number, m_name);
    m_opening = true;
    showHead();
    connect(operation, &models::Operation::finished, this, [this, operation] {
        m_opening = false;
        showHead();
        if (operation->state() == models::Operation::State::Failed)
            m_notice->show(Notice::Kind::Error, operation->detail());
        else if (operation->state() == models::Operation::State::Succeeded)
            emit shellOpened(operation->containerId());
    });
}

} // namespace quayside::ui
