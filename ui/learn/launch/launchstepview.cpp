#include "ui/learn/launch/launchstepview.h"

#include "models/learn/launch/steptexts.h"
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/linklabel.h"
#include "ui/common/notice.h"
#include "ui/common/outputfont.h"
#include "ui/common/tabs.h"
#include "ui/learn/launch/launchshell.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

using models::LaunchSteps;

namespace
{

constexpr int fewMounts = 12; // as many are unfolded

// "a: b", indented by depth.
void addLines(const QAbstractItemModel &tree, const QModelIndex &parent, int depth, QStringList &lines)
{
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex index = tree.index(row, models::XrayTree::NameColumn, parent);
        const QString value = index.siblingAtColumn(models::XrayTree::ValueColumn).data().toString();
        lines.append(QString(2 * depth, u' ') + index.data().toString() +
                     (value.isEmpty() ? QString() : QStringLiteral(": ") + value));
        addLines(tree, index, depth + 1, lines);
    }
}

} // namespace

LaunchStepView::LaunchStepView(client::EngineClient *client, models::LaunchFollower *follower,
                               QWidget *parent)
    : QWidget(parent), m_follower(follower), m_title(new ElidedLabel(this)), m_text(new LinkLabel(this)),
      m_note(new QLabel), m_about(new QLabel), m_notice(new Notice(this)),
      m_copy(new QAction(icon(Symbol::Copy), tr("Copy what is shown here"), this)), m_tabs(new Tabs(this)),
      m_calls(makeText(tr("What the kernel was asked"))), m_shellLines(makeText(tr("The same from a shell"))),
      m_changes(new QTreeView), m_shell(new LaunchShell(client, follower))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_tabs, 1);
    m_tabs->addPage(m_calls, Symbol::Engine, tr("Asked of the kernel"));
    m_tabs->addPage(m_shellLines, Symbol::Logs, tr("From a shell"));
    m_tabs->addPage(makeChanges(), Symbol::Compare, tr("What changed"));
    m_tabs->addPage(m_shell, Symbol::Terminal, tr("A shell there"));
    m_tabs->setDocumentMode(true);
    connect(m_tabs, &QTabWidget::currentChanged, this,
            [this](int tab) { m_copy->setEnabled(tab != Terminal); });
    connect(m_copy, &QAction::triggered, this, &LaunchStepView::copy);
    connect(m_text, &QLabel::linkActivated, this, &LaunchStepView::lessonWanted);
    showStep(-1);
}

QLayout *LaunchStepView::makeHead()
{
    m_title->setFont(headingFont(font()));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setMinimumHeight(4 * fontMetrics().height()); // so that little jumps from step to step
    m_text->setAccessibleName(tr("Explanation"));
    auto *copy = new QToolButton(this);
    copy->setDefaultAction(m_copy);
    copy->setAutoRaise(true);
    copy->setAccessibleName(m_copy->text());
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(copy);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 8, 6);
    head->setSpacing(4);
    head->addLayout(row);
    head->addWidget(m_text);
    return head;
}

QPlainTextEdit *LaunchStepView::makeText(const QString &name)
{
    auto *text = new QPlainTextEdit;
    text->setReadOnly(true);
    text->setFont(outputFont());
    text->setFrameShape(QFrame::NoFrame);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setTabChangesFocus(true);
    text->setAccessibleName(name);
    text->document()->setDocumentMargin(10);
    return text;
}

QWidget *LaunchStepView::makeChanges()
{
    m_changes->setModel(&m_tree);
    m_changes->setAccessibleName(tr("What the step has changed"));
    m_changes->setFrameShape(QFrame::NoFrame);
    m_changes->setUniformRowHeights(true);
    m_changes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_changes->setTextElideMode(Qt::ElideMiddle);
    m_changes->setHeaderHidden(true);
    m_changes->setMouseTracking(true);
    m_changes->header()->setStretchLastSection(true);
    for (QLabel *label : {m_note, m_about}) {
        label->setWordWrap(true);
        label->setContentsMargins(12, 8, 12, 8);
        label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    }
    m_note->setTextFormat(Qt::PlainText);
    m_about->setTextFormat(Qt::RichText);
    m_about->setAccessibleName(tr("Explanation of what is pointed at"));
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_changes, 1);
    layout->addWidget(m_about);
    layout->addStretch();
    const auto explain = [this](const QModelIndex &index) {
        explainChange(index.data(models::XrayTree::TopicRole).toString());
    };
    connect(m_changes, &QTreeView::entered, this, explain);
    connect(m_changes->selectionModel(), &QItemSelectionModel::currentChanged, this, explain);
    return page;
}

const api::LaunchStep *LaunchStepView::step() const
{
    const auto &steps = m_follower->steps()->steps();
    return m_row < 0 || m_row >= int(steps.size()) ? nullptr : &steps[std::size_t(m_row)];
}

void LaunchStepView::showStep(int row)
{
    m_row = row;
    m_about->hide();
    refresh();
}

void LaunchStepView::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void LaunchStepView::setKnownLessons(const QSet<QString> &ids)
{
    m_lessons = ids;
    showExplanation();
}

void LaunchStepView::refresh()
{
    showExplanation();
    showProblem();
    showTexts();
    showChanges();
    m_shell->refresh();
}

