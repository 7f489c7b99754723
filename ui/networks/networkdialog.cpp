#include "ui/networks/networkdialog.h"

#include "models/client/resources.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace quayside::ui
{

NetworkDialog::NetworkDialog(client::EngineClient *client, QWidget *parent)
    : FormDialog(tr("New network"), tr("&Make it"), parent), m_client(client)
{
    m_name = addLine(tr("&Name"), QStringLiteral("name"), tr("for example shop"));
    m_driver = new QComboBox(this);
    m_driver->setObjectName(QStringLiteral("driver"));
    m_driver->addItem(tr("bridge: a network inside this computer"), QStringLiteral("bridge"));
    m_driver->addItem(tr("macvlan: containers appear in the network of this computer"),
                      QStringLiteral("macvlan"));
    form()->addRow(tr("&Kind"), m_driver);
    m_parent = addLine(tr("&Interface"), QStringLiteral("parent"), tr("of this computer, for example eth0"));
    m_subnet = addLine(tr("&Subnet"), QStringLiteral("subnet"),
                       tr("chosen by the engine, or for example 10.9.0.0/24"));
    m_gateway = addLine(tr("&Gateway"), QStringLiteral("gateway"), tr("chosen by the engine"));
    m_range = addLine(tr("Addresses &from"), QStringLiteral("range"), tr("the whole subnet"));
    m_mtu = addLine(tr("M&TU"), QStringLiteral("mtu"), tr("as the engine's"));
    addChecks();
    m_labels = addPairs(tr("&Labels"), QStringLiteral("labels"), tr("name=value, one a line"));
    m_options =
        addPairs(tr("&Options"), QStringLiteral("options"), tr("of the driver: name=value, one a line"));
    const auto refresh = [this] {
        const bool macvlan = m_driver->currentData() == QStringLiteral("macvlan");
        form()->setRowVisible(m_parent, macvlan);
        form()->setRowVisible(m_apart, !macvlan);
        form()->setRowVisible(m_subnet6, m_ipv6->isChecked());
        acceptButton()->setEnabled(!m_name->text().trimmed().isEmpty());
    };
    connect(m_driver, &QComboBox::currentIndexChanged, this, refresh);
    connect(m_name, &QLineEdit::textChanged, this, refresh);
    connect(m_ipv6, &QCheckBox::toggled, this, refresh);
    refresh();
}

void NetworkDialog::addChecks()
{
    m_internal = new QCheckBox(tr("&Closed: no way out of it"), this);
    m_internal->setObjectName(QStringLiteral("internal"));
    m_apart = new QCheckBox(tr("Its containers do not &reach each other"), this);
    m_apart->setObjectName(QStringLiteral("apart"));
    m_ipv6 = new QCheckBox(tr("Addresses of IPv&6, too"), this);
    m_ipv6->setObjectName(QStringLiteral("ipv6"));
    for (QCheckBox *box : {m_internal, m_apart, m_ipv6})
        form()->addRow(QString(), box);
    m_subnet6 = addLine(tr("Su&bnet of IPv6"), QStringLiteral("subnet6"),
                        tr("chosen by the engine, or for example fd00:9::/64"));
}

// What has a field of its own goes before what is written below.
void NetworkDialog::readOptions(client::NewNetwork &network, QString *problem) const
{
    const QMap<QString, QString> labels = pairsOf(m_labels, problem);
    for (auto label = labels.begin(); label != labels.end(); ++label)
        network.labels[label.key().toStdString()] = label.value().toStdString();
    const QMap<QString, QString> options = pairsOf(m_options, problem);
    for (auto option = options.begin(); option != options.end(); ++option)
        network.options[option.key().toStdString()] = option.value().toStdString();
    if (network.driver == "macvlan" && !m_parent->text().trimmed().isEmpty())
        network.options["parent"] = m_parent->text().trimmed().toStdString();
    if (const QString mtu = m_mtu->text().trimmed(); !mtu.isEmpty())
        network.options["com.docker.network.driver.mtu"] = mtu.toStdString();
    if (network.driver == "bridge" && m_apart->isChecked())
        network.options["com.docker.network.bridge.enable_icc"] = "false";
}

void NetworkDialog::send()
{
    client::NewNetwork network;
    QString problem;
    network.name = m_name->text().trimmed().toStdString();
    network.driver = m_driver->currentData().toString().toStdString();
    network.subnet = m_subnet->text().trimmed().toStdString();
    network.gateway = m_gateway->text().trimmed().toStdString();
    network.ipRange = m_range->text().trimmed().toStdString();
    network.internal = m_internal->isChecked();
    network.ipv6 = m_ipv6->isChecked();
    if (network.ipv6)
        network.subnet6 = m_subnet6->text().trimmed().toStdString();
    readOptions(network, &problem);
    // The API has a gateway and a range only within a subnet.
    if (network.subnet.empty() && (!network.gateway.empty() || !network.ipRange.empty()))
        problem = tr("A gateway and a range of addresses need a subnet that they are in.");
    if (!problem.isEmpty()) {
        showProblem(problem);
        return;
    }
    client::createNetwork(*m_client, network, this, [this](const Result<std::string> &id) {
        if (!id) {
            showProblem(tr("The network cannot be made: %1").arg(QString::fromStdString(id.error().message)));
            return;
        }
        emit networkCreated(QString::fromStdString(*id));
        accept();
    });
}

} // namespace quayside::ui
