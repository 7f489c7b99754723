// The picture of the networks: what stands where, nothing on top of another, the same each time.
#include "models/networks/map.h"
#include "models/networks/mapinput.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;
using Kind = MapNode::Kind;

class tst_Map : public QObject
{
    Q_OBJECT

private:
    static MapNetwork network(const QString &name, const QString &driver = QStringLiteral("bridge"))
    {
        return {.id = name + "-id",
                .name = name,
                .driver = driver,
                .interface = {},
                .subnets = {"172.30.0.0/24"}};
    }
    static MapContainer container(const QString &name, const QStringList &networks,
                                  const QList<MapPort> &ports = {})
    {
        MapContainer made{
            .id = name + "-id", .name = name, .state = "running", .endpoints = {}, .ports = ports};
        for (const QString &one : networks)
            made.endpoints.append({one + "-id", "172.30.0." + QString::number(made.endpoints.size() + 2)});
        return made;
    }
    static QList<MapNode> nodesOf(const NetworkMap &map, Kind kind)
    {
        QList<MapNode> found;
        for (const MapNode &node : map.nodes)
            if (node.kind == kind)
                found.append(node);
        return found;
    }
    static int linesOf(const NetworkMap &map, MapLine::Kind kind)
    {
        return int(std::ranges::count(map.lines, kind, &MapLine::kind));
    }
    static void verifyApart(const NetworkMap &map)
    {
        for (qsizetype i = 0; i < map.nodes.size(); ++i)
            for (qsizetype k = i + 1; k < map.nodes.size(); ++k)
                QVERIFY2(!map.nodes.at(i).rect.intersects(map.nodes.at(k).rect),
                         qPrintable(map.nodes.at(i).title + " lies on " + map.nodes.at(k).title));
        const QRectF all({}, map.size);
        for (const MapNode &node : map.nodes) {
            QVERIFY2(all.contains(node.rect), qPrintable(node.title));
            QVERIFY(!node.sentence.isEmpty());
        }
        for (const MapLine &line : map.lines)
            for (const QPointF &point : line.points)
                QVERIFY(all.adjusted(-1, -1, 1, 1).contains(point));
    }

private slots:
    void threeContainers()
    {
        MapInput input{.host = "desk",
                       .interfaces = {{"eth0", {"192.168.1.5"}, true}},
                       .networks = {},
                       .containers = {}};
        MapNetwork closed = network("closed");
        closed.internal = true;
        input.networks = {network("shop"), network("bridge"), closed, network("host", "host"),
                          network("none", "null")};
        input.containers = {
            container("web", {"shop", "closed"},
                      {{"0.0.0.0", 4000, 80, "tcp"}, {"::", 4000, 80, "tcp"}, {"127.0.0.1", 53, 53, "udp"}}),
            container("db", {"closed"}), container("lonely", {"none"})};
        const NetworkMap map = layOut(input);
        verifyApart(map);
        QCOMPARE(map, layOut(input));
        QCOMPARE(map.nodes.first().kind, Kind::Host);
        QVERIFY(map.nodes.first().detail.startsWith("eth0, the way out:\n192.168.1.5"));
        // The engine's own first; the host's, where nobody is, is left out.
        QStringList names;
        for (const MapNode &node : nodesOf(map, Kind::Network))
            names.append(node.title);
        QCOMPARE(names, QStringList({"bridge", "closed", "shop", "none"}));
        QCOMPARE(linesOf(map, MapLine::Kind::WayOut), 2); // not of the closed one
        // It stands where its doors are.
        QCOMPARE(map.lines.last().points.first().y() < map.lines.last().points.last().y(), true);
        // One container in two networks is drawn once, with a line to the other one.
        QCOMPARE(nodesOf(map, Kind::Container).size(), 3);
        QCOMPARE(linesOf(map, MapLine::Kind::Attached), 1);
        // Both families are one door.
        const QList<MapNode> doors = nodesOf(map, Kind::Port);
        QCOMPARE(doors.size(), 2);
        QCOMPARE(doors.first().title, QStringLiteral(":4000 → 80"));
        QCOMPARE(doors.first().port, "80/tcp");
        QCOMPARE(doors.first().target, "web-id");
        QVERIFY(doors.last().sentence.contains("only"));
        QCOMPARE(linesOf(map, MapLine::Kind::Door), 2);
        QVERIFY(nodesOf(map, Kind::Network).first().quiet);
    }

