#include "models/dockerfile/sources/enginesources.h"

#include "engine/base/pathparts.h"
#include "models/client/imagecontents.h"
#include "models/common/text.h"

#include <algorithm>
#include <deque>
#include <span>

namespace quayside::models
{
namespace
{

using language::ImageFact;
using language::PathEntry;

constexpr qsizetype mostFolders = 200; // that are kept

// "NAME=value" of an image's configuration.
dockerfile::Environment environmentOf(const std::vector<std::string> &variables)
{
    dockerfile::Environment result;
    for (const auto &variable : variables) {
        const auto sign = variable.find('=');
        if (sign != std::string::npos)
            result.insert_or_assign(variable.substr(0, sign), variable.substr(sign + 1));
    }
    return result;
}

std::vector<PathEntry> entriesOf(const api::ImageFolder &folder)
{
    std::vector<PathEntry> result;
    for (const auto &entry : folder.entries)
        if (entry.change != "removed" && entry.encoded.empty())
            result.push_back({entry.name, entry.type == "folder"});
    return result;
}

ImageFact factOf(const QString &reference, const api::ImageInspect &image)
{
    ImageFact fact{.name = reference,
                   .size = image.size,
                   .created = Text::secondsOf(image.created),
                   .platform = {},
                   .environment = {}};
    fact.created =
        QDateTime::fromString(QString::fromStdString(image.created), Qt::ISODateWithMs).toSecsSinceEpoch();
    fact.platform = QString::fromStdString(image.os + '/' + image.architecture);
    if (!image.variant.empty())
        fact.platform += u'/' + QString::fromStdString(image.variant);
    fact.environment = environmentOf(image.config.env);
    return fact;
}

} // namespace

EngineSources::EngineSources(EngineSession *session, const ContextTree *context, QObject *parent)
    : CompletionSources(parent), m_session(session), m_places(session),
      m_names(session->client(), session->credentials()), m_context(context)
{
    if (context != nullptr)
        connect(context, &ContextTree::looked, this, &EngineSources::arrived);
    connect(&m_places, &PlaceImages::resolved, this, &EngineSources::arrived);
    connect(&m_names, &RegistryNames::stateChanged, this, &EngineSources::onTags);
    connect(session, &EngineSession::imagesListed, this, [this] {
        m_images.clear();
        m_folders.clear();
        emit arrived();
    });
    connect(session->builds(), &Builds::listed, this, [this] { m_places.forget(); });
    connect(session, &EngineSession::engineSwitched, this, &EngineSources::forgetEngine);
}

void EngineSources::forgetEngine()
{
    m_images.clear();
    m_tags.clear();
    m_folders.clear();
    m_names.clear();
    m_places.forget();
}

EngineSources::Known<std::vector<ImageFact>> EngineSources::images()
{
    if (!m_session->imagesLoaded() && m_session->state() == EngineSession::State::Connecting)
        return std::nullopt;
    std::vector<ImageFact> result;
    for (const ImageRow &row : m_session->images()->rows())
        if (row.hasName())
            result.push_back({.name = row.reference(), .size = row.size, .created = row.created});
    return result;
}

EngineSources::Known<ImageFact> EngineSources::image(const std::string &reference)
{
    const auto key = QString::fromStdString(reference);
    if (m_session->state() != EngineSession::State::Connected || reference.empty() || reference == "scratch")
        return ImageFact{};
    const auto found = m_images.constFind(key);
    if (found != m_images.cend())
        return *found;
    m_images.insert(key, std::nullopt);
    askImage(key);
    return std::nullopt;
}

void EngineSources::askImage(const QString &reference)
{
    m_session->client()->inspectImage(
        reference.toStdString(), this, [this, reference](const Result<api::ImageInspect> &image) {
            m_images.insert(reference, image ? factOf(reference, *image) : ImageFact{});
            emit arrived();
        });
}

EngineSources::Known<QStringList> EngineSources::tags(const std::string &repository)
{
    const auto name = QString::fromStdString(repository);
    if (!m_session->registries()->isSupported())
        return QStringList();
    if (const auto found = m_tags.constFind(name); found != m_tags.cend())
        return *found;
    if (m_names.subject() != name || m_names.state() != RegistryNames::State::Loading)
        m_names.showTags(name);
    return std::nullopt;
}

void EngineSources::onTags()
{
    if (m_names.state() != RegistryNames::State::Loaded && m_names.state() != RegistryNames::State::Failed)
        return;
    m_tags.insert(m_names.subject(), m_names.names()); // of one that failed: what there is, and no second try
    emit arrived();
}

EngineSources::Known<std::vector<PathEntry>> EngineSources::contextFolder(const std::string &folder)
{
    if (m_context == nullptr || m_context->folder().isEmpty())
        return std::vector<PathEntry>();
    const auto &entries = m_context->contents().entries;
    if (entries.empty())
        return m_context->isLoading() ? std::nullopt : std::optional(std::vector<PathEntry>());
    const auto childrenOf = [&](const ContextEntry &entry) {
        return std::span(entries).subspan(entry.firstChild, entry.childCount);
    };
    const auto *found = &entries.front();
    std::deque<std::string> parts;
    splitInto(parts, folder);
    for (const auto &part : parts) {
        const auto children = childrenOf(*found);
        const auto child = std::ranges::find(children, part, &ContextEntry::name);
        if (child == children.end())
            return std::vector<PathEntry>();
        found = &*child;
    }
    std::vector<PathEntry> result;
    for (const auto &child : childrenOf(*found))
        if (child.state != ContextEntry::State::Excluded && child.kind != ContextEntry::Kind::Socket)
            result.push_back({child.name, child.kind == ContextEntry::Kind::Folder});
    return result;
}

EngineSources::Known<std::vector<PathEntry>> EngineSources::imageFolder(const std::string &reference,
                                                                        const std::string &folder)
{
    if (!m_session->hasFeature(QStringLiteral("layer-explorer")) || reference.empty() ||
        reference == "scratch")
        return std::vector<PathEntry>();
    const auto key = QString::fromStdString(reference + '\n' + folder);
    if (const auto found = m_folders.constFind(key); found != m_folders.cend())
        return *found;
    if (m_folders.size() > mostFolders)
        m_folders.clear();
    m_folders.insert(key, std::nullopt);
    askFolder(key, reference, folder);
    return std::nullopt;
}

void EngineSources::askFolder(const QString &key, const std::string &reference, const std::string &folder)
{
    client::imageFolder(*m_session->client(), reference, std::nullopt, client::codePath('/' + folder), this,
                        [this, key](const Result<api::ImageFolder> &answer) {
                            // What is not here, or no folder, has nothing in it.
                            m_folders.insert(key, answer ? entriesOf(*answer) : Entries());
                            emit arrived();
                        });
}

EngineSources::Known<std::vector<PathEntry>>
EngineSources::placeFolder(const language::FileSystemPlace &place, const std::string &folder)
{
    const auto image = m_places.imageOf(place);
    return image ? imageFolder(*image, folder) : std::nullopt;
}

} // namespace quayside::models
