// What completion asks for, from the engine of the window and from the context on this computer.
#pragma once

#include "models/dockerfile/context/contexttree.h"
#include "models/dockerfile/language/sources.h"
#include "models/dockerfile/sources/placeimages.h"
#include "models/registries/registrynames.h"
#include "models/system/enginesession.h"

#include <QHash>
#include <QString>

#include <optional>

namespace quayside::models
{

// Answers of the engine are kept until its images change; the context's are the tree's, which keeps up with the
// disk itself. Other engines than ours know images and their configuration, no tags and no files.
class EngineSources : public language::CompletionSources
{
    Q_OBJECT

public:
    // Both must outlive it. context: may be null: there is none.
    EngineSources(EngineSession *session, const ContextTree *context, QObject *parent = nullptr);

    Known<std::vector<language::ImageFact>> images() override;
    Known<language::ImageFact> image(const std::string &reference) override;
    Known<QStringList> tags(const std::string &repository) override;
    Known<std::vector<language::PathEntry>> contextFolder(const std::string &folder) override;
    Known<std::vector<language::PathEntry>> imageFolder(const std::string &reference,
                                                        const std::string &folder) override;
    Known<std::vector<language::PathEntry>> placeFolder(const language::FileSystemPlace &place,
                                                        const std::string &folder) override;

private:
    using Entries = std::vector<language::PathEntry>;

    void forgetEngine();
    void askImage(const QString &reference);
    void askFolder(const QString &key, const std::string &reference, const std::string &folder);
    void onTags();

    EngineSession *m_session;
    PlaceImages m_places;
    RegistryNames m_names;
    const ContextTree *m_context;
    QHash<QString, std::optional<language::ImageFact>> m_images; // nullopt: asked
    QHash<QString, QStringList> m_tags;
    QHash<QString, std::optional<Entries>> m_folders;
};

} // namespace quayside::models
