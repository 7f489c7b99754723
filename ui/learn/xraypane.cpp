#include "ui/learn/xraypane.h"

#include "models/client/xray.h"
#include "models/learn/explanation.h"
#include "models/learn/xraybeside.h"
#include "models/learn/xraynodes.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"
#include "ui/common/placeholder.h"
#include "ui/learn/diagram.h"
#include "ui/learn/limitsrow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QStyle>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

namespace
{

constexpr int lookEvery = 1000; // ms
constexpr int besideFrom = 700; // pixels: pictures and words stand beside each other
constexpr int bothFrom = 500;   // from this height on the host is explained below the container
constexpr int nameColumn = 190;
constexpr int narrowStep = 12; // of the list: the way from the host's process 1 is a long one

} // namespace

QAction *XrayPane::makeHostBeside(QObject *parent)
{
    const QString setting = QStringLiteral("learn/hostBeside");
    auto *action = new QAction(icon(Symbol::Compare), tr("&Host beside the X-ray"), parent);
    action->setIconText(tr("Host beside it")); // of the button: a letter would clash with the menu bar's
    action->setCheckable(true);
    action->setChecked(QSettings().value(setting, false).toBool());
    action->setShortcut(QKeySequence(tr("Ctrl+H")));
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(tr("Show what the computer itself has in place of each thing"),
                                      action->shortcut().toString(QKeySequence::NativeText)));
    connect(action, &QAction::toggled, action, [setting](bool on) { QSettings().setValue(setting, on); });
    return action;
}

XrayPane::XrayPane(client::EngineClient *client, QAction *hostBeside, QWidget *parent)
    : QWidget(parent), m_client(client), m_tree(new models::XrayTree(this)), m_beside(hostBeside),
      m_hostLine(new ElidedLabel(this)), m_bar(makeBar()), m_split(new QSplitter(Qt::Vertical, this)),
      m_placeholder(new Placeholder(Symbol::Selection, this))
{
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(makePictures());
    m_split->addWidget(makeWords());
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_placeholder, 1);
    m_bar->hide();
    m_split->hide();
    m_placeholder->setText(tr("Looking inside…"), {});
    m_timer.setInterval(lookEvery);
    connect(&m_timer, &QTimer::timeout, this, &XrayPane::fetch);
    connect(m_beside, &QAction::toggled, this, &XrayPane::turnHost);
    turnHost(m_beside->isChecked());
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
    // A room of the host stands in the line of the container's.
    const QModelIndex index = m_tree->find(key.startsWith(u"host/") ? key.mid(5) : key);
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
    QStringList parts;
    const auto add = [this, &parts](const models::Explanation &about) {
        if (about.title.isEmpty())
            return;
        QString text =
            QStringLiteral("<b>%1</b><br>%2").arg(about.title.toHtmlEscaped(), about.text.toHtmlEscaped());
        if (m_lessons.contains(about.lesson))
            text += QStringLiteral("<br><a href=\"%1\">%2</a>").arg(about.lesson, tr("Lesson"));
        parts.append(text);
    };
    add(models::Explanations::of(topic));
    if (m_beside->isChecked() && height() >= bothFrom)
        add(models::Explanations::ofHost(topic));
    m_explanation->setText(parts.join(QStringLiteral("<br>")));
}