    void twoHundredContainers()
    {
        MapInput input{.host = "desk",
                       .interfaces = {},
                       .networks = {network("big"), network("small")},
                       .containers = {}};
        for (int i = 0; i < 200; ++i)
            input.containers.append(container(QStringLiteral("worker-%1").arg(i), {"big"}));
        input.containers.append(container("zz-gateway", {"small", "big"}, {{"0.0.0.0", 80, 80, "tcp"}}));
        const NetworkMap folded = layOut(input);
        verifyApart(folded);
        const QList<MapNode> more = nodesOf(folded, Kind::More);
        QCOMPARE(more.size(), 1);
        QVERIFY(more.first().title.contains(QString::number(201 - mapFold)));
        // What has doors and lines is never folded away, whatever its name.
        QCOMPARE(nodesOf(folded, Kind::Container).first().title, "zz-gateway");
        const NetworkMap all = layOut(input, {"big-id"});
        verifyApart(all);
        QCOMPARE(nodesOf(all, Kind::Container).size(), 201);
        QVERIFY(nodesOf(all, Kind::More).isEmpty());
    }

    void manyLinesHaveLanesOfTheirOwn()
    {
        MapInput input{.host = "desk",
                       .interfaces = {},
                       .networks = {network("a"), network("b"), network("c")},
                       .containers = {}};
        for (int i = 0; i < 4; ++i)
            input.containers.append(container(QStringLiteral("c%1").arg(i), {"a", "b", "c"}));
        const NetworkMap map = layOut(input);
        verifyApart(map);
        QSet<qreal> lanes, ends;
        for (const MapLine &line : map.lines) {
            if (line.kind != MapLine::Kind::Attached)
                continue;
            lanes.insert(line.points.at(1).x());
            ends.insert(line.points.first().y());
        }
        QCOMPARE(lanes.size(), 8);
        QCOMPARE(ends.size(), 8);
    }

    void anInputOfTheLists()
    {
        api::Network shop;
        shop.id = "n1";
        shop.name = "shop";
        shop.driver = "bridge";
        shop.ipam.config = {{.subnet = "172.30.0.0/24", .gateway = "172.30.0.1"}};
        api::ContainerSummary web;
        web.id = "c1";
        web.names = {"/web"};
        web.state = "running";
        web.status = "Up 3 minutes";
        web.networkSettings.networks["shop"].networkID = "n1";
        web.networkSettings.networks["shop"].ipAddress = "172.30.0.2";
        web.networkSettings.networks["gone"].networkID = "n2";
        api::ContainerSummary old = web;
        old.id = "c2";
        old.state = "exited";
        old.status = "Exited (0) 3 minutes ago";
        const MapInput input = mapInput({web, old}, {shop}, "desk",
                                        {{"eth0", {"10.0.0.1"}, true}, {"qs-br0", {"172.30.0.1"}, false}});
        QCOMPARE(input.containers.size(), 1);
        QCOMPARE(input.containers.first().name, "web");
        QCOMPARE(input.containers.first().endpoints, QList<MapEndpoint>({{"n1", "172.30.0.2"}}));
        QCOMPARE(input.networks.first().interface, "qs-br0");
        QCOMPARE(input.networks.first().stopped, 1);
        QCOMPARE(input.interfaces.size(), 1); // the bridge is the network's
    }

    void findsTheWayOut()
    {
        QCOMPARE(defaultInterfaces("Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\n"
                                   "eth0\t00000000\t0100A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n"
                                   "eth0\t0000A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0\n"
                                   "half\t00000000\n"),
                 QStringList("eth0"));
        QCOMPARE(defaultInterfaces({}), QStringList());
    }
};

QTEST_GUILESS_MAIN(tst_Map)
#include "tst_map.moc"
