#include "models/networks/map.h"

#include <QCollator>
#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <tuple>

namespace quayside::models
{

namespace
{

constexpr qreal hostWidth = 190, doorLeft = 238, doorWidth = 128, doorHeight = 22, doorGap = 4;
constexpr qreal bandLeft = 226, cardLeft = 404, cardWidth = 176, cardHeight = 40, gap = 10, headHeight = 46;
constexpr int gridColumns = 2;
constexpr qreal bandRight = cardLeft + gridColumns * cardWidth + (gridColumns - 1) * gap + 12;
constexpr qreal bandGap = 22, guestHeight = 20, labelRoom = 118, laneWidth = 12;

class MapText
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::NetworkMap)
};

using Kind = MapNode::Kind;

struct Placed { // a container in the picture
    const MapContainer *container = nullptr;
    QRectF rect;
    QString home; // the network whose band it stands in
};

class Drawing
{
public:
    Drawing(const MapInput &input, const QSet<QString> &unfolded) : m_input(input), m_unfolded(unfolded) {}
    NetworkMap draw();

private:
    void sortOut();
    void drawBand(const MapNetwork &network);
    qreal drawContainers(const MapNetwork &network, QList<const MapContainer *> containers, qreal top);
    qreal drawWide(const MapNetwork &network, const MapContainer &container, qreal top);
    void drawDoors(const MapContainer &container, qreal top, const QPointF &card);
    void addCard(const MapNetwork &network, const MapContainer &container, const QRectF &rect);
    void addMore(const MapNetwork &network, const QList<const MapContainer *> &folded, const QRectF &rect);
    void drawHost();
    void drawGuests();
    [[nodiscard]] QString networkSentence(const MapNetwork &network, int running) const;
    [[nodiscard]] QString containerSentence(const MapContainer &container) const;
    [[nodiscard]] const MapNetwork *find(const QString &id) const;
    [[nodiscard]] int guestsOf(const QString &id) const;

    const MapInput &m_input;
    const QSet<QString> &m_unfolded;
    QList<MapNetwork> m_networks;
    QHash<QString, QList<const MapContainer *>> m_homes; // by network
    QList<Placed> m_placed;
    QHash<QString, QRectF> m_frames;
    NetworkMap m_map;
    qreal m_top = 0;
};

bool isDoorless(const MapNetwork &network)
{
    return network.internal || network.driver == u"null";
}

// The engine's own bridge first, what is no network of its own last.
int rankOf(const MapNetwork &network)
{
    return network.driver == u"host" ? 2 : network.driver == u"null" ? 3 : network.name == u"bridge" ? 0 : 1;
}

// What is told apart by lines stands first: it is not folded away.
int rankOf(const MapContainer &container)
{
    return container.endpoints.size() > 1 ? 0 : !container.ports.isEmpty() ? 1 : 2;
}

bool isWide(const MapContainer &container)
{
    return rankOf(container) < 2;
}

QString portName(const MapPort &port)
{
    return QStringLiteral("%1/%2").arg(port.containerPort).arg(port.protocol);
}

bool isLocalOnly(const MapPort &port)
{
    return port.hostAddress.startsWith(u"127.") || port.hostAddress == u"::1";
}

// A port on all addresses of both families is one door.
QList<MapPort> doorsOf(const MapContainer &container)
{
    QList<MapPort> doors;
    for (const MapPort &port : container.ports) {
        const bool known = std::ranges::any_of(doors, [&](const MapPort &door) {
            return door.hostPort == port.hostPort && door.containerPort == port.containerPort &&
                   door.protocol == port.protocol && isLocalOnly(door) == isLocalOnly(port);
        });
        if (!known)
            doors.append(port);
    }
    return doors;
}

QString doorText(const MapPort &port)
{
    const QString from =
        isLocalOnly(port)
            ? MapText::tr("local:%1", "a port that only this computer reaches").arg(port.hostPort)
            : QStringLiteral(":%1").arg(port.hostPort);
    return port.protocol == u"tcp"
               ? QStringLiteral("%1 → %2").arg(from).arg(port.containerPort)
               : QStringLiteral("%1 → %2/%3").arg(from).arg(port.containerPort).arg(port.protocol);
}

const MapNetwork *Drawing::find(const QString &id) const
{
    const auto found = std::ranges::find(m_networks, id, &MapNetwork::id);
    return found == m_networks.end() ? nullptr : &*found;
}