void XrayPane::showContainer(const QString &id, bool running)
{
    if (m_id == id && m_running == running)
        return;
    if (m_id != id) {
        m_file->clear();
        m_path.clear();
        m_tree->clear();
        m_last.reset();
        showPlaceholder(tr("Looking inside…"), {});
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
    fetchHost();
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
    m_bar->hide();
    m_split->hide();
}

void XrayPane::fill(const api::Xray &given)
{
    m_last = std::make_shared<const api::Xray>(given);
    const auto xray = m_last;
    const bool first = m_tree->rowCount() == 0;
    fillWords();
    fillRooms();
    m_layers->setDraw([xray](int width, const QFontMetrics &m) { return Drawings::layers(*xray, width, m); });
    m_ways->setDraw([xray](int width, const QFontMetrics &m) { return Drawings::ways(*xray, width, m); });
    m_waysGroup->setVisible(!xray->network.published.empty());
    m_limits->setCgroup(xray->cgroup);
    m_fileLine->setVisible(xray->file.has_value());
    if (xray->file)
        m_fileLine->setText(models::XrayNodes::fileText(*xray->file, xray->layers));
    if (first) {
        openFirst();
        if (m_host != nullptr)
            openContainersProcesses();
    }
    m_placeholder->hide();
    m_bar->show();
    m_split->show();
    ++m_looks;
}

void XrayPane::fillWords()
{
    m_tree->sync(m_host == nullptr ? models::XrayNodes::of(*m_last)
                                   : models::XrayBeside::of(*m_last, *m_host));
}

void XrayPane::fillRooms()
{
    m_rooms->setDraw([xray = m_last, host = m_host](int width, const QFontMetrics &m) {
        return host == nullptr ? Drawings::rooms(*xray, width, m)
                               : Drawings::roomsBeside(*xray, *host, width, m);
    });
}

void XrayPane::openFirst()
{
    for (const char *key : {"ns", "proc"})
        m_view->expand(m_tree->find(QLatin1StringView(key)));
    m_view->setCurrentIndex(m_tree->index(0, 0));
}

// ---- the host

void XrayPane::turnHost(bool beside)
{
    m_tree->setHostBeside(beside);
    m_view->setColumnHidden(models::XrayTree::HostColumn, !beside);
    m_view->setIndentation(beside ? narrowStep
                                  : m_view->style()->pixelMetric(QStyle::PM_TreeViewIndentation));
    fitExplanation();
    m_hostLine->setText({});
    m_hostCall.cancel();
    m_host.reset();
    fitColumns();
    if (m_last != nullptr) {
        fillWords();
        fillRooms();
    }
    if (beside && isVisible())
        fetchHost();
}

void XrayPane::fetchHost()
{
    if (!m_beside->isChecked() || m_hostCall.active())
        return;
    m_hostCall = client::hostXray(*m_client, this, [this](const Result<api::Xray> &host) {
        if (!host) {
            m_hostLine->setText(
                tr("The host is not shown: %1").arg(QString::fromStdString(host.error().message)));
            return;
        }
        m_hostLine->setText({});
        const bool first = m_host == nullptr;
        m_host = std::make_shared<const api::Xray>(*host);
        if (m_last == nullptr)
            return; // both are shown as soon as the container's is there
        fillWords();
        fillRooms();
        if (first)
            openContainersProcesses();
    });
}

// The way from the host's process 1 to the container's is unfolded.
void XrayPane::openContainersProcesses()
{
    if (m_last->processes.empty())
        return;
    const QModelIndex first = m_tree->find(QStringLiteral("proc/%1").arg(m_last->processes.front().pid));
    for (QModelIndex above = first; above.isValid(); above = above.parent())
        m_view->expand(above);
}

// So that nothing jumps: two sentences, and two more of the host where there is room for them.
void XrayPane::fitExplanation()
{
    const bool both = m_beside->isChecked() && height() >= bothFrom;
    m_explanation->setMinimumHeight((both ? 8 : 5) * fontMetrics().height() + 16);
    explain(m_topic);
}

void XrayPane::fitColumns()
{
    const int all = m_view->viewport()->width(), name = std::min(nameColumn, all * 2 / 5);
    m_view->setColumnWidth(models::XrayTree::NameColumn, name);
    if (m_beside->isChecked())
        for (const int column : {models::XrayTree::ValueColumn, models::XrayTree::HostColumn})
            m_view->setColumnWidth(column, (all - name) / 2);
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

bool XrayPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize && m_beside->isChecked())
        QMetaObject::invokeMethod(this, &XrayPane::fitColumns,
                                  Qt::QueuedConnection); // the header comes after it
    return QWidget::eventFilter(watched, event);
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
    m_hostCall.cancel();
}

void XrayPane::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    turn();
    fitExplanation();
}

void XrayPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange)
        fetch();
}

} // namespace quayside::ui
