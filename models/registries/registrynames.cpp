#include "models/registries/registrynames.h"

#include "models/registries/imagename.h"

#include <QSet>

namespace quayside::models
{

RegistryNames::RegistryNames(client::EngineClient *client, CredentialStore *credentials, QObject *parent)
    : QAbstractListModel(parent), m_client(client), m_credentials(credentials)
{
}

void RegistryNames::showRepositories(const QString &registry)
{
    start(registry, registry, false);
}

void RegistryNames::showTags(const QString &image)
{
    start(image, parseImageName(image).registry, true);
}

void RegistryNames::clear()
{
    ++m_generation;
    m_call.cancel();
    beginResetModel();
    m_names.clear();
    endResetModel();
    m_next.clear();
    m_subject.clear();
    setState(State::Nothing);
}

void RegistryNames::start(const QString &subject, const QString &registry, bool tags)
{
    clear();
    m_subject = subject;
    m_tags = tags;
    m_loginProblem.clear();
    setState(State::Loading);
    m_credentials->find(registry, this,
                        [this, registry, generation = m_generation](const Result<Credential> &found) {
                            if (generation != m_generation)
                                return;
                            if (!found) // what is public can be seen without
                                m_loginProblem = QString::fromStdString(found.error().message);
                            m_auth = authHeader(found.value_or(Credential()), registry);
                            fetchPage();
                        });
}

void RegistryNames::fetchPage()
{
    const client::Page page{.last = m_next};
    const std::string subject = m_subject.toStdString();
    using Names = std::pair<std::vector<std::string>, std::string>;
    if (m_tags)
        m_call = client::listTags(
            *m_client, subject, page, m_auth, this, [this](const Result<api::TagList> &list) {
                onPage(list ? Result<Names>(Names(list->tags, list->next)) : std::unexpected(list.error()));
            });
    else
        m_call = client::listRepositories(
            *m_client, subject, page, m_auth, this, [this](const Result<api::RepositoryList> &list) {
                onPage(list ? Result<Names>(Names(list->repositories, list->next))
                            : std::unexpected(list.error()));
            });
}

void RegistryNames::onPage(const Result<std::pair<std::vector<std::string>, std::string>> &page)
{
    m_call = {};
    if (!page) {
        const QString sentence = QString::fromStdString(page.error().message);
        setState(State::Failed,
                 m_loginProblem.isEmpty() ? sentence : sentence + QStringLiteral(". ") + m_loginProblem);
        return;
    }
    const QSet<QString> known(m_names.begin(), m_names.end());
    QStringList fresh;
    for (const std::string &name : page->first) {
        const QString text = QString::fromStdString(name);
        if (!known.contains(text))
            fresh.append(text);
    }
    if (!fresh.isEmpty()) {
        beginInsertRows({}, int(m_names.size()), int(m_names.size() + fresh.size()) - 1);
        m_names += fresh;
        endInsertRows();
    }
    m_next = fresh.isEmpty() ? std::string()
                             : page->second; // a registry that repeats itself does not go on for ever
    if (!m_next.empty() && m_names.size() < enough)
        fetchPage();
    else
        setState(State::Loaded);
}

void RegistryNames::remove(const QString &name)
{
    const qsizetype at = m_names.indexOf(name);
    if (at < 0)
        return;
    beginRemoveRows({}, int(at), int(at));
    m_names.removeAt(at);
    endRemoveRows();
    emit stateChanged();
}

void RegistryNames::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

int RegistryNames::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_names.size());
}

QVariant RegistryNames::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    return role == Qt::DisplayRole || role == Qt::ToolTipRole ? QVariant(m_names[index.row()]) : QVariant();
}

bool RegistryNames::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && hasMore() && !m_call.active() && m_state == State::Loaded;
}

void RegistryNames::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_state = State::Loading;
    fetchPage();
}

} // namespace quayside::models
