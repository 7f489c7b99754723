#include "models/registries/sametags.h"

#include "models/registries/imagename.h"

namespace quayside::models
{

void SameTags::find(client::EngineClient *client, CredentialStore *credentials, const QString &repository,
                    const QString &tag, const QStringList &others, QObject *context, client::Done<Found> done)
{
    auto *search = new SameTags(client, repository, tag, others, context, std::move(done));
    const QString registry = parseImageName(repository).registry;
    credentials->find(registry, search, [search, registry](const Result<Credential> &found) {
        if (found)
            search->begin(authHeader(*found, registry));
        else
            search->end(std::unexpected(found.error()));
    });
}

SameTags::SameTags(client::EngineClient *client, const QString &repository, const QString &tag,
                   const QStringList &others, QObject *context, client::Done<Found> done)
    : QObject(context), m_client(client), m_repository(repository), m_tag(tag), m_left(others),
      m_done(std::move(done))
{
    m_left.removeAll(tag);
    if (m_left.size() > most) {
        m_left.resize(most);
        m_found.allSeen = false;
    }
}

void SameTags::begin(const std::string &auth)
{
    m_auth = auth;
    const std::string image = (m_repository + u':' + m_tag).toStdString();
    client::inspectDistribution(*m_client, image, m_auth, this,
                                [this](const Result<api::DistributionInspect> &found) {
                                    if (!found)
                                        return end(std::unexpected(found.error()));
                                    m_found.digest = QString::fromStdString(found->descriptor.digest);
                                    m_found.tags = {m_tag};
                                    for (int i = 0; i < atOnce; ++i)
                                        next();
                                });
}

void SameTags::next()
{
    if (m_left.isEmpty()) {
        if (m_running == 0)
            end(m_found);
        return;
    }
    ++m_running;
    const QString tag = m_left.takeFirst();
    const std::string image = (m_repository + u':' + tag).toStdString();
    client::inspectDistribution(
        *m_client, image, m_auth, this, [this, tag](const Result<api::DistributionInspect> &found) {
            --m_running;
            if (!found && found.error().kind != ErrorKind::NotFound)
                m_found.allSeen = false;
            if (found && QString::fromStdString(found->descriptor.digest) == m_found.digest)
                m_found.tags.append(tag);
            next();
        });
}

void SameTags::end(Result<Found> result)
{
    if (!m_done)
        return;
    deleteLater();
    const auto done = std::exchange(m_done, nullptr); // it may delete the context, and this with it
    done(std::move(result));
}

} // namespace quayside::models
