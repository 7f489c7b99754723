// Pictures of an X-ray: nothing overlaps, nothing is outside, at any width.
#include "ui/learn/diagram.h"

#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using namespace quayside::ui;

namespace
{

api::Xray sample(bool ownUser = true)
{
    api::Xray xray;
    xray.kernel = "6.18.44";
    for (const char *type : {"user", "mnt", "pid", "net", "ipc", "uts", "cgroup", "time"})
        xray.namespaces.push_back({.type = type, .inode = 4026531840, .sharing = "own"});
    xray.namespaces.back().sharing = "host";
    xray.namespaces[2].nested = {{.inode = 4026531841, .pids = {7, 8}}, {.inode = 4026531842, .pids = {9}}};
    if (!ownUser)
        xray.namespaces.front().sharing = "host";
    xray.layers = {{.index = 0, .size = 1000, .createdBy = "COPY . /"},
                   {.index = 1, .size = 5},
                   {.index = 2, .upper = true}};
    xray.network.published = {
        {.protocol = "tcp",
         .hostAddress = "0.0.0.0",
         .targetAddress = "172.31.0.2",
         .hostPort = 80,
         .targetPort = 80,
         .translated = true,
         .bridge = "b",
         .veth = "v",
         .interface = "eth0"},
        {.protocol = "tcp", .hostAddress = "::", .targetAddress = "fd00::2", .hostPort = 80}};
    return xray;
}

api::Xray computer()
{
    api::Xray host;
    for (const char *type : {"user", "mnt", "pid", "net", "ipc", "uts", "cgroup", "time"})
        host.namespaces.push_back(
            {.type = type, .inode = 4026531835, .hostInode = 4026531835, .sharing = "host"});
    host.processCount = 312;
    return host;
}

const Shape &find(const Drawing &drawing, const QString &key)
{
    static const Shape none;
    for (const Shape &shape : drawing.shapes)
        if (shape.key == key)
            return shape;
    return none;
}

} // namespace

class TestDrawing : public QObject
{
    Q_OBJECT

    QFontMetrics m_metrics{QFont()};

    static void checkPlaces(const Drawing &drawing, int width)
    {
        for (const Shape &shape : drawing.shapes) {
            QVERIFY2(QRectF(0, 0, width, drawing.height).contains(shape.rect), qPrintable(shape.key));
            for (const Shape &other : drawing.shapes) {
                if (&shape == &other || shape.depth != other.depth)
                    continue;
                QVERIFY2(!shape.rect.intersects(other.rect), qPrintable(shape.key + " and " + other.key));
            }
        }
    }

private slots:
    void fitsEveryWidth_data()
    {
        QTest::addColumn<int>("width");
        for (const int width : {180, 260, 400, 700, 1200})
            QTest::addRow("%d", width) << width;
    }
    void fitsEveryWidth()
    {
        QFETCH(int, width);
        for (const bool ownUser : {true, false}) {
            checkPlaces(Drawings::rooms(sample(ownUser), width, m_metrics), width);
            checkPlaces(Drawings::roomsBeside(sample(ownUser), computer(), width, m_metrics), width);
            checkPlaces(Drawings::layers(sample(), width, m_metrics), width);
            checkPlaces(Drawings::ways(sample(), width, m_metrics), width);
        }
    }

    void roomsLieInTheRoomThatTheyBelongTo()
    {
        const Drawing drawing = Drawings::rooms(sample(), 600, m_metrics);
        const Shape &host = find(drawing, "ns"), &user = find(drawing, "ns/user"),
                    &net = find(drawing, "ns/net"), &time = find(drawing, "ns/time");
        QVERIFY(host.rect.contains(user.rect) && user.rect.contains(net.rect));
        QVERIFY(!user.rect.contains(time.rect) && host.rect.contains(time.rect));
        QCOMPARE(net.wall, Shape::Wall::Solid);
        QCOMPARE(time.wall, Shape::Wall::Dashed);
        const Shape &within = find(drawing, "ns/pid/in/4026531841");
        QVERIFY(user.rect.contains(within.rect));
        QVERIFY2(within.words().contains("2 process"), qPrintable(within.words()));
        QCOMPARE(within.topic, "ns/nested");
        const Drawing privileged = Drawings::rooms(sample(false), 600, m_metrics);
        QCOMPARE(find(privileged, "ns/net").depth, 1);
    }

