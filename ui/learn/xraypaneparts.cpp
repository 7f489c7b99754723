// How the pane of an X-ray is put together. xraypane.cpp has its behaviour.
#include "models/learn/explanation.h"
#include "ui/common/elidedlabel.h"
#include "ui/learn/diagram.h"
#include "ui/learn/hostdelegate.h"
#include "ui/learn/limitsrow.h"
#include "ui/learn/xraypane.h"

#include <QAction>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{

constexpr int leastColumn = 30; // pixels

// A headline that folds what is below it. Open, it is checked, but does not look like a pressed button.
class FoldHead : public QToolButton
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.state.setFlag(QStyle::State_On, false);
        option.state.setFlag(QStyle::State_Raised, !isDown());
        QStylePainter(this).drawComplexControl(QStyle::CC_ToolButton, option);
    }
};

} // namespace

QWidget *XrayPane::makeBar()
{
    auto *button = new QToolButton;
    button->setDefaultAction(m_beside);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAccessibleName(m_beside->iconText());
    m_hostLine->setForegroundRole(QPalette::PlaceholderText);
    m_hostLine->setAccessibleName(tr("Why the host is not shown"));
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->addWidget(button);
    layout->addWidget(m_hostLine, 1);
    return bar;
}

// The layers with the line that asks for a file.
QWidget *XrayPane::makeStack()
{
    m_layers = new Diagram(tr("Layers, the topmost first"));
    m_file = new QLineEdit;
    m_file->setPlaceholderText(tr("where does /etc/passwd come from?"));
    m_file->setAccessibleName(tr("A file of the container, whose layer is looked for"));
    m_file->setClearButtonEnabled(true);
    m_fileLine = new QLabel;
    m_fileLine->setWordWrap(true);
    m_fileLine->setMinimumWidth(1); // a long path does not widen the page
    m_fileLine->setTextFormat(Qt::PlainText);
    m_fileLine->hide();
    connect(m_file, &QLineEdit::returnPressed, this, &XrayPane::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            chooseFile();
    });
    auto *stack = new QWidget;
    auto *layout = new QVBoxLayout(stack);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_file);
    layout->addWidget(m_fileLine);
    layout->addWidget(m_layers);
    return stack;
}

QWidget *XrayPane::makePictures()
{
    m_rooms = new Diagram(tr("Namespaces, as rooms"));
    m_ways = new Diagram(tr("Ways of packets to the published ports"));
    m_limits = new LimitsRow(m_client);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(10, 6, 10, 10);
    addGroup(layout, tr("Rooms"), m_rooms);
    addGroup(layout, tr("Limits"), m_limits);
    m_waysGroup = addGroup(layout, tr("Way of a packet"), m_ways);
    addGroup(layout, tr("Layers"), makeStack());
    layout->addStretch(1);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_pictures = new QScrollArea;
    m_pictures->setFrameShape(QFrame::NoFrame);
    m_pictures->setWidgetResizable(true);
    m_pictures->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pictures->setWidget(page);
    m_pictures->setFocusPolicy(Qt::NoFocus);
    for (Diagram *diagram : {m_rooms, m_layers, m_ways})
        connectDiagram(diagram);
    connect(m_limits, &LimitsRow::changed, this, &XrayPane::fetch);
    connect(m_limits, &LimitsRow::explained, this, &XrayPane::explain);
    return m_pictures;
}

QWidget *XrayPane::addGroup(QBoxLayout *layout, const QString &title, QWidget *content)
{
    auto *group = new QWidget;
    auto *inner = new QVBoxLayout(group);
    inner->setContentsMargins(0, 0, 0, 4);
    inner->setSpacing(4);
    auto *head = new FoldHead;
    head->setText(title);
    head->setAccessibleName(title);
    head->setToolTip(tr("Show or fold this"));
    head->setCheckable(true);
    head->setChecked(true);
    head->setAutoRaise(true);
    head->setArrowType(Qt::DownArrow);
    head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(head, &QToolButton::toggled, content, [head, content](bool open) {
        head->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
        content->setVisible(open);
    });
    inner->addWidget(head);
    inner->addWidget(content);
    layout->addWidget(group);
    return group;
}

QWidget *XrayPane::makeWords()
{
    m_view = new QTreeView;
    m_view->setModel(m_tree);
    m_view->setAccessibleName(tr("X-ray in words"));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setMouseTracking(true);
    m_view->header()->setStretchLastSection(true);
    m_view->header()->setMinimumSectionSize(leastColumn);
    m_view->setItemDelegateForColumn(models::XrayTree::HostColumn, new HostDelegate(m_view));
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_view->viewport()->installEventFilter(this);
    m_explanation = new QLabel;
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::RichText);
    m_explanation->setContentsMargins(12, 8, 12, 8);
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_explanation->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_explanation->setAccessibleName(tr("Explanation"));
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_explanation);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &now) {
                explain(now.data(models::XrayTree::TopicRole).toString());
                if (m_choosing)
                    return;
                for (Diagram *diagram : {m_rooms, m_layers, m_ways})
                    diagram->setCurrent(now.siblingAtColumn(0).data(models::XrayTree::KeyRole).toString());
            });
    connect(m_view, &QTreeView::entered, this, [this](const QModelIndex &index) {
        const QString topic = index.data(models::XrayTree::TopicRole).toString();
        const bool host = index.column() == models::XrayTree::HostColumn &&
                          !models::Explanations::ofHost(topic).title.isEmpty();
        explain(host ? QStringLiteral("host/") + topic : topic);
    });
    connect(m_explanation, &QLabel::linkActivated, this, &XrayPane::lessonWanted);
    return page;
}

} // namespace quayside::ui
