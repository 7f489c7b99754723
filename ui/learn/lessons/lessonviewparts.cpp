// The building of the view of a lesson. lessonview.cpp has its behaviour.
#include "ui/learn/lessons/lessonview.h"

#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/common/tabs.h"
#include "ui/learn/lessons/lessonstepview.h"
#include "ui/learn/lessons/lessontype.h"
#include "ui/learn/lessons/lessonwords.h"
#include "ui/learn/wire/wirepanel.h"
#include "ui/learn/xraypane.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

void LessonView::makeActions()
{
    const std::array<std::tuple<Symbol, QString, QString, QKeySequence>, ActCount> acts = {
        {{Symbol::Up, tr("&All lessons"), tr("Go back to the list"), QKeySequence(tr("Alt+Left"))},
         {Symbol::Play, tr("&Start the lesson"), {}, {}},
         {Symbol::Undo, tr("&Reset…"), tr("Remove what the lesson has made, and begin anew"), {}},
         {Symbol::Down, tr("&Next lesson"), {}, QKeySequence(tr("Alt+Right"))}}};
    for (int act = 0; act < ActCount; ++act) {
        const auto &[symbol, text, toolTip, keys] = acts[std::size_t(act)];
        m_actions[std::size_t(act)] = new QAction(icon(symbol), text, this);
        m_actions[std::size_t(act)]->setToolTip(toolTip);
        m_actions[std::size_t(act)]->setShortcut(keys);
        m_actions[std::size_t(act)]->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(m_actions[std::size_t(act)]);
    }
    connect(m_actions[Back], &QAction::triggered, this, &LessonView::backWanted);
    connect(m_actions[Start], &QAction::triggered, this, &LessonView::askAndStart);
    connect(m_actions[Reset], &QAction::triggered, this, &LessonView::askAndReset);
    connect(m_actions[Next], &QAction::triggered, this, &LessonView::nextWanted);
}

void LessonView::buildLayout()
{
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_split->addWidget(makeText());
    auto *beside = new QWidget;
    auto *besideLayout = new QVBoxLayout(beside);
    besideLayout->setContentsMargins(0, 0, 0, 0);
    besideLayout->addWidget(m_idle);
    besideLayout->addWidget(m_beside);
    m_split->addWidget(beside);
    beside->setMinimumWidth(260);
    beside->setVisible(m_beside->count() > 0);
    m_split->setSizes({1000, 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_split, 1);
}

QWidget *LessonView::makeHead()
{
    m_head = new QWidget(this);
    m_title->setText(m_lesson.lesson().title);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    auto *bar = new QToolBar;
    bar->setIconSize({16, 16});
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (const Act act : {Back, Start, Reset, Next})
        bar->addAction(m_actions[act]);
    auto *words = new QHBoxLayout;
    words->setContentsMargins(12, 6, 12, 0);
    words->addWidget(m_title, 1);
    words->addWidget(m_state);
    auto *layout = new QVBoxLayout(m_head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(words);
    layout->addWidget(bar);
    return m_head;
}

QWidget *LessonView::makeText()
{
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(8, 8, 8, 16);
    layout->setSpacing(10);
    auto *introduction = new QVBoxLayout;
    introduction->setContentsMargins(16, 4, 8, 4);
    addLessonParts(introduction, m_lesson.lesson().introduction);
    layout->addLayout(introduction);
    for (int i = 0; i < m_lesson.lesson().steps.size(); ++i) {
        m_steps.append(new LessonStepView(m_lesson.lesson(), i + 1));
        layout->addWidget(m_steps.last());
        connectStep(i);
    }
    layout->addStretch(1);
    for (LessonWords *words : page->findChildren<LessonWords *>(Qt::FindDirectChildrenOnly)) {
        connect(words, &LessonWords::xrayWanted, this, &LessonView::showXray);
        connect(words, &LessonWords::lessonWanted, this, &LessonView::lessonWanted);
    }
    m_text->setWidget(page);
    m_text->setWidgetResizable(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setMinimumWidth(300);
    m_text->setAccessibleName(tr("Text of the lesson"));
    return m_text;
}

void LessonView::makeBeside()
{
    const models::Lesson &lesson = m_lesson.lesson();
    if (!lesson.terminal.isEmpty()) {
        m_terminal = new TerminalPane(m_engine->client());
        m_beside->addPage(m_terminal, Symbol::Terminal, tr("Terminal"));
        connect(m_terminal, &TerminalPane::lineTyped, &m_lesson, &models::LessonSession::noteAttempt);
        connect(m_terminal, &TerminalPane::sessionCountChanged, this, [this] {
            refreshFonts();
            followTerminal();
        });
    }
    if (lesson.wire)
        m_beside->addPage(new WirePanel(m_engine->client()), Symbol::Link, tr("On the wire"));
    if (!lesson.containers.isEmpty() && m_engine->hasFeature(QStringLiteral("xray"))) {
        QAction *hostBeside = XrayPane::makeHostBeside(this);
        m_xray = new XrayPane(m_engine->client(), hostBeside);
        m_xray->addAction(hostBeside); // its key counts while the pane is on the screen
        m_xray->setKnownLessons({m_known.begin(), m_known.end()});
        connect(m_xray, &XrayPane::lessonWanted, this, &LessonView::lessonWanted);
        m_beside->addPage(m_xray, Symbol::Xray, tr("X-ray"));
        m_xrayName = lesson.terminal.isEmpty() ? lesson.containers.first().name : lesson.terminal;
    }
}

void LessonView::setPresenting(bool on)
{
    m_presenting = on;
    m_head->findChild<QToolBar *>()->setVisible(!on);
    refreshFonts();
}

void LessonView::refreshFonts()
{
    m_text->widget()->setFont(lessonFont(font(), m_presenting));
    QFont title = headingFont(font());
    if (m_presenting)
        title.setPointSizeF(title.pointSizeF() * presentingScale);
    m_title->setFont(title);
    if (m_terminal == nullptr)
        return;
    for (TerminalSession *session : m_terminal->findChildren<TerminalSession *>()) {
        if (session->property("presented").toBool() == m_presenting)
            continue;
        session->setProperty("presented", m_presenting);
        session->scaleText(m_presenting ? presentingScale : 1);
    }
}

} // namespace quayside::ui