    void theHostsRoomsStandInTheSameRows()
    {
        const Drawing drawing = Drawings::roomsBeside(sample(), computer(), 600, m_metrics);
        for (const char *type : {"mnt", "pid", "net", "ipc", "uts", "cgroup"}) {
            const QString key = QStringLiteral("ns/%1").arg(type);
            const Shape &own = find(drawing, key), &twin = find(drawing, "host/" + key);
            QVERIFY2(own.rect.isValid() && twin.rect.isValid(), type);
            QCOMPARE(own.rect.top(), twin.rect.top());
            QVERIFY(own.rect.right() < twin.rect.left());
            QVERIFY(find(drawing, "ns/user").rect.contains(own.rect));
            QVERIFY(find(drawing, "host/ns/user").rect.contains(twin.rect));
            QCOMPARE(twin.topic, "host/" + key);
        }
        QVERIFY(find(drawing, "host/ns/pid").words().contains("312 process"));
        // The one that both are in is one room.
        const Shape &time = find(drawing, "ns/time");
        QVERIFY(!find(drawing, "host/ns/time").rect.isValid());
        QVERIFY(time.rect.left() < find(drawing, "ns/user").rect.right() &&
                time.rect.right() > find(drawing, "host/ns/user").rect.left());
        QCOMPARE(time.wall, Shape::Wall::Dashed);
        // What was made inside has nothing beside it.
        QVERIFY(find(drawing, "ns/user").rect.contains(find(drawing, "ns/pid/in/4026531841").rect));
        const Drawing privileged = Drawings::roomsBeside(sample(false), computer(), 600, m_metrics);
        QVERIFY(!find(privileged, "host/ns/user").rect.isValid());
        QCOMPARE(find(privileged, "ns/net").rect.top(), find(privileged, "host/ns/net").rect.top());
    }

    void theLayerOfTheFileLightsUp()
    {
        api::Xray xray = sample();
        xray.file = api::XrayFile{.path = "/a", .layers = {{2, "whiteout"}, {1, "file", 3, true}}};
        const Drawing drawing = Drawings::layers(xray, 400, m_metrics);
        QCOMPARE(drawing.shapes.first().key, "layer/2"); // the topmost first
        QVERIFY(!find(drawing, "layer/2").lit && find(drawing, "layer/1").lit &&
                find(drawing, "layer/0").faint);
        QCOMPARE(find(drawing, "layer/2").topic, "layer/whiteout");
    }

    void aWayEndsWhereNobodyListens()
    {
        const Drawing drawing = Drawings::ways(sample(), 900, m_metrics);
        QCOMPARE(find(drawing, "way/tcp/0.0.0.0:80/process").wall, Shape::Wall::Dashed);
        QCOMPARE(find(drawing, "way/tcp/[::]:80/rule").wall, Shape::Wall::Dashed);
        QCOMPARE(drawing.arrows.size(), 4 + 2);
    }

    void keysWalkThroughAllShapes()
    {
        Diagram diagram("rooms");
        diagram.setDraw(
            [](int width, const QFontMetrics &metrics) { return Drawings::rooms(sample(), width, metrics); });
        diagram.resize(500, diagram.heightForWidth(500));
        diagram.show();
        QVERIFY(QTest::qWaitForWindowExposed(&diagram));
        QSignalSpy chosen(&diagram, &Diagram::currentChanged);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&diagram, Qt::Key_Right);
        QCOMPARE(diagram.current(), diagram.drawing().shapes.last().key);
        QVERIFY(chosen.count() >= diagram.drawing().shapes.size());
        QTest::keyClick(&diagram, Qt::Key_Home);
        QCOMPARE(diagram.current(), "ns");
        QVERIFY(diagram.accessibleDescription().contains("Linux 6.18.44"));
        const Shape net = find(diagram.drawing(), "ns/net");
        QTest::mouseClick(&diagram, Qt::LeftButton, {}, net.rect.center().toPoint());
        QCOMPARE(diagram.current(), "ns/net");
    }
};

QTEST_MAIN(TestDrawing)
#include "tst_drawing.moc"