// Each container stands in the first of its networks, in the order of the picture: of those that lead out,
// where its doors are, before closed ones.
void Drawing::sortOut()
{
    m_networks = m_input.networks;
    std::ranges::sort(m_networks, [](const MapNetwork &left, const MapNetwork &right) {
        return std::tuple(rankOf(left), left.name, left.id) < std::tuple(rankOf(right), right.name, right.id);
    });
    for (const MapContainer &container : m_input.containers) {
        const MapNetwork *home = nullptr;
        for (const MapNetwork &network : std::as_const(m_networks))
            if (std::ranges::contains(container.endpoints, network.id, &MapEndpoint::network) &&
                (home == nullptr || (isDoorless(*home) && !isDoorless(network))))
                home = &network;
        if (home != nullptr)
            m_homes[home->id].append(&container);
    }
    QCollator byName(QLocale::c());
    byName.setNumericMode(true);
    for (auto &containers : m_homes)
        std::ranges::sort(containers, [&byName](const MapContainer *left, const MapContainer *right) {
            if (rankOf(*left) != rankOf(*right))
                return rankOf(*left) < rankOf(*right);
            const int order = byName.compare(left->name, right->name); // worker-2 before worker-10
            return order != 0 ? order < 0 : left->id < right->id;
        });
    // Networks that every engine has are shown where somebody is in them.
    m_networks.removeIf(
        [this](const MapNetwork &network) { return rankOf(network) > 1 && !m_homes.contains(network.id); });
}

QString Drawing::networkSentence(const MapNetwork &network, int running) const
{
    if (network.driver == u"host")
        return MapText::tr("%n container(s) use this computer's own interfaces and ports.", nullptr, running);
    if (network.driver == u"null")
        return MapText::tr("%n container(s) have no network at all.", nullptr, running);
    const QString who = running == 0 ? MapText::tr("The network %1: nobody is in it.").arg(network.name)
                                     : MapText::tr("The network %1: %n container(s) reach each other in it.",
                                                   nullptr, running)
                                           .arg(network.name);
    return who + u' ' +
           (network.internal ? MapText::tr("It is closed: nothing leads out of it, and nothing into it.")
            : network.driver == u"bridge"
                ? MapText::tr("By way of this computer they reach others.")
                : MapText::tr("Its containers are neighbours of this computer on the same wire (%1).")
                      .arg(network.driver));
}

QString Drawing::containerSentence(const MapContainer &container) const
{
    QStringList places;
    for (const MapEndpoint &endpoint : container.endpoints)
        if (const MapNetwork *network = find(endpoint.network))
            places.append(
                endpoint.address.isEmpty()
                    ? network->name
                    : MapText::tr("%1 (%2)", "network, address in it").arg(network->name, endpoint.address));
    return MapText::tr("%1, %2, is in: %3", "container, its state, networks")
        .arg(container.name, container.state, places.join(QStringLiteral(", ")));
}

int Drawing::guestsOf(const QString &id) const
{
    int count = 0;
    for (const MapContainer &container : m_input.containers)
        count += std::ranges::contains(container.endpoints, id, &MapEndpoint::network) ? 1 : 0;
    return count - int(m_homes.value(id).size());
}

void Drawing::addCard(const MapNetwork &network, const MapContainer &container, const QRectF &rect)
{
    const auto endpoint = std::ranges::find(container.endpoints, network.id, &MapEndpoint::network);
    const QString address = endpoint == container.endpoints.end() ? QString() : endpoint->address;
    m_map.nodes.append({.kind = Kind::Container,
                        .rect = rect,
                        .title = container.name,
                        .detail = address.isEmpty() ? container.state : address,
                        .sentence = containerSentence(container),
                        .target = container.id,
                        .troubled = container.troubled});
    m_placed.append({&container, rect, network.id});
}

void Drawing::drawDoors(const MapContainer &container, qreal top, const QPointF &card)
{
    for (const MapPort &port : doorsOf(container)) {
        const QRectF door(doorLeft, top, doorWidth, doorHeight);
        m_map.nodes.append(
            {.kind = Kind::Port,
             .rect = door,
             .title = doorText(port),
             .sentence = isLocalOnly(port)
                             ? MapText::tr("Port %1 of this computer leads to port %2 of %3, for programs "
                                           "of this computer only.")
                                   .arg(port.hostPort)
                                   .arg(portName(port), container.name)
                             : MapText::tr("Port %1 of this computer leads to port %2 of %3.")
                                   .arg(port.hostPort)
                                   .arg(portName(port), container.name),
             .target = container.id,
             .port = portName(port)});
        const QPointF from(door.right(), door.center().y());
        const qreal middle = (from.x() + card.x()) / 2;
        m_map.lines.append(
            {.kind = MapLine::Kind::Door, .points = {from, {middle, from.y()}, {middle, card.y()}, card}});
        top += doorHeight + doorGap;
    }
}

// In a row of its own: its doors at the left, its other networks at the right.
qreal Drawing::drawWide(const MapNetwork &network, const MapContainer &container, qreal top)
{
    const auto doors = qreal(doorsOf(container).size());
    const qreal ofDoors = doors > 0 ? doors * doorHeight + (doors - 1) * doorGap : 0;
    const qreal height = std::max(cardHeight, ofDoors);
    const QRectF card(cardLeft, top + (height - cardHeight) / 2, cardWidth, cardHeight);
    drawDoors(container, top + (height - ofDoors) / 2, {card.left(), card.center().y()});
    addCard(network, container, card);
    return top + height + gap;
}

void Drawing::addMore(const MapNetwork &network, const QList<const MapContainer *> &folded,
                      const QRectF &rect)
{
    m_map.nodes.append({.kind = Kind::More,
                        .rect = rect,
                        .title = MapText::tr("+%n more", nullptr, int(folded.size())),
                        .sentence = MapText::tr("%n more container(s) of %1. Return shows all of them.",
                                                nullptr, int(folded.size()))
                                        .arg(network.name),
                        .target = network.id});
}

