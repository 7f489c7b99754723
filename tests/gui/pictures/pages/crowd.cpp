#include "tests/gui/pictures/pages/crowd.h"

#include "app/screenplay.h"
#include "models/builds/buildoperation.h"
#include "models/client/resources.h"
#include "models/containers/runoperation.h"
#include "tests/gui/pictures/samples.h"

#include <algorithm>
#include <cstdio>

namespace quayside::pictures
{

using app::aSecond;
using app::waitUntil;

namespace
{

constexpr int atOnce = 8;

const QStringList &names()
{
    static const QStringList all{QStringLiteral("api"),     QStringLiteral("worker"),
                                 QStringLiteral("mailer"),  QStringLiteral("search"),
                                 QStringLiteral("billing"), QStringLiteral("cache"),
                                 QStringLiteral("queue"),   QStringLiteral("metrics")};
    return all;
}

// "billing-0012", now and then one that is too long for any column.
std::string nameOf(int number)
{
    const QString name = names().at(number % names().size());
    if (number % 50 == 7)
        return QStringLiteral("%1-of-the-department-with-the-longest-name-of-all-%2")
            .arg(name)
            .arg(number)
            .toStdString();
    return QStringLiteral("%1-%2").arg(name).arg(number, 4, 10, QLatin1Char('0')).toStdString();
}

} // namespace

Crowd::Crowd(models::EngineSession *session, QString folder) : m_session(session), m_folder(std::move(folder))
{
}

bool Crowd::each(int from, int to, const char *what, const Begin &begin)
{
    int next = from, running = 0;
    bool good = true;
    std::function<void()> go = [&] {
        while (running < atOnce && next < to && good) {
            ++running;
            begin(next++, [&](bool done) {
                --running;
                good = good && done;
                go();
            });
        }
    };
    go();
    const bool ended = waitUntil([&] { return running == 0 && (next == to || !good); }, 600 * aSecond);
    if (!ended || !good)
        std::fprintf(stderr, "not all %s came to be\n", what);
    return ended && good;
}

bool Crowd::makeContainers()
{
    struct Sample {
        QString name;
        QStringList command;
        models::ContainerState end;
    };
    using State = models::ContainerState;
    const QList<Sample> samples{
        {QStringLiteral("shop"),
         {"sh", "-c",
          "echo listening on 80; i=0; while i=$((i+1)); do echo \"GET /cart/$i 200\"; sleep 0.2; done & "
          "httpd -f -p 80"},
         State::Running},
        {QStringLiteral("import"),
         {"sh", "-c", "echo reading orders; echo orders.csv: no such file >&2; exit 2"},
         State::Failed},
        {QStringLiteral("migrate"), {"sh", "-c", "echo 12 tables changed"}, State::Exited}};
    for (const Sample &sample : samples) {
        models::RunOptions options;
        options.image = QStringLiteral("busybox:latest");
        options.name = sample.name;
        options.command = sample.command;
        options.init = true;
        if (sample.end == State::Running) {
            options.ports = {{QStringLiteral("127.0.0.1"), QString::number(app::freePort(4000)),
                              QStringLiteral("80"), QStringLiteral("tcp")}};
            options.network = QStringLiteral("backend");
            models::MountOption mount;
            mount.kind = models::MountOption::Kind::Volume;
            mount.source = QStringLiteral("orders");
            mount.target = QStringLiteral("/data");
            options.mounts = {mount};
        }
        auto *operation =
            new models::RunOperation(m_session->client(), m_session->credentials(), options, true, m_session);
        const auto there = [&] {
            for (const models::ContainerRow &row : m_session->containers()->rows()) {
                if (row.name == sample.name)
                    return row.state == sample.end;
            }
            return false;
        };
        if (!waitUntil([&] { return !operation->isRunning() && there(); }, 30 * aSecond)) {
            std::fprintf(stderr, "%s: %s\n", qPrintable(sample.name), qPrintable(operation->detail()));
            return false;
        }
    }
    return true;
}

bool Crowd::build(const QString &name, const QString &text)
{
    models::BuildWanted wanted;
    wanted.folder = m_folder + u'/' + name.section(u':', 0, 0);
    wanted.name = name;
    writeFile(wanted.folder + QStringLiteral("/Dockerfile"), text.toUtf8());
    models::BuildOperation operation(m_session->client(), m_session->credentials(), wanted);
    return waitUntil([&] { return !operation.isRunning(); }, 60 * aSecond);
}

bool Crowd::makeFew()
{
    client::EngineClient &engine = *m_session->client();
    const auto network = [&](int number, const std::function<void(bool)> &done) {
        const client::NewNetwork wanted{.name = number == 0   ? "backend"
                                                : number == 1 ? "frontend"
                                                              : "metrics"};
        client::createNetwork(engine, wanted, m_session,
                              [done](const auto &made) { done(made.has_value()); });
    };
    const auto volume = [&](int number, const std::function<void(bool)> &done) {
        const api::VolumeCreateOptions wanted{.name = number == 0   ? "orders"
                                                      : number == 1 ? "photos"
                                                                    : "settings"};
        client::createVolume(engine, wanted, m_session, [done](const auto &made) { done(made.has_value()); });
    };
    const QString dockerfile = QStringLiteral("FROM busybox\nRUN mkdir -p /srv/app && date > /srv/app/built\n"
                                              "CMD [\"httpd\", \"-f\", \"-h\", \"/srv/app\"]\n");
    for (const QString &registry : {QStringLiteral("localhost:5000"), QStringLiteral("registry.example.org")})
        (void)m_session->registries()->add(registry);
    return each(0, 3, "networks", network) && each(0, 3, "volumes", volume) && makeContainers() &&
           build(QStringLiteral("shop/web:1"), dockerfile) &&
           build(QStringLiteral("shop/web:2"), dockerfile + QStringLiteral("ENV MODE=shop\n")) &&
           build(QStringLiteral("shop/broken:1"), QStringLiteral("FROM busybox\nRUN make everything\n"));
}

bool Crowd::makeMany(int count)
{
    client::EngineClient &engine = *m_session->client();
    const auto container = [&](int number, const std::function<void(bool)> &done) {
        api::ContainerCreateRequest request;
        request.image = "busybox:latest";
        request.cmd = std::vector<std::string>{"sleep", "1000"};
        engine.createContainer(nameOf(number), request, m_session,
                               [done](const auto &made) { done(made.has_value()); });
    };
    const auto image = [&](int number, const std::function<void(bool)> &done) {
        engine.tagImage("busybox:latest", "registry.example.org/shop/" + nameOf(number),
                        "1." + std::to_string(number), m_session,
                        [done](const auto &made) { done(made.has_value()); });
    };
    const auto network = [&](int number, const std::function<void(bool)> &done) {
        // The engine's own pools have room for about five hundred.
        const client::NewNetwork wanted{.name = nameOf(number),
                                        .subnet = "10." + std::to_string(96 + number / 256) + '.' +
                                                  std::to_string(number % 256) + ".0/24"};
        client::createNetwork(engine, wanted, m_session,
                              [done](const auto &made) { done(made.has_value()); });
    };
    const auto volume = [&](int number, const std::function<void(bool)> &done) {
        const api::VolumeCreateOptions wanted{.name = nameOf(number)};
        client::createVolume(engine, wanted, m_session, [done](const auto &made) { done(made.has_value()); });
    };
    for (int number = 3; number < 100; ++number) {
        if (!build(QStringLiteral("shop/web:%1").arg(number),
                   QStringLiteral("FROM busybox\nENV RELEASE=%1\nCMD [\"true\"]\n").arg(number)))
            return false;
    }
    for (int number = 2; number < count; ++number)
        (void)m_session->registries()->add(
            QStringLiteral("r%1.example.org").arg(number, 4, 10, QLatin1Char('0')));
    return each(3, count, "containers", container) && each(3, count, "images", image) &&
           each(3, count, "networks", network) && each(3, count, "volumes", volume);
}

} // namespace quayside::pictures
