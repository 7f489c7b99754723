// What filter lines offer: every value that a list names leads to a row of it.
#include "models/builds/buildmodel.h"
#include "models/containers/containermodel.h"
#include "models/images/imagemodel.h"
#include "models/images/packagemodel.h"
#include "models/networks/networkmodel.h"
#include "models/registries/registrymodel.h"
#include "models/system/eventmodel.h"
#include "models/volumes/volumemodel.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

// Terms that are offered and lead to no row, and keys of which nothing is offered. words: keys whose values
// are always the same, whatever the rows are.
template <typename Model>
QStringList useless(const Model &model, const QStringList &words)
{
    QStringList found;
    for (const QString &key : Model::filterKeys()) {
        const QStringList values = model.filterValues(key);
        if (values.isEmpty())
            found.append(key);
        for (const QString &value : values) {
            bool holds = words.contains(key);
            for (int row = 0; row < model.rowCount(); ++row)
                holds = holds || model.holds(row, {.key = key, .value = value});
            if (!holds)
                found.append(key + u':' + value);
        }
    }
    return found;
}

ContainerRow container(const QString &id, const QString &name, int port)
{
    ContainerRow row;
    row.id = id.repeated(64);
    row.name = name;
    row.image = QStringLiteral("busybox:1");
    row.ports = {{QStringLiteral("0.0.0.0"), port, 80, QStringLiteral("tcp")}};
    row.labels = {{QStringLiteral("com.docker.compose.project"), QStringLiteral("shop")}};
    row.volumes = {{QStringLiteral("photos"), QStringLiteral("/photos"), false},
                   {QString(64, u'f'), QStringLiteral("/data"), true}};
    row.networkNames = {QStringLiteral("bridge")};
    return row;
}

} // namespace

class tst_FilterValues : public QObject
{
    Q_OBJECT

private slots:
    void containers()
    {
        ContainerModel model;
        model.sync({container("a", "web", 8080), container("b", "db", 900)});
        QCOMPARE(useless(model, {"status", "health"}), QStringList());
        QCOMPARE(model.filterValues("name"), QStringList({"db", "web"}));
        QCOMPARE(model.filterValues("port"), QStringList({"80", "900", "8080"}));
        QCOMPARE(model.filterValues("volume"), QStringList("photos")); // nobody types 64 digits
        QCOMPARE(model.filterValues("nothing"), QStringList());
    }

    void images()
    {
        ImageModel model;
        ImageRow image;
        image.id = "sha256:" + QString(64, u'c');
        image.repository = "localhost:5000/a/b";
        image.tag = "7";
        image.labels = {{"team", "a b"}};
        model.sync({image});
        QCOMPARE(useless(model, {"used"}), QStringList());
        QCOMPARE(model.filterValues("label"), QStringList({"team", "team=a b"}));
    }

    void packages()
    {
        PackageModel model;
        PackageRow package;
        package.name = "libc6";
        package.version = "2.41";
        package.architecture = "amd64";
        package.source = "glibc";
        package.database = "dpkg";
        model.sync({package});
        QCOMPARE(useless(model, {}), QStringList());
    }

    void networksAndVolumes()
    {
        NetworkModel networks;
        NetworkRow network;
        network.id = QString(64, u'd');
        network.name = "shop";
        network.driver = "bridge";
        network.subnets = {"10.9.0.0/24", "fd00::/64"};
        network.labels = {{"team", "a"}};
        networks.sync({network});
        QCOMPARE(useless(networks, {"used"}), QStringList());
        VolumeModel volumes;
        VolumeRow volume, nameless;
        volume.name = "photos";
        nameless.name = QString(64, u'e');
        nameless.anonymous = true;
        volume.driver = nameless.driver = "local";
        volume.labels = {{"team", ""}};
        volumes.sync({volume, nameless});
        QCOMPARE(useless(volumes, {"used", "anonymous"}), QStringList());
        QCOMPARE(volumes.filterValues("name"), QStringList("photos"));
    }

    void buildsAndRegistries()
    {
        BuildModel builds;
        BuildRow build;
        build.id = QString(64, u'1');
        build.tags = {"shop/web:1", "shop/web:latest"};
        build.target = "final";
        builds.sync({build});
        QCOMPARE(useless(builds, {"state"}), QStringList());
        RegistryModel registries;
        RegistryRow registry;
        registry.registry = "docker.io";
        registries.sync({registry});
        QCOMPARE(useless(registries, {"login"}), QStringList());
    }

    void events()
    {
        EventModel model;
        EventRow event;
        event.kind = "container";
        event.action = "exec_start: sh -c true";
        event.id = QString(64, u'2');
        event.name = "web";
        model.append({event});
        QCOMPARE(useless(model, {}),
                 QStringList("id")); // of everything that ever was: too many to choose from
        QCOMPARE(model.filterValues("action"), QStringList("exec_start"));
    }
};

QTEST_GUILESS_MAIN(tst_FilterValues)
#include "tst_filtervalues.moc"