qreal Drawing::drawContainers(const MapNetwork &network, QList<const MapContainer *> containers, qreal top)
{
    QList<const MapContainer *> folded;
    if (containers.size() > mapFold + 1 && !m_unfolded.contains(network.id)) {
        folded = containers.mid(mapFold);
        containers.resize(mapFold);
    }
    int column = 0;
    for (const MapContainer *container : std::as_const(containers)) {
        if (isWide(*container)) {
            top = drawWide(network, *container, top);
            continue;
        }
        addCard(network, *container, {cardLeft + column * (cardWidth + gap), top, cardWidth, cardHeight});
        column = (column + 1) % gridColumns;
        top += column == 0 ? cardHeight + gap : 0;
    }
    if (!folded.isEmpty()) {
        addMore(network, folded, {cardLeft + column * (cardWidth + gap), top, cardWidth, cardHeight});
        column = 1;
    }
    return column == 0 ? top : top + cardHeight + gap;
}

void Drawing::drawBand(const MapNetwork &network)
{
    const QList<const MapContainer *> containers = m_homes.value(network.id);
    const int guests = guestsOf(network.id), running = int(containers.size()) + guests;
    const qreal top = m_top;
    QStringList detail = network.subnets;
    if (network.internal)
        detail.prepend(MapText::tr("closed"));
    if (network.stopped > 0)
        detail.append(MapText::tr("%n not running", nullptr, network.stopped));
    else if (running == 0)
        detail.append(MapText::tr("nobody in it"));
    const auto place = m_map.nodes.size();
    m_map.nodes.append({.kind = Kind::Network,
                        .rect = {bandLeft, top, bandRight - bandLeft, headHeight},
                        .title = network.interface.isEmpty() || network.interface == network.name
                                     ? network.name
                                     : QStringLiteral("%1 · %2").arg(network.name, network.interface),
                        .detail = detail.join(QStringLiteral(" · ")),
                        .sentence = networkSentence(network, running),
                        .target = network.id,
                        .quiet = running == 0 || isDoorless(network)});
    m_top += headHeight;
    if (!containers.isEmpty())
        m_top = drawContainers(network, containers, m_top + gap);
    m_top = std::max(m_top, top + headHeight + (guests > 0 ? guests * guestHeight + gap : 0));
    const QRectF frame(bandLeft, top, bandRight - bandLeft, m_top - top);
    m_map.nodes[place].frame = frame;
    m_frames.insert(network.id, frame);
    m_top += bandGap;
}

void Drawing::drawHost()
{
    QStringList lines;
    for (const MapInterface &interface : m_input.interfaces)
        lines += QStringList(interface.leadsOut ? MapText::tr("%1, the way out:").arg(interface.name)
                                                : interface.name + u':') +
                 interface.addresses;
    m_map.nodes.first() = {.kind = Kind::Host,
                           .rect = {0, 0, hostWidth, std::max<qreal>(m_top - bandGap, 90)},
                           .title = m_input.host,
                           .detail = lines.join(u'\n'),
                           .sentence = MapText::tr("This computer, %1. %2", "its name, its interfaces")
                                           .arg(m_input.host, lines.join(u' '))};
    for (const MapNetwork &network : std::as_const(m_networks))
        if (!isDoorless(network)) {
            const qreal y = m_frames.value(network.id).top() + headHeight / 2;
            m_map.lines.append({.kind = MapLine::Kind::WayOut, .points = {{hostWidth, y}, {bandLeft, y}}});
        }
}

// A lane for each line in the margin, so that none lies on another.
void Drawing::drawGuests()
{
    QHash<QString, int> used;
    int lane = 0;
    for (const Placed &placed : std::as_const(m_placed))
        for (const MapEndpoint &endpoint : placed.container->endpoints) {
            if (endpoint.network == placed.home || !m_frames.contains(endpoint.network))
                continue;
            const qreal x = bandRight + labelRoom + laneWidth * lane++;
            const qreal from = placed.rect.center().y() + (lane % 3 - 1) * 5;
            const qreal to = m_frames.value(endpoint.network).top() + headHeight +
                             guestHeight * (0.5 + used[endpoint.network]++);
            m_map.lines.append({.kind = MapLine::Kind::Attached,
                                .points = {{bandRight, to}, {x, to}, {x, from}, {placed.rect.right(), from}},
                                .label = endpoint.address});
        }
    m_map.size = {bandRight + (lane > 0 ? labelRoom + laneWidth * lane : 0),
                  m_map.nodes.first().rect.height()};
}

NetworkMap Drawing::draw()
{
    sortOut();
    m_map.nodes.append(MapNode()); // the host: as high as all that follows
    for (const MapNetwork &network : std::as_const(m_networks))
        drawBand(network);
    drawHost();
    drawGuests();
    return m_map;
}

} // namespace

NetworkMap layOut(const MapInput &input, const QSet<QString> &unfolded)
{
    return Drawing(input, unfolded).draw();
}

} // namespace quayside::models
