#include "models/learn/lessons/lessonoffers.h"

#include "models/builds/buildoperation.h"
#include "models/client/containerfiles.h"
#include "models/client/imagecontents.h"
#include "models/client/observe.h"
#include "models/client/resources.h"
#include "models/common/shellwords.h"
#include "models/common/text.h"
#include "models/containers/runline.h"
#include "models/learn/lessons/lessonrules.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>

#include <cmath>
#include <memory>

namespace quayside::models
{

namespace
{

using Act = LessonOffer::Act;

client::Done<void> telling(const LessonOffers::Then &then)
{
    return [then](const Result<> &done) {
        then(done ? QString() : QString::fromStdString(done.error().message));
    };
}

template <typename T>
client::Done<T> tellingOf(const LessonOffers::Then &then)
{
    return [then](const Result<T> &done) {
        then(done ? QString() : QString::fromStdString(done.error().message));
    };
}

QString verbOf(Act act)
{
    switch (act) {
    case Act::Start:
        return QStringLiteral("start");
    case Act::Stop:
        return QStringLiteral("stop");
    case Act::Restart:
        return QStringLiteral("restart");
    case Act::Kill:
        return QStringLiteral("kill");
    case Act::Pause:
        return QStringLiteral("pause");
    case Act::Unpause:
        return QStringLiteral("unpause");
    case Act::Remove:
        return QStringLiteral("rm -f");
    case Act::RemoveImage:
        return QStringLiteral("rmi");
    case Act::CreateVolume:
        return QStringLiteral("volume create");
    case Act::RemoveVolume:
        return QStringLiteral("volume rm");
    case Act::CreateNetwork:
        return QStringLiteral("network create");
    case Act::RemoveNetwork:
        return QStringLiteral("network rm");
    default:
        return {};
    }
}

QString updateCommand(const LessonOffer &offer, const QString &name)
{
    QString command = QStringLiteral("docker update");
    if (offer.memory)
        command += QStringLiteral(" --memory ") + sizeOption(*offer.memory);
    if (offer.cpus)
        command += QStringLiteral(" --cpus %1").arg(*offer.cpus);
    if (offer.pids)
        command += QStringLiteral(" --pids-limit %1").arg(*offer.pids);
    return command + u' ' + name;
}

QString archiveCommand(const LessonOffer &offer, const QString &name)
{
    const QString file = QStringLiteral("docker exec %1 cat %2 | docker ").arg(name, offer.path);
    if (offer.act == Act::Load)
        return file + QStringLiteral("load");
    QString changes;
    for (const QString &change : offer.changes)
        changes += QStringLiteral("-c ") + quoteShellWord(change) + u' ';
    return file + QStringLiteral("import %1- %2").arg(changes, offer.tag);
}

} // namespace

LessonOffers::LessonOffers(EngineSession *session, const Lesson *lesson, QObject *parent)
    : QObject(parent), m_session(session), m_lesson(lesson)
{
}

QString LessonOffers::command(const Lesson &lesson, const LessonOffer &offer)
{
    if (isKeeping(offer))
        return keepingCommand(lesson, offer);
    switch (offer.act) {
    case Act::Run: {
        Result<RunOptions> options = LessonRules::readRun(offer.run);
        if (!options)
            return {};
        options->name = lesson.realName(options->name);
        return toRunLine(*options);
    }
    case Act::Update:
        return updateCommand(offer, lesson.realName(offer.container));
    case Act::Build:
        return QStringLiteral("docker build -t %1 .").arg(offer.tag);
    case Act::RemoveImage:
        return QStringLiteral("docker rmi ") + offer.name;
    case Act::Import:
    case Act::Load:
        return archiveCommand(offer, lesson.realName(offer.container));
    default:
        return QStringLiteral("docker %1 %2")
            .arg(verbOf(offer.act),
                 lesson.realName(offer.container.isEmpty() ? offer.name : offer.container));
    }
}

void LessonOffers::press(const LessonOffer &offer, const Then &then)
{
    if (offer.act == Act::Run) {
        Result<RunOptions> options = LessonRules::readRun(offer.run);
        if (!options)
            return then(QString::fromStdString(options.error().message));
        options->name = m_lesson->realName(options->name);
        return create(*options, true, then);
    }
    if (offer.act == Act::Update)
        return update(offer, then);
    if (offer.act == Act::Build)
        return build(offer, then);
    if (offer.act == Act::Import || offer.act == Act::Load)
        return fetchArchive(offer, then);
    if (isKeeping(offer))
        return keep(offer, then);
    if (offer.container.isEmpty())
        return actOnOthers(offer, then);
    act(offer, then);
}

void LessonOffers::run(const QString &words, const QString &realName, bool start, const Then &then)
{
    Result<RunOptions> options = LessonRules::readRun(words);
    if (!options)
        return then(QString::fromStdString(options.error().message));
    options->name = realName;
    create(*options, start, then);
}

void LessonOffers::create(const RunOptions &options, bool start, const Then &then)
{
    const Result<api::ContainerCreateRequest> request = toCreateRequest(options);
    if (!request)
        return then(QString::fromStdString(request.error().message));
    m_session->client()->createContainer(
        options.name.toStdString(), *request, this,
        [this, options, start, then](const Result<api::ContainerCreateResponse> &made) {
            if (!made && made.error().kind == ErrorKind::NotFound)
                then(tr("The image %1 is not here. Pull it on the page Images, then try again.")
                         .arg(options.image));
            else if (!made)
                then(QString::fromStdString(made.error().message));
            else if (start)
                m_session->client()->startContainer(made->id, this, telling(then));
            else
                then({});
        });
}

void LessonOffers::act(const LessonOffer &offer, const Then &then)
{
    client::EngineClient &client = *m_session->client();
    const std::string name = m_lesson->realName(offer.container).toStdString();
    switch (offer.act) {
    case Act::Start:
        client.startContainer(name, this, telling(then));
        break;
    case Act::Stop:
        client.stopContainer(name, {}, this, telling(then));
        break;
    case Act::Restart:
        client.restartContainer(name, {}, this, telling(then));
        break;
    case Act::Kill:
        client.killContainer(name, {}, this, telling(then));
        break;
    case Act::Pause:
        client.pauseContainer(name, this, telling(then));
        break;
    case Act::Unpause:
        client.unpauseContainer(name, this, telling(then));
        break;
    default:
        client.removeContainer(name, {.force = true, .volumes = true}, this, telling(then));
    }
}

void LessonOffers::actOnOthers(const LessonOffer &offer, const Then &then)
{
    client::EngineClient &client = *m_session->client();
    const std::string name = m_lesson->realName(offer.name).toStdString();
    if (offer.act == Act::RemoveImage)
        client.removeImage(offer.name.toStdString(), {}, this,
                           tellingOf<std::vector<api::ImageDeleteItem>>(then));
    else if (offer.act == Act::CreateVolume)
        client::createVolume(client, {.name = name}, this, tellingOf<api::Volume>(then));
    else if (offer.act == Act::RemoveVolume)
        client.removeVolume(name, false, this, telling(then));
    else if (offer.act == Act::CreateNetwork)
        client::createNetwork(client, {.name = name}, this, tellingOf<std::string>(then));
    else
        client.removeNetwork(name, this, telling(then));
}

void LessonOffers::update(const LessonOffer &offer, const Then &then)
{
    client::LimitsUpdate limits;
    limits.memory = offer.memory;
    if (offer.memory) // as much again of swap, as docker has it for a new container
        limits.memorySwap = *offer.memory == 0 ? -1 : *offer.memory * 2;
    if (offer.cpus)
        limits.nanoCpus = std::int64_t(std::llround(*offer.cpus * 100)) * 10'000'000;
    if (offer.pids)
        limits.pids = *offer.pids;
    client::updateLimits(*m_session->client(), m_lesson->realName(offer.container).toStdString(), limits,
                         this, tellingOf<std::vector<std::string>>(then));
}

// As any build: with the others behind the counter, and a record that can be looked at.
void LessonOffers::build(const LessonOffer &offer, const Then &then)
{
    const auto folder = std::make_shared<QTemporaryDir>();
    QFile file(folder->filePath(QStringLiteral("Dockerfile")));
    if (!folder->isValid() || !file.open(QIODevice::WriteOnly) || file.write(offer.dockerfile.toUtf8()) < 0)
        return then(tr("The Dockerfile cannot be written: %1").arg(file.errorString()));
    file.close();
    auto *operation = new BuildOperation(m_session->client(), m_session->credentials(),
                                         BuildWanted{.folder = folder->path(), .name = offer.tag});
    connect(operation, &Operation::finished, this, [operation, folder, then] {
        then(operation->state() == Operation::State::Succeeded ? QString() : operation->detail());
    });
    m_session->operations()->add(operation);
}

// The file comes out of the container, then goes to the engine as any archive.
void LessonOffers::fetchArchive(const LessonOffer &offer, const Then &then)
{
    const auto file = std::make_shared<QTemporaryFile>();
    if (!file->open())
        return then(tr("A temporary file cannot be written: %1").arg(file->errorString()));
    client::readFile(*m_session->client(), {.id = m_lesson->realName(offer.container).toStdString()},
                     client::codePath(offer.path.toStdString()), file.get(), this, {},
                     [this, offer, file, then](const Result<std::string> &version) {
                         if (version && file->seek(0))
                             takeArchive(offer, file, then);
                         else
                             then(version ? file->errorString()
                                          : QString::fromStdString(version.error().message));
                     });
}

void LessonOffers::takeArchive(const LessonOffer &offer, const std::shared_ptr<QTemporaryFile> &file,
                               const Then &then)
{
    client::EngineClient &client = *m_session->client();
    if (offer.act == Act::Load) {
        client.load(file.get(), this, {}, {}, [file, then](const Result<> &done) { telling(then)(done); });
        return;
    }
    client::EngineClient::Import wanted{.repository = offer.tag.section(u':', 0, 0).toStdString(),
                                        .tag = offer.tag.section(u':', 1).toStdString()};
    for (const QString &change : offer.changes)
        wanted.changes.push_back(change.toStdString());
    client.importImage(file.get(), wanted, this, {}, {},
                       [file, then](const Result<std::string> &id) { tellingOf<std::string>(then)(id); });
}

} // namespace quayside::models
