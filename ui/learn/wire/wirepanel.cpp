#include "ui/learn/wire/wirepanel.h"

#include "models/learn/wire/wiretext.h"
#include "ui/common/outputfont.h"
#include "ui/common/placeholder.h"
#include "ui/common/tablepage.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHideEvent>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitter>
#include <QToolBar>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::WireModel;
using models::WireText;

namespace
{

constexpr int leastHeight = 130;
constexpr int besideFrom = 720; // pixels: list and text stand beside each other

} // namespace

class WireList : public TablePage
{
public:
    WireList(models::Wire *wire, QWidget *parent)
        : TablePage(WirePanel::tr("On the wire"), Symbol::Link, QStringLiteral("wire"),
                    contentOf(wire->model(), [] { return true; }), parent)
    {
        table()->setUpColumns({{WireModel::RequestColumn, 260},
                               {WireModel::StatusColumn, 110},
                               {WireModel::DurationColumn, 80},
                               {WireModel::SizeColumn, 80},
                               {WireModel::TimeColumn, 100}},
                              WireModel::TimeColumn);
        table()->favourFirstColumn(); // in a narrow place the times go first
        emptyPlaceholder()->setText(WirePanel::tr("Nothing has gone over the wire"),
                                    WirePanel::tr("Click anything in the window: what it asks of the engine, "
                                                  "and what the engine answers, stands here."));
    }
    void offer(const QList<QAction *> &actions)
    {
        toolBar()->addActions(actions);
        setRowMenu(actions);
    }
};

WirePanel::WirePanel(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_wire(models::Wire::of(client)), m_list(new WireList(m_wire, this)),
      m_text(new QPlainTextEdit(this)), m_split(new QSplitter(Qt::Horizontal, this))
{
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("What was sent, and what came back"));
    m_text->setPlaceholderText(tr("Choose a request to see what was sent and what came back. Passwords and "
                                  "other secrets are not kept."));
    m_text->setFont(outputFont());
    m_text->document()->setDocumentMargin(8);
    m_list->setMinimumHeight(leastHeight); // its empty face would rather have more
    m_split->addWidget(m_list);
    m_split->addWidget(m_text);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    makeActions();
    connect(m_list, &TablePage::currentKeyChanged, this, &WirePanel::showChosen);
    connect(m_wire->model(), &QAbstractItemModel::dataChanged, this, &WirePanel::refreshChosen);
    keepNewestInSight();
    showChosen();
}

WirePanel::~WirePanel()
{
    hold(false);
}

TablePage *WirePanel::list() const
{
    return m_list;
}

void WirePanel::focusList()
{
    m_list->focusList();
}

void WirePanel::makeActions()
{
    m_copy = new QAction(icon(Symbol::Copy), tr("Copy as curl"), this);
    m_copy->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_U);
    m_copy->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_copy->setToolTip(tr("Copy a command line that asks the engine the same (%1)")
                           .arg(m_copy->shortcut().toString(QKeySequence::NativeText)));
    m_clear = new QAction(icon(Symbol::Remove), tr("Clear"), this);
    m_clear->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Delete);
    m_clear->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_clear->setToolTip(tr("Forget what has gone over the wire so far"));
    connect(m_copy, &QAction::triggered, this, &WirePanel::copyAsCurl);
    connect(m_clear, &QAction::triggered, this, [this] { m_wire->clear(); });
    addActions({m_copy, m_clear});
    m_list->offer({m_copy, m_clear});
    connect(m_wire->model(), &QAbstractItemModel::modelReset, m_list, &TablePage::refreshFace);
    connect(m_wire->model(), &QAbstractItemModel::modelReset, this, &WirePanel::showChosen);
}

// While the end of the list is on the screen, it stays there.
void WirePanel::keepNewestInSight()
{
    QScrollBar *bar = m_list->table()->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_atEnd = value >= bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar](int, int most) {
        if (m_atEnd)
            bar->setValue(most);
    });
}

void WirePanel::showChosen()
{
    const models::WireRow *row = m_wire->model()->find(m_list->currentKey());
    m_copy->setEnabled(row != nullptr);
    m_clear->setEnabled(m_wire->model()->rowCount() > 0);
    const QString text = row == nullptr ? QString() : WireText::transcript(*row);
    if (text == m_text->toPlainText())
        return;
    const int at = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(row == nullptr ? 0 : at);
}

void WirePanel::refreshChosen(const QModelIndex &first, const QModelIndex &last)
{
    const int chosen = m_wire->model()->rowOf(m_list->currentKey());
    if (chosen >= first.row() && chosen <= last.row())
        showChosen();
    m_clear->setEnabled(true);
}

void WirePanel::copyAsCurl()
{
    if (const models::WireRow *row = m_wire->model()->find(m_list->currentKey()))
        QApplication::clipboard()->setText(WireText::curl(*row));
}

void WirePanel::hold(bool held)
{
    if (m_wire.isNull() || std::exchange(m_held, held) == held)
        return;
    if (held)
        m_wire->hold();
    else
        m_wire->release();
}

void WirePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    hold(true);
}

void WirePanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous()) // a window that is minimised goes on looking
        hold(false);
}

void WirePanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_split->setOrientation(width() >= besideFrom ? Qt::Horizontal : Qt::Vertical);
}

void WirePanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_text != nullptr)
        m_text->setFont(outputFont());
}

} // namespace quayside::ui
