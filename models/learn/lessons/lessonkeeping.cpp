// What the buttons of a lesson do with images as a whole, with what a container has in memory, and with who
// may use it.
#include "models/learn/lessons/lessonoffers.h"

#include "models/client/checkpoints.h"
#include "models/client/delegates.h"
#include "models/client/files.h"
#include "models/common/shellwords.h"

#include <QTemporaryFile>

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

using Deed = LessonOffer::Act;

constexpr const char *checkpointName = "lesson";

// The file stays where it is until the engine is done with it.
template <typename T>
client::Done<T> ending(const LessonOffers::Then &then, std::shared_ptr<QTemporaryFile> file = {})
{
    return [then, file = std::move(file)](const Result<T> &done) {
        then(done ? QString() : QString::fromStdString(done.error().message));
    };
}

std::string repositoryOf(const QString &name)
{
    return name.section(u':', 0, 0).toStdString();
}

std::string tagOf(const QString &name)
{
    return name.contains(u':') ? name.section(u':', 1).toStdString() : "latest";
}

QString archiveName(const QString &image)
{
    return QString(image).replace(u':', u'-') + QStringLiteral(".tar");
}

api::Delegates delegatesOf(const LessonOffer &offer)
{
    api::Delegates wanted;
    for (const QString &user : offer.users)
        wanted.users.push_back(user.toStdString());
    return wanted;
}

} // namespace

bool LessonOffers::isKeeping(const LessonOffer &offer)
{
    constexpr std::array keeping{Deed::HandOver,  Deed::Commit,     Deed::Tag, Deed::Save,
                                 Deed::LoadSaved, Deed::Checkpoint, Deed::Move};
    return std::ranges::find(keeping, offer.act) != keeping.end();
}

QString LessonOffers::keepingCommand(const Lesson &lesson, const LessonOffer &offer)
{
    const QString container = lesson.realName(offer.container);
    switch (offer.act) {
    case Deed::HandOver: // no command of docker's
        return QStringLiteral("curl -X PUT --unix-socket /run/quayside/engine.sock -d %1 "
                              "http://localhost/quayside/containers/%2/delegates")
            .arg(quoteShellWord(QString::fromStdString(api::encode(delegatesOf(offer)))), container);
    case Deed::Commit:
        return QStringLiteral("docker commit %1 %2").arg(container, offer.tag);
    case Deed::Tag:
        return QStringLiteral("docker tag %1 %2").arg(offer.name, offer.tag);
    case Deed::Save:
        return QStringLiteral("docker save -o %1 %2").arg(archiveName(offer.name), offer.name);
    case Deed::Checkpoint:
        return QStringLiteral("docker checkpoint create %1 %2")
            .arg(container, QLatin1StringView(checkpointName));
    case Deed::Move: // no command of docker's
        return QStringLiteral("curl -X POST --unix-socket /run/quayside/engine.sock "
                              "'http://localhost/quayside/containers/%1/move?checkpoint=%2&name=%3'")
            .arg(container, QLatin1StringView(checkpointName), lesson.realName(offer.name));
    default:
        return QStringLiteral("docker load -i %1").arg(archiveName(offer.name));
    }
}

void LessonOffers::keep(const LessonOffer &offer, const Then &then)
{
    client::EngineClient &client = *m_session->client();
    switch (offer.act) {
    case Deed::HandOver:
        client::setDelegates(client, m_lesson->realName(offer.container).toStdString(), delegatesOf(offer),
                             this, ending<api::Delegates>(then));
        break;
    case Deed::Commit:
        commit(offer, then);
        break;
    case Deed::Tag:
        client.tagImage(offer.name.toStdString(), repositoryOf(offer.tag), tagOf(offer.tag), this,
                        ending<void>(then));
        break;
    case Deed::Save:
        save(offer, then);
        break;
    case Deed::Checkpoint:
        client::createCheckpoint(client, m_lesson->realName(offer.container).toStdString(),
                                 {.checkpointID = checkpointName, .checkpointDir = {}, .exit = true}, this, ending<void>(then));
        break;
    case Deed::Move:
        client::moveContainer(client, m_lesson->realName(offer.container).toStdString(), checkpointName,
                              m_lesson->realName(offer.name).toStdString(), this,
                              ending<api::IDResponse>(then));
        break;
    default:
        loadSaved(offer, then);
    }
}

void LessonOffers::commit(const LessonOffer &offer, const Then &then)
{
    client::Commit wanted{.container = m_lesson->realName(offer.container).toStdString(),
                          .repository = repositoryOf(offer.tag),
                          .tag = tagOf(offer.tag)};
    for (const QString &change : offer.changes)
        wanted.changes.push_back(change.toStdString());
    client::commit(*m_session->client(), wanted, this, ending<std::string>(then));
}

void LessonOffers::save(const LessonOffer &offer, const Then &then)
{
    const auto file = std::make_shared<QTemporaryFile>();
    if (!file->open())
        return then(tr("A temporary file cannot be written: %1").arg(file->errorString()));
    m_session->client()->save({offer.name.toStdString()}, file.get(), this, {},
                              [this, name = offer.name, file, then](const Result<> &done) {
                                  if (done)
                                      m_saved.insert(name, file);
                                  ending<void>(then)(done);
                              });
}

void LessonOffers::loadSaved(const LessonOffer &offer, const Then &then)
{
    const auto file = m_saved.value(offer.name);
    if (file == nullptr)
        return then(tr("%1 was not saved to a file yet.").arg(offer.name));
    if (!file->seek(0))
        return then(file->errorString());
    m_session->client()->load(file.get(), this, {}, {}, ending<void>(then, file));
}

} // namespace quayside::models