void LaunchStepView::showExplanation()
{
    const api::LaunchStep *shown = step();
    m_title->setText(m_follower->steps()->titleOf(m_row));
    if (shown == nullptr) {
        m_text->clear();
        return;
    }
    const models::Explanation about = models::StepTexts::of(QString::fromStdString(shown->name));
    QString text = about.text.toHtmlEscaped();
    if (m_lessons.contains(about.lesson))
        text += QStringLiteral(" <a href=\"%1\">%2</a>").arg(about.lesson, tr("Lesson"));
    m_text->setText(text);
}

void LaunchStepView::showProblem()
{
    const api::LaunchStep *shown = step();
    const bool failed = shown != nullptr && m_follower->steps()->stateOf(m_row) == LaunchSteps::State::Failed;
    const QString why = !failed ? QString()
                                : tr("%1\n%2", "what failed, what to do")
                                      .arg(QString::fromStdString(m_follower->launch().failed),
                                           models::StepTexts::advice(QString::fromStdString(shown->name)));
    if (why == m_told)
        return;
    m_told = why;
    if (why.isEmpty())
        m_notice->dismiss();
    else
        m_notice->show(Notice::Kind::Error, why, tr("Change its options…"), [this] { emit optionsWanted(); });
}

QString LaunchStepView::callsText() const
{
    QStringList lines;
    for (const api::LaunchCall &call : step()->calls)
        lines.append(call.result.empty()
                         ? QString::fromStdString(call.call) // it did not return
                         : QStringLiteral("%1 = %2  <%3>")
                               .arg(QString::fromStdString(call.call), QString::fromStdString(call.result),
                                    LaunchSteps::timeText(call.endNs - call.startNs)));
    return lines.join(u'\n');
}

// What is the same stays as it is: a selection and the place where one reads.
void LaunchStepView::showTexts()
{
    const api::LaunchStep *shown = step();
    QStringList lines;
    if (shown != nullptr)
        for (const std::string &line : shown->shell)
            lines.append(QString::fromStdString(line));
    const QString calls = shown == nullptr ? QString() : callsText();
    if (m_calls->toPlainText() != calls)
        m_calls->setPlainText(calls);
    if (m_shellLines->toPlainText() != lines.join(u'\n'))
        m_shellLines->setPlainText(lines.join(u'\n'));
    const bool toCome = shown != nullptr && m_follower->isUnderWay() && !m_follower->isRecord() &&
                        m_row >= m_follower->launch().at;
    m_calls->setPlaceholderText(
        shown == nullptr ? QString()
        : toCome         ? tr("It is not done yet: what the kernel is asked stands here afterwards.")
                         : tr("No call of this step is recorded."));
    m_shellLines->setPlaceholderText(shown == nullptr ? QString()
                                                      : tr("There is no command that would do the same."));
}

void LaunchStepView::showChanges()
{
    const models::LaunchFollower::Changes changes = m_follower->changesOf(m_row);
    m_tree.sync(changes.nodes);
    m_changes->expandAll();
    if (const QModelIndex mounts = m_tree.find(QStringLiteral("mount"));
        mounts.isValid() && m_tree.rowCount(mounts) > fewMounts)
        m_changes->collapse(mounts);
    m_changes->resizeColumnToContents(models::XrayTree::NameColumn);
    m_changes->setColumnWidth(
        models::XrayTree::NameColumn,
        std::min(m_changes->columnWidth(models::XrayTree::NameColumn), width() * 3 / 5));
    QString note;
    if (step() == nullptr)
        note = {};
    else if (changes.known && changes.nodes.isEmpty())
        note = tr("Nothing that an X-ray shows.");
    else if (changes.known && changes.last > changes.first)
        note =
            tr("From “%1” to “%2”: nobody looked between.")
                .arg(m_follower->steps()->titleOf(changes.first), m_follower->steps()->titleOf(changes.last));
    else if (!changes.known && m_follower->isUnderWay() && !m_follower->isRecord())
        note = m_row >= m_follower->launch().at
                   ? tr("It is not done yet.")
                   : tr("There was no process to look into, or nobody looked after this step.");
    else if (!changes.known)
        note = tr("What a step changes is seen while the launch is held: run the container step by step.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_changes->setVisible(!changes.nodes.isEmpty());
}

void LaunchStepView::explainChange(const QString &topic)
{
    const models::Explanation about = models::Explanations::of(topic);
    m_about->setText(
        QStringLiteral("<b>%1</b><br>%2").arg(about.title.toHtmlEscaped(), about.text.toHtmlEscaped()));
    m_about->setVisible(!about.title.isEmpty());
}

QString LaunchStepView::changesText() const
{
    QStringList lines;
    addLines(m_tree, {}, 0, lines);
    return lines.join(u'\n');
}

void LaunchStepView::copy()
{
    const QWidget *shown = m_tabs->currentWidget();
    QApplication::clipboard()->setText(shown == m_calls        ? m_calls->toPlainText()
                                       : shown == m_shellLines ? m_shellLines->toPlainText()
                                                               : changesText());
}

QString LaunchStepView::explanation() const
{
    return m_text->text();
}

QString LaunchStepView::changesNote() const
{
    return m_note->isHidden() ? QString() : m_note->text();
}

QString LaunchStepView::problem() const
{
    return m_told;
}

} // namespace quayside::ui
