#include "ui/learn/xraypane.h"

#include "models/client/xray.h"
#include "models/learn/explanation.h"
#include "models/learn/xraynodes.h"
#include "ui/common/linklabel.h"
#include "ui/common/placeholder.h"
#include "ui/learn/diagram.h"
#include "ui/learn/limitsrow.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <memory>

namespace quayside::ui
{

namespace
{

constexpr int lookEvery = 1000; // ms
constexpr int besideFrom = 700; // pixels: pictures and words stand beside each other
constexpr int nameColumn = 190;

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

XrayPane::XrayPane(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_client(client), m_tree(new models::XrayTree(this)),
      m_split(new QSplitter(Qt::Vertical, this)), m_placeholder(new Placeholder(Symbol::Selection, this))
{
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(makePictures());
    m_split->addWidget(makeWords());
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_placeholder, 1);
    m_split->hide();
    m_placeholder->setText(tr("Looking inside…"), {});
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &XrayPane::fetch);
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
    m_view->setColumnWidth(models::XrayTree::NameColumn, nameColumn);
    m_view->setTextElideMode(Qt::ElideMiddle);
    m_explanation = new LinkLabel;
    m_explanation->setWordWrap(true);
    m_explanation->setTextFormat(Qt::RichText);
    m_explanation->setContentsMargins(12, 8, 12, 8);
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_explanation->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_explanation->setMinimumHeight(5 * fontMetrics().height() + 16); // so that nothing jumps
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
        explain(index.data(models::XrayTree::TopicRole).toString());
    });
    connect(m_explanation, &QLabel::linkActivated, this, &XrayPane::lessonWanted);
    return page;
}

void XrayPane::connectDiagram(Diagram *diagram)
{
    connect(diagram, &Diagram::currentChanged, this,
            [this, diagram](const QString &key, const QString &topic) {
                for (Diagram *other : {m_rooms, m_layers, m_ways})
                    if (other != diagram)
                        other->setCurrent({});
                chooseInTree(key);
                explain(topic);
            });
    connect(diagram, &Diagram::hovered, this, [this](const QString &topic) {
        if (!topic.isEmpty())
            explain(topic);
    });
}

void XrayPane::chooseInTree(const QString &key)
{
    const QModelIndex index = m_tree->find(key);
    if (!index.isValid())
        return;
    m_choosing = true;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_choosing = false;
}

void XrayPane::setKnownLessons(const QSet<QString> &ids)
{
    m_lessons = ids;
    explain(m_topic);
}

QString XrayPane::explanation() const
{
    return m_explanation->text();
}

QString XrayPane::fileText() const
{
    return m_fileLine->text();
}

void XrayPane::explain(const QString &topic)
{
    m_topic = topic;
    const models::Explanation about = models::Explanations::of(topic);
    QString text;
    if (!about.title.isEmpty())
        text = QStringLiteral("<b>%1</b><br>%2").arg(about.title.toHtmlEscaped(), about.text.toHtmlEscaped());
    if (m_lessons.contains(about.lesson))
        text += QStringLiteral("<br><a href=\"%1\">%2</a>").arg(about.lesson, tr("Lesson"));
    m_explanation->setText(text);
}

void XrayPane::showContainer(const QString &id, bool running)
{
    if (m_id == id && m_running == running)
        return;
    if (m_id != id) {
        m_file->clear();
        m_path.clear();
        m_tree->clear();
        m_split->hide();
        m_placeholder->setText(tr("Looking inside…"), {});
        m_placeholder->show();
    }
    m_id = id;
    m_running = running;
    m_call.cancel();
    m_limits->showContainer(id);
    fetch();
}

void XrayPane::chooseFile()
{
    m_path = m_file->text().trimmed();
    m_fileLine->hide();
    m_call.cancel();
    if (isVisible())
        m_timer.start();
    fetch();
}

void XrayPane::fetch()
{
    if (!isVisible() || !isActiveWindow() || m_id.isEmpty() || m_call.active())
        return; // a slow answer is not asked for twice
    if (!m_running) {
        showPlaceholder(
            tr("The container does not run"),
            tr("There are no processes to look into. Start it, and see what the kernel makes of it."));
        return;
    }
    m_call = client::xray(*m_client, m_id.toStdString(), m_path.toStdString(), this,
                          [this, id = m_id](const Result<api::Xray> &xray) {
                              if (id != m_id)
                                  return;
                              if (xray)
                                  fill(*xray);
                              else
                                  fail(xray.error());
                          });
}

void XrayPane::fail(const Error &error)
{
    const QString sentence = QString::fromStdString(error.message);
    if (error.kind == ErrorKind::InvalidArgument && m_looks > 0) { // the file's fault
        m_fileLine->setText(sentence);
        m_fileLine->show();
        m_timer.stop(); // until another one is given
        return;
    }
    showPlaceholder(tr("Nothing to see"), sentence);
}

void XrayPane::showPlaceholder(const QString &headline, const QString &sentence)
{
    m_placeholder->setText(headline, sentence);
    m_placeholder->show();
    m_split->hide();
}

void XrayPane::fill(const api::Xray &given)
{
    const auto xray = std::make_shared<const api::Xray>(given);
    const bool first = m_tree->rowCount() == 0;
    m_tree->sync(models::XrayNodes::of(*xray));
    m_rooms->setDraw([xray](int width, const QFontMetrics &m) { return Drawings::rooms(*xray, width, m); });
    m_layers->setDraw([xray](int width, const QFontMetrics &m) { return Drawings::layers(*xray, width, m); });
    m_ways->setDraw([xray](int width, const QFontMetrics &m) { return Drawings::ways(*xray, width, m); });
    m_waysGroup->setVisible(!xray->network.published.empty());
    m_limits->setCgroup(xray->cgroup);
    m_fileLine->setVisible(xray->file.has_value());
    if (xray->file)
        m_fileLine->setText(models::XrayNodes::fileText(*xray->file, xray->layers));
    if (first) {
        for (const char *key : {"ns", "proc"})
            m_view->expand(m_tree->find(QLatin1StringView(key)));
        m_view->setCurrentIndex(m_tree->index(0, 0));
    }
    m_placeholder->hide();
    m_split->show();
    ++m_looks;
}

void XrayPane::turn()
{
    const bool beside = width() >= besideFrom;
    const Qt::Orientation wanted = beside ? Qt::Horizontal : Qt::Vertical;
    if (m_split->orientation() == wanted)
        return;
    m_split->setOrientation(wanted);
    m_split->setSizes({1000, 1000});
}

void XrayPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    turn();
    m_timer.start();
    fetch();
}

void XrayPane::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_timer.stop();
    m_call.cancel();
}

void XrayPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    turn();
}

void XrayPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        fetch();
}

} // namespace quayside::ui
