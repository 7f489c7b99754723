// How the pane of a launch is put together. launchpane.cpp has its behaviour.
#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/learn/launch/launchdelegate.h"
#include "ui/learn/launch/launchpane.h"
#include "ui/learn/launch/launchstepview.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace quayside::ui
{

using models::LaunchSteps;

namespace
{

constexpr int besideFrom = 700; // pixels: steps and the chosen one stand beside each other
constexpr int namesFrom = 560;  // the buttons show their names
constexpr int barsFrom = 380;   // of the list: the bars find room
constexpr int sidesFrom = 480;  // and who does it

} // namespace

void LaunchPane::makeActions()
{
    struct Text {
        Symbol symbol;
        QString text, toolTip;
        QKeySequence keys;
    };
    const std::array<Text, ActCount> texts = {
        {{Symbol::Play, tr("Run step by step"), tr("Start it, and hold it before its first step"),
          QKeySequence(Qt::CTRL | Qt::Key_F5)},
         {Symbol::Down, tr("Next"), tr("Do the next step"), QKeySequence(Qt::Key_F10)},
         {Symbol::Follow, tr("To here"), tr("Do all steps before the selected one"),
          QKeySequence(Qt::CTRL | Qt::Key_F10)},
         {Symbol::Play, tr("Go on"), tr("Do all that is left, and let it run"), QKeySequence(Qt::Key_F5)},
         {Symbol::Stop, tr("Abort"), tr("As if it had never been started"),
          QKeySequence(Qt::SHIFT | Qt::Key_F5)}}};
    for (const Text &text : texts) {
        auto *action = new QAction(icon(text.symbol), text.text, this);
        action->setShortcut(text.keys);
        action->setToolTip(
            text.keys.isEmpty()
                ? text.toolTip
                : QStringLiteral("%1 (%2)").arg(text.toolTip, text.keys.toString(QKeySequence::NativeText)));
        addAction(action); // its keys count while the pane is on the screen
        m_actions.append(action);
    }
    connect(m_actions[Begin], &QAction::triggered, this, &LaunchPane::begin);
    connect(m_actions[Next], &QAction::triggered, &m_follower, &models::LaunchFollower::next);
    connect(m_actions[ToHere], &QAction::triggered, this, [this] {
        m_follower.runTo(m_list->currentIndex().siblingAtColumn(0).data(LaunchSteps::NameRole).toString());
    });
    connect(m_actions[GoOn], &QAction::triggered, &m_follower, &models::LaunchFollower::goOn);
    connect(m_actions[Abort], &QAction::triggered, &m_follower, &models::LaunchFollower::abort);
}

void LaunchPane::makeBar()
{
    m_bar->setIconSize({16, 16});
    m_bar->setAccessibleName(tr("Steps of the launch"));
    for (QAction *action : std::as_const(m_actions)) {
        m_bar->addAction(action);
        if (QWidget *button = m_bar->widgetForAction(action))
            button->setAccessibleName(action->text());
    }
}

void LaunchPane::makeRecordings()
{
    m_starts->setAccessibleName(tr("One of the last starts"));
    m_starts->setToolTip(tr("The last starts are recorded: choose one to see its steps and true times"));
    m_starts->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_starts->setMinimumContentsLength(6);
    m_speed->setAccessibleName(tr("Speed of a recording that is played"));
    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_speed->setMinimumContentsLength(5);
    m_speed->setToolTip(tr("How much slower than it was"));
    for (const int slower : {10, 100, 1000, 10'000})
        m_speed->addItem(QStringLiteral("1 : %1").arg(QLocale().toString(slower)), slower);
    m_speed->setCurrentIndex(1);
    m_player.setSlower(m_speed->currentData().toInt());
    m_play->setToolTip(tr("Go through the steps, each as long as it took, slowed down"));
    m_playButton->setDefaultAction(m_play);
    m_playButton->setAutoRaise(true);
    m_playButton->setAccessibleName(m_play->text());
    auto *row = new QHBoxLayout(m_recordings);
    row->setContentsMargins(8, 0, 8, 4);
    row->addWidget(m_starts, 1);
    row->addWidget(m_playButton);
    row->addWidget(m_speed);
    connect(m_starts, &QComboBox::activated, this, &LaunchPane::chooseStart);
    connect(m_play, &QAction::triggered, this, &LaunchPane::playOrPause);
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { m_player.setSlower(m_speed->currentData().toInt()); });
}

void LaunchPane::makeList()
{
    m_list->setModel(m_follower.steps());
    m_list->setItemDelegate(new LaunchDelegate(m_list));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setExpandsOnDoubleClick(false);
    m_list->setAccessibleName(tr("Steps of the launch"));
    m_list->setMinimumHeight(fontMetrics().height() * 6);
    QHeaderView *header = m_list->header();
    header->setStretchLastSection(false);
    header->setSectionsClickable(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(LaunchSteps::StepColumn, QHeaderView::Stretch);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QWidget::customContextMenuRequested, this, &LaunchPane::showMenu);
    connect(m_list, &QTreeView::doubleClicked, m_actions[ToHere], &QAction::trigger);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &row) {
                m_view->showStep(row.isValid() ? row.row() : -1);
                refreshActions();
            });
}

bool LaunchPane::eventFilter(QObject *object, QEvent *event)
{
    if (object == m_list->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(object, event);
}

void LaunchPane::showMenu(const QPoint &point)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Act act : {Next, ToHere, GoOn, Abort})
        menu->addAction(m_actions[act]);
    menu->popup(m_list->viewport()->mapToGlobal(point));
}

void LaunchPane::arrange()
{
    const Qt::Orientation wanted = width() >= besideFrom ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() != wanted) {
        m_split->setOrientation(wanted);
        m_split->setSizes({1000, wanted == Qt::Horizontal ? 1300 : 1000});
    }
    m_bar->setToolButtonStyle(width() >= namesFrom ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
}

// What finds no room beside the steps' names is left out.
void LaunchPane::fitColumns()
{
    const int room = m_list->viewport()->width();
    const QFontMetrics metrics = m_list->fontMetrics();
    m_list->setColumnHidden(LaunchSteps::SideColumn, room < sidesFrom);
    m_list->setColumnHidden(LaunchSteps::BarColumn, room < barsFrom);
    m_list->setColumnWidth(LaunchSteps::SideColumn, metrics.horizontalAdvance(tr("process")) + 24);
    m_list->setColumnWidth(LaunchSteps::TimeColumn,
                           metrics.horizontalAdvance(LaunchSteps::timeText(88'800'000)) + 20);
    m_list->setColumnWidth(LaunchSteps::BarColumn, room / 4);
}

} // namespace quayside::ui
