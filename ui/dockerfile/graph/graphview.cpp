#include "ui/dockerfile/graph/graphview.h"

#include "models/dockerfile/cards/graph.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/dockerfile/graph/graphcanvas.h"

#include <QAction>
#include <QFileDialog>
#include <QStackedWidget>
#include <QToolBar>
#include <QVBoxLayout>

namespace quayside::ui
{

GraphView::GraphView(models::DockerfileDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document), m_canvas(new GraphCanvas(this)), m_notice(new Notice(this)),
      m_pages(new QStackedWidget(this))
{
    m_canvas->setAccessibleName(tr("Stages"));
    makeActions();
    auto *bar = new QToolBar(this);
    bar->setIconSize(QSize(16, 16));
    bar->addActions(m_actions);
    auto *empty = new Placeholder(Symbol::Build, this);
    empty->setText(tr("No stage yet"),
                   tr("Each FROM of the file begins a stage. They are drawn here, with the images that they "
                      "are built on and the files that they take from each other."));
    m_pages->addWidget(empty);
    m_pages->addWidget(m_canvas);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_canvas);
    m_later.setSingleShot(true);
    m_later.setInterval(models::CardModel::pause);
    connect(&m_later, &QTimer::timeout, this, &GraphView::refresh);
    connect(document, &models::DockerfileDocument::changed, this, [this] {
        if (isVisible())
            m_later.start();
    });
    connect(m_canvas, &GraphCanvas::activated, this, [this](int node) { emit stageActivated(lineOf(node)); });
    connect(m_canvas, &GraphCanvas::currentChanged, this,
            [this](int node) { emit currentLineChanged(lineOf(node)); });
}

void GraphView::makeActions()
{
    const auto make = [this](Symbol symbol, const QString &text, const QString &toolTip,
                             const QKeySequence &keys, auto run) {
        auto *action = new QAction(icon(symbol), text, this);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(toolTip, keys.toString(QKeySequence::NativeText)));
        m_canvas->addAction(action);
        m_actions.append(action);
        connect(action, &QAction::triggered, this, run);
    };
    make(Symbol::Overview, tr("&Fit"), tr("Show the whole graph"), Qt::CTRL | Qt::Key_0,
         [this] { m_canvas->fit(); });
    make(Symbol::Add, tr("Zoom &in"), tr("Larger"), Qt::CTRL | Qt::Key_Plus,
         [this] { m_canvas->zoom(1.25); });
    make(Symbol::Search, tr("Zoom &out"), tr("Smaller"), Qt::CTRL | Qt::Key_Minus,
         [this] { m_canvas->zoom(0.8); });
    make(Symbol::Save, tr("&Save as picture…"), tr("Save the graph as PNG or SVG"), QKeySequence::Save,
         [this] { save(); });
}

void GraphView::setFacts(const models::CardFacts &facts)
{
    m_canvas->setFacts(facts);
}

int GraphView::lineOf(int node) const
{
    return m_canvas->graph().nodes[std::size_t(node)].line;
}

void GraphView::showLine(int line)
{
    m_line = line;
    if (m_shown == m_document->snapshot()->revision)
        showWantedLine();
}

void GraphView::showWantedLine()
{
    const auto &nodes = m_canvas->graph().nodes;
    for (std::size_t i = 0; i < nodes.size() && m_line > 0; ++i)
        if (nodes[i].kind == models::GraphNode::Kind::Stage && nodes[i].line <= m_line &&
            m_line <= nodes[i].lastLine && m_canvas->current() != int(i))
            m_canvas->setCurrent(int(i));
    m_line = 0;
}

void GraphView::refresh()
{
    const auto &snapshot = *m_document->snapshot();
    if (snapshot.revision == m_shown)
        return;
    m_shown = snapshot.revision;
    const auto graph = models::graphOf(snapshot);
    for (auto *action : m_actions)
        action->setEnabled(!graph.nodes.empty());
    m_pages->setCurrentIndex(graph.nodes.empty() ? 0 : 1);
    m_canvas->setGraph(graph);
    showWantedLine();
}

void GraphView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void GraphView::save()
{
    const auto path = QFileDialog::getSaveFileName(this, tr("Save the graph"), QStringLiteral("stages.png"),
                                                   tr("PNG (*.png);;SVG (*.svg)"));
    if (path.isEmpty())
        return;
    if (const auto problem = m_canvas->save(path); !problem.isEmpty())
        m_notice->show(Notice::Kind::Error, problem);
    else
        m_notice->show(Notice::Kind::Info, tr("Saved as %1.").arg(path));
}

} // namespace quayside::ui
