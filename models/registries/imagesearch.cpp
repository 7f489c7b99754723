#include "models/registries/imagesearch.h"

#include "models/registries/imagename.h"

namespace quayside::models
{

ImageSearch::ImageSearch(client::EngineClient *client, CredentialStore *credentials, QObject *parent)
    : QAbstractListModel(parent), m_client(client), m_credentials(credentials)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &ImageSearch::search);
}

void ImageSearch::setTerm(const QString &term)
{
    const QString trimmed = term.trimmed();
    if (trimmed == m_term)
        return;
    m_term = trimmed;
    ++m_generation;
    m_call.cancel();
    if (m_term.isEmpty()) {
        m_timer.stop();
        show({});
        setState(State::Nothing);
        return;
    }
    m_timer.start();
    setState(State::Searching);
}

void ImageSearch::search()
{
    const QString registry = parseImageName(m_term).registry;
    if (registry == dockerHub || !m_credentials->loginOf(registry).exists()) { // Hub's search takes no login
        ask({});
        return;
    }
    m_credentials->find(registry, this,
                        [this, registry, generation = m_generation](const Result<Credential> &found) {
                            if (generation == m_generation)
                                ask(found ? authHeader(*found, registry) : std::string());
                        });
}

void ImageSearch::ask(const std::string &auth)
{
    m_call =
        client::searchImages(*m_client, m_term.toStdString(), most, auth, this,
                             [this](const Result<std::vector<api::ImageSearchItem>> &items) {
                                 if (!items) {
                                     show({});
                                     setState(State::Failed, QString::fromStdString(items.error().message));
                                     return;
                                 }
                                 QList<FoundImage> found;
                                 for (const api::ImageSearchItem &item : *items)
                                     found.append({QString::fromStdString(item.name),
                                                   QString::fromStdString(item.description).simplified(),
                                                   item.starCount, item.isOfficial});
                                 show(found);
                                 setState(State::Done);
                             });
}

void ImageSearch::show(QList<FoundImage> found)
{
    beginResetModel();
    m_found = std::move(found);
    endResetModel();
}

void ImageSearch::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    emit stateChanged();
}

int ImageSearch::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant ImageSearch::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FoundImage &image = m_found[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return image.name;
    case Qt::ToolTipRole:
    case DescriptionRole:
        return image.description;
    case StarsRole:
        return image.stars;
    case OfficialRole:
        return image.official;
    case Qt::AccessibleTextRole:
        return tr("%1, %2 stars. %3", "image, number, description")
            .arg(image.name)
            .arg(image.stars)
            .arg(image.description);
    default:
        return {};
    }
}

} // namespace quayside::models
