// What is wrong with a Dockerfile while it is being typed.
#pragma once

#include "engine/dockerfile/ignore/patterns.h"
#include "engine/dockerfile/linter/linter.h"
#include "models/dockerfile/document.h"
#include "models/dockerfile/language/sources.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <map>
#include <vector>

namespace quayside::models::language
{

// Errors of the parser and findings of the linter, of the document's present text. They are made once the
// event that changed the text is over, for several changes at once; a typed key has its answer before the
// next frame (tests/bench/editor measures it).
class Diagnostics : public QObject
{
    Q_OBJECT

public:
    // document: must outlive it. sources: may be null, else too; what it says of base images lets
    // UndefinedVar and InvalidBaseImagePlatform judge.
    explicit Diagnostics(DockerfileDocument *document, CompletionSources *sources, QObject *parent = nullptr);

    // In the order of their places, each thing once: where the two families of rules say the same, BuildKit's
    // stands for both.
    [[nodiscard]] const std::vector<dockerfile::Finding> &findings() const { return m_findings; }
    // Of the text that they are about.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    [[nodiscard]] bool isCurrent() const { return m_revision == m_document->snapshot()->revision; }
    [[nodiscard]] std::vector<const dockerfile::Finding *> findingsAt(dockerfile::Position position) const;

    void setIgnore(const dockerfile::IgnorePatterns &ignore);    // of the context: CopyIgnoredFile
    void setArguments(const dockerfile::Environment &arguments); // --build-arg
    void setPlatform(const std::string &platform);               // that is built for; empty: not known
    void setHadolint(bool on);                                   // also its rules; they are on

    void update(); // now, where it is not current

signals:
    void changed(); // findings() are those of another text, or others

private:
    void refresh();
    std::optional<dockerfile::ImageFacts> factsOf(const std::string &reference);

    DockerfileDocument *m_document;
    CompletionSources *m_sources;
    dockerfile::LintMemory m_memory;
    dockerfile::LintOptions m_options;
    dockerfile::IgnorePatterns m_ignore;
    std::vector<dockerfile::Finding> m_findings;
    quint64 m_revision = 0;
    bool m_waits = false; // for sources
    QTimer m_soon;
};

// A finding that is there in both families' words is left out of hadolint's.
[[nodiscard]] std::vector<dockerfile::Finding> withoutRepeats(std::vector<dockerfile::Finding> findings);

} // namespace quayside::models::language
