#include "ui/networks/networkdetails.h"

#include "models/common/text.h"
#include "ui/common/factsheet.h"

#include <QSet>

namespace quayside::ui
{

namespace
{

constexpr qsizetype longestName = 26; // beside its addresses
constexpr qsizetype mostNames = 60;   // of containers; each is a few widgets

QString text(const std::string &value)
{
    return QString::fromStdString(value);
}

} // namespace

NetworkDetails::NetworkDetails(models::EngineSession *session, QWidget *parent)
    : DetailsPane(parent), m_session(session)
{
    connect(session->networks(), &QAbstractItemModel::dataChanged, this, &NetworkDetails::onNetworksChanged);
    // Addresses are given when a container starts, of which the list of networks knows nothing.
    connect(session, &models::EngineSession::containerEvent, this,
            [this](const QString &, const QString &action) {
                if (isVisible() && (action == u"start" || action == u"die"))
                    showNetwork(m_id);
            });
}

void NetworkDetails::onNetworksChanged()
{
    const models::NetworkRow *row = m_session->networks()->find(m_id);
    if (row != nullptr && *row != m_shown)
        showNetwork(m_id);
}

void NetworkDetails::showNetwork(const QString &id)
{
    m_id = id;
    const models::NetworkRow *row = m_session->networks()->find(id);
    if (row == nullptr)
        return;
    m_shown = *row;
    setHead(row->name, row->subnets.isEmpty() ? row->driver : row->subnets.join(QStringLiteral(", ")));
    m_call.cancel();
    m_call = m_session->client()->inspectNetwork(
        id.toStdString(), this, [this, shown = *row](const Result<api::Network> &network) {
            if (shown.id != m_id)
                return;
            if (!network) {
                showProblem(tr("The engine does not tell about this network: %1.")
                                .arg(text(network.error().message)));
                return;
            }
            fill(shown, *network);
            setJson(QByteArray::fromStdString(encode(*network)));
        });
}

void NetworkDetails::fill(const models::NetworkRow &row, const api::Network &network)
{
    FactSheet *sheet = overview();
    sheet->clear();
    sheet->addSection(tr("Network"));
    sheet->addFact(tr("Driver"), row.driver);
    for (const api::IPAMConfig &pool : network.ipam.config) {
        sheet->addFact(tr("Subnet"), text(pool.subnet), true);
        sheet->addFact(tr("Gateway"), text(pool.gateway), true);
        sheet->addFact(tr("Addresses from"), text(pool.ipRange), true);
    }
    sheet->addFact(tr("Way out"), row.internal ? tr("none: the network is closed") : QString());
    sheet->addFact(tr("IPv6"), network.enableIPv6 ? tr("yes") : tr("no"));
    sheet->addFact(tr("Created"), models::Text::exactTime(row.created));
    sheet->addFact(tr("Id"), row.id, true);
    fillContainers(row, network);
    if (!network.options.empty())
        sheet->addSection(tr("Options"));
    for (const auto &[name, value] : network.options)
        sheet->addFact(text(name), text(value), true);
    if (!network.labels.empty())
        sheet->addSection(tr("Labels"));
    for (const auto &[name, value] : network.labels)
        sheet->addFact(text(name), text(value));
    sheet->finish();
}

void NetworkDetails::fillContainers(const models::NetworkRow &row, const api::Network &network)
{
    FactSheet *sheet = overview();
    sheet->addSection(tr("Containers in it"));
    QSet<QString> running;
    qsizetype listed = 0;
    for (const auto &[id, container] : network.containers) {
        running.insert(text(container.name));
        const QString address = text(container.ipv4Address).section(u'/', 0, 0);
        if (++listed <= mostNames)
            sheet->addJump(models::Text::elideMiddle(text(container.name), longestName),
                           (address + u' ' + text(container.ipv6Address).section(u'/', 0, 0)).trimmed(),
                           [this, id = text(id)] { emit containerWanted(id); });
    }
    for (const models::ContainerRow &container : m_session->containers()->rows()) {
        if (row.containers.contains(container.name) && !running.contains(container.name) &&
            ++listed <= mostNames)
            sheet->addJump(models::Text::elideMiddle(container.name, longestName), stateText(container),
                           [this, id = container.id] { emit containerWanted(id); });
    }
    if (listed > mostNames)
        sheet->addNote(tr("and %n more", nullptr, int(listed - mostNames)));
    if (listed == 0)
        sheet->addNote(row.builtIn
                           ? tr("None.")
                           : tr("None. Choose this network when you run a container, or connect one."));
}

} // namespace quayside::ui
