#include "ui/networks/portdoctor.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/networks/hoprow.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace quayside::ui
{

namespace
{

QLabel *makeSentence(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QString shown(const std::string &value)
{
    return QString::fromStdString(value);
}

QString buttonText(const std::string &action)
{
    return action == "start"     ? PortDoctor::tr("&Start the container")
           : action == "unpause" ? PortDoctor::tr("&Let it go on")
           : action == "rules"   ? PortDoctor::tr("&Make bridge and rules anew")
           : action == "log"     ? PortDoctor::tr("Show its &log")
           : action == "edit"    ? PortDoctor::tr("&Publish another port…")
                                 : QString();
}

} // namespace

PortDoctor::PortDoctor(models::EngineSession *session, const QString &containerId, const QString &port,
                       QWidget *parent)
    : QDialog(parent), m_session(session), m_id(containerId)
{
    const models::ContainerRow *row = session->containers()->find(containerId);
    m_name = row != nullptr ? row->name : containerId;
    setWindowTitle(tr("Port doctor: %1").arg(m_name));
    resize(860, 380);
    auto *layout = new QVBoxLayout(this);
    buildHead(layout);
    m_hops = new HopRow;
    m_hops->setAccessibleName(tr("The way to the port"));
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_hops);
    scroll->setWidgetResizable(true);
    scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFixedHeight(fontMetrics().height() * 2 + 84);
    layout->addWidget(scroll);
    buildExplanation(layout);
    connect(m_hops, &HopRow::currentChanged, this, &PortDoctor::explain);
    fillPorts(port);
    connect(m_ports, &QComboBox::currentIndexChanged, this, &PortDoctor::check);
    check();
}

void PortDoctor::buildHead(QBoxLayout *layout)
{
    auto *head = new QHBoxLayout;
    auto *label = new QLabel(tr("P&ort"), this);
    m_ports = new QComboBox(this);
    m_ports->setObjectName(QStringLiteral("ports"));
    m_ports->setAccessibleName(tr("Port"));
    label->setBuddy(m_ports);
    m_again = new QPushButton(icon(Symbol::Refresh), tr("Check &again"), this);
    m_again->setObjectName(QStringLiteral("again"));
    m_again->setAutoDefault(false);
    head->addWidget(label);
    head->addWidget(m_ports);
    head->addStretch(1);
    head->addWidget(m_again);
    m_summary = makeSentence(this);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setFont(headingFont(font()));
    layout->addLayout(head);
    layout->addWidget(m_summary);
    connect(m_again, &QPushButton::clicked, this, &PortDoctor::check);
}

void PortDoctor::buildExplanation(QBoxLayout *layout)
{
    m_title = makeSentence(this);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_message = makeSentence(this);
    m_message->setObjectName(QStringLiteral("message"));
    m_fix = makeSentence(this);
    m_fix->setObjectName(QStringLiteral("fix"));
    m_looked = makeSentence(this);
    m_looked->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel *label : {m_title, m_message, m_fix, m_looked})
        layout->addWidget(label);
    layout->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)
        ->setIcon({}); // the style's cross says "danger" where there is none
    m_fixIt = buttons->addButton(QString(), QDialogButtonBox::ActionRole);
    m_fixIt->setObjectName(QStringLiteral("fixIt"));
    m_fixIt->hide();
    layout->addWidget(buttons);
    connect(m_fixIt, &QPushButton::clicked, this, &PortDoctor::mend);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

// Each port of the container once, however many addresses it is published on.
void PortDoctor::fillPorts(const QString &port)
{
    const models::ContainerRow *row = m_session->containers()->find(m_id);
    const QList<models::PublishedPort> ports = row != nullptr ? row->ports : QList<models::PublishedPort>();
    for (const models::PublishedPort &one : ports) {
        const QString key = QStringLiteral("%1/%2").arg(one.containerPort).arg(one.protocol);
        if (one.hostPort != 0 && m_ports->findData(key) < 0)
            m_ports->addItem(portText(one), key);
    }
    if (m_ports->findData(port) < 0 && !port.isEmpty())
        m_ports->addItem(port, port);
    m_ports->setCurrentIndex(std::max(0, m_ports->findData(port)));
}

QString PortDoctor::explanation() const
{
    return m_message->text();
}

void PortDoctor::check()
{
    m_summary->setText(tr("Looking at the way to the port, and trying it…"));
    m_again->setEnabled(false);
    m_call.cancel();
    m_call = client::checkPort(*m_session->client(), m_id.toStdString(),
                               m_ports->currentData().toString().toStdString(), this,
                               [this](const Result<api::PortCheck> &check) { onChecked(check); });
}

void PortDoctor::onChecked(const Result<api::PortCheck> &check)
{
    m_again->setEnabled(true);
    m_found = check.value_or(api::PortCheck());
    m_hops->setHops(m_found.hops);
    if (!check) {
        m_summary->setText(tr("The port cannot be checked."));
        m_title->clear();
        m_message->setText(shown(check.error().message));
        return;
    }
    const auto broken = std::ranges::find(m_found.hops, std::string("broken"),
                                          [](const api::PortHop &hop) { return hop.state; });
    if (broken != m_found.hops.end())
        m_summary->setText(tr("The way to the port is broken at: %1").arg(hopTitle(*broken)));
    else if (!m_found.hops.empty() && m_found.hops.back().state == "ok")
        m_summary->setText(tr("All is well: the port answers."));
    else
        m_summary->setText(tr("Nothing is broken, as far as it can be told."));
}

void PortDoctor::explain(int index)
{
    if (index < 0 || index >= int(m_found.hops.size()))
        return;
    const api::PortHop &hop = m_found.hops.at(std::size_t(index));
    m_title->setText(tr("%1: %2", "a step, its state").arg(hopTitle(hop), hopWord(hop)));
    m_message->setText(shown(hop.message));
    m_fix->setText(hop.fix.empty() ? QString() : tr("What to do: %1").arg(shown(hop.fix)));
    m_fix->setVisible(!hop.fix.empty());
    m_looked->setText(hop.looked.empty() ? QString() : tr("Looked at: %1").arg(shown(hop.looked)));
    m_fixIt->setText(buttonText(hop.action));
    m_fixIt->setVisible(!m_fixIt->text().isEmpty());
}

void PortDoctor::mend()
{
    const int index = m_hops->current();
    if (index < 0 || index >= int(m_found.hops.size()))
        return;
    const std::string action = m_found.hops.at(std::size_t(index)).action, id = m_id.toStdString();
    const auto done = [this](const Result<> &result) { onMended(result); };
    if (action == "start")
        m_call = m_session->client()->startContainer(id, this, done);
    else if (action == "unpause")
        m_call = m_session->client()->unpauseContainer(id, this, done);
    else if (action == "rules")
        m_call = client::repairPorts(*m_session->client(), id, this, done);
    else if (action == "log")
        emit logWanted(m_id);
    else if (action == "edit")
        emit editWanted(m_id);
    if (action == "log" || action == "edit")
        accept();
}

void PortDoctor::onMended(const Result<> &done)
{
    if (done)
        check();
    else
        m_message->setText(shown(done.error().message));
}

} // namespace quayside::ui
