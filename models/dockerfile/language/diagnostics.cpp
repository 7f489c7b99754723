#include "models/dockerfile/language/diagnostics.h"

#include <algorithm>

namespace quayside::models::language
{

Diagnostics::Diagnostics(DockerfileDocument *document, CompletionSources *sources, QObject *parent)
    : QObject(parent), m_document(document), m_sources(sources)
{
    m_options.memory = &m_memory;
    if (m_sources != nullptr) {
        m_options.image = [this](const std::string &reference) { return factsOf(reference); };
        connect(m_sources, &CompletionSources::arrived, this, [this] {
            if (m_waits)
                refresh();
        });
    }
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &Diagnostics::update);
    connect(document, &DockerfileDocument::changed, &m_soon, qOverload<>(&QTimer::start));
    m_soon.start();
}

void Diagnostics::update()
{
    m_soon.stop();
    const auto snapshot = m_document->snapshot();
    if (m_revision == snapshot->revision)
        return;
    m_waits = false;
    m_revision = snapshot->revision;
    m_findings = withoutRepeats(dockerfile::lint(snapshot->text, snapshot->parsed, m_options));
    emit changed();
}

void Diagnostics::refresh()
{
    m_revision = 0;
    m_soon.start();
}

std::optional<dockerfile::ImageFacts> Diagnostics::factsOf(const std::string &reference)
{
    const auto fact = m_sources->image(reference);
    m_waits = m_waits || !fact;
    if (!fact || fact->name.isEmpty())
        return std::nullopt;
    return dockerfile::ImageFacts{.platform = fact->platform.toStdString(), .environment = fact->environment};
}

std::vector<const dockerfile::Finding *> Diagnostics::findingsAt(dockerfile::Position position) const
{
    std::vector<const dockerfile::Finding *> result;
    for (const auto &finding : m_findings)
        if (finding.range.start <= position && position <= finding.range.end)
            result.push_back(&finding);
    return result;
}

void Diagnostics::setIgnore(const dockerfile::IgnorePatterns &ignore)
{
    m_ignore = ignore;
    m_options.ignore = m_ignore.empty() ? nullptr : &m_ignore;
    refresh();
}

void Diagnostics::setArguments(const dockerfile::Environment &arguments)
{
    m_options.arguments = arguments;
    refresh();
}

void Diagnostics::setPlatform(const std::string &platform)
{
    m_options.platform = platform;
    refresh();
}

void Diagnostics::setHadolint(bool on)
{
    m_options.hadolint = on;
    refresh();
}

std::vector<dockerfile::Finding> withoutRepeats(std::vector<dockerfile::Finding> findings)
{
    std::erase_if(findings, [](const dockerfile::Finding &finding) { return !finding.sameAs.empty(); });
    return findings;
}

} // namespace quayside::models::language
