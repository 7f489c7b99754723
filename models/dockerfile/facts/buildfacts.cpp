#include "models/dockerfile/facts/buildfacts.h"

#include "models/client/builds.h"
#include "models/common/text.h"
#include "models/dockerfile/facts/joinedruns.h"
#include "models/dockerfile/facts/linemap.h"

#include <algorithm>

namespace quayside::models
{

namespace
{

using Outcome = Prediction::Outcome;
using Reason = Prediction::Reason;

} // namespace

qint64 InstructionFacts::wastedBytes() const
{
    qint64 bytes = 0;
    for (const Waste &each : waste)
        bytes += each.bytes;
    return bytes;
}

BuildFacts::BuildFacts(client::EngineClient *client, DockerfileDocument *document, QObject *parent)
    : QObject(parent), m_client(client), m_document(document), m_bases(client)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &BuildFacts::renew);
    connect(&m_bases, &BaseImages::changed, this, [this] { m_soon.start(); });
    connect(document, &DockerfileDocument::changed, this, &BuildFacts::renew); // lines are those of this text
    renew();
}

BuildFacts::~BuildFacts()
{
    m_textCall.cancel();
    m_imageCall.cancel();
}

void BuildFacts::setBuild(BuildFollower *build, const BuildInputs &inputs)
{
    if (m_build != nullptr)
        m_build->disconnect(this);
    m_build = build;
    m_inputs = inputs;
    m_id.clear();
    m_textKnown = false;
    m_image.reset();
    m_waste.clear();
    m_textCall.cancel();
    m_imageCall.cancel();
    if (build != nullptr)
        connect(build, &BuildFollower::changed, this, &BuildFacts::onBuildChanged);
    onBuildChanged();
    renew();
}

void BuildFacts::setNextInputs(const BuildInputs &inputs)
{
    m_nextInputs = inputs;
    m_soon.start();
}

void BuildFacts::setChangedFiles(const std::set<std::string> &paths)
{
    if (paths == m_changedFiles)
        return;
    m_changedFiles = paths;
    m_soon.start();
}

void BuildFacts::onBuildChanged()
{
    if (m_build == nullptr || m_build->id().isEmpty())
        return;
    if (m_id != m_build->id()) {
        m_id = m_build->id();
        m_textKnown = false;
        m_image.reset();
        m_waste.clear();
        m_textCall.cancel();
        m_imageCall.cancel();
    }
    if (!m_textKnown && m_build->steps()->rowCount() > 0)
        askForText();
    if (m_build->record().state == "done" && !m_image)
        askForImage();
    m_soon.start();
}

// Steps are told live; the text that they are of is in the record, which has it before the first of them.
void BuildFacts::askForText()
{
    if (m_textCall.active())
        return;
    m_textCall = client::inspectBuild(*m_client, m_id.toStdString(), this,
                                      [this](const Result<api::BuildRecord> &record) {
                                          if (!record || QString::fromStdString(record->id) != m_id)
                                              return;
                                          m_built.text = record->text;
                                          m_built.lines = dockerfile::LineTable(m_built.text);
                                          m_built.parsed = dockerfile::parseAll(m_built.text);
                                          m_textKnown = true;
                                          m_soon.start();
                                      });
}

void BuildFacts::askForImage()
{
    if (m_imageCall.active() || m_build->record().image.empty())
        return;
    m_imageCall = client::imageContents(*m_client, m_build->record().image, this,
                                        [this, id = m_id](const Result<api::ImageContents> &contents) {
                                            if (!contents || id != m_id)
                                                return; // the image may have been removed: then nobody knows
                                            m_image = *contents;
                                            m_waste = wasteOf(*contents);
                                            m_soon.start();
                                        });
}

void BuildFacts::renew()
{
    const dockerfile::Tree &now = m_document->snapshot()->parsed.tree;
    m_facts.clear();
    for (const dockerfile::Node &node : now.nodes)
        m_facts.append({.firstLine = node.range.start.line,
                        .lastLine = node.range.end.line,
                        .isFrom = node.keyword == "from"});
    if (m_build != nullptr && m_textKnown) {
        const dockerfile::Tree &built = m_built.parsed.tree;
        const std::vector<int> matches = matchInstructions(built, now);
        for (std::size_t i = 0; i < matches.size(); ++i) {
            if (matches[i] < 0)
                continue;
            const int line = built.nodes[std::size_t(matches[i])].range.start.line;
            const auto &steps = m_build->steps()->steps();
            const auto step = std::ranges::find(steps, line, &BuildStep::firstLine);
            if (step != steps.end())
                m_facts[qsizetype(i)].step = *step;
        }
        addPredictions();
        addWaste();
    }
    emit changed();
}

// Of a build that did not come to its end there is what it had done until then.
std::optional<std::set<int>> BuildFacts::doneLines() const
{
    std::set<int> lines;
    for (const BuildStep &step : m_build->steps()->steps()) {
        if (step.firstLine > 0 &&
            (step.state == BuildStep::State::Done || step.state == BuildStep::State::Cached))
            lines.insert(step.firstLine);
    }
    return lines;
}

void BuildFacts::addPredictions()
{
    if (m_build->isFollowing())
        return; // it is being built
    const dockerfile::Tree &built = m_built.parsed.tree, &now = m_document->snapshot()->parsed.tree;
    BuildInputs before = m_inputs, next = m_nextInputs.value_or(m_inputs);
    for (const auto &[line, name] : baseImages(built, before)) {
        const auto &steps = m_build->steps()->steps();
        const auto step = std::ranges::find(steps, line, &BuildStep::firstLine);
        if (step != steps.end() && !step->base.isEmpty())
            before.bases[name].id = step->base.toStdString();
    }
    std::set<std::string> names;
    for (const auto &[line, name] : baseImages(now, next))
        names.insert(name);
    m_bases.want(std::move(names));
    next.bases = m_bases.known();
    const auto found = predict(built, std::move(before), doneLines(), now, std::move(next), m_changedFiles);
    for (qsizetype i = 0; i < m_facts.size(); ++i)
        m_facts[i].next = found[std::size_t(i)];
}

void BuildFacts::addWaste()
{
    for (InstructionFacts &facts : m_facts) {
        if (!facts.step || facts.step->layer.isEmpty())
            continue;
        for (const Waste &waste : m_waste)
            if (waste.byLayer == facts.step->layer)
                facts.waste.append(waste);
    }
}

const InstructionFacts *BuildFacts::factsAt(int line) const
{
    const auto found = std::ranges::find_if(m_facts, [line](const InstructionFacts &facts) {
        return facts.firstLine <= line && line <= facts.lastLine;
    });
    return found == m_facts.end() ? nullptr : &*found;
}

int BuildFacts::lineOfStep(int number) const
{
    const auto found = std::ranges::find_if(m_facts, [number](const InstructionFacts &facts) {
        return facts.step && facts.step->number == number;
    });
    return found == m_facts.end() ? 0 : found->firstLine;
}

int BuildFacts::layerIndex(const QString &layer) const
{
    if (!m_image || layer.isEmpty())
        return -1;
    const auto found = std::ranges::find(m_image->layers, layer.toStdString(), &api::LayerContents::id);
    return found == m_image->layers.end() ? -1 : int(found->index);
}

QString BuildFacts::nextText(const InstructionFacts &facts)
{
    const Prediction &next = facts.next;
    const QString name = QString::fromStdString(next.name);
    QString why;
    switch (next.reason) {
    case Reason::Edited:
        why = tr("the instruction is new or has changed");
        break;
    case Reason::Above:
        why = tr("line %1, which it is built upon, is not as it was").arg(next.line);
        break;
    case Reason::Variable:
        why = tr("%1 has another value").arg(name);
        break;
    case Reason::Stage:
        why =
            tr("the stage that ends in line %1, from which it takes files, is not as it was").arg(next.line);
        break;
    case Reason::File:
        why = tr("%1 was written since").arg(name);
        break;
    case Reason::Base:
        why = tr("%1 is another image now").arg(name);
        break;
    case Reason::Moved:
        why = tr("it stands behind another instruction than before");
        break;
    case Reason::None:
        break;
    }
    switch (next.outcome) {
    case Outcome::Cached:
        return tr("The next build takes it from the cache.");
    case Outcome::Runs:
        return tr("The next build runs it again: %1.").arg(why);
    case Outcome::MayRun:
        return tr("The next build runs it again unless its files turn out to be the same: %1.").arg(why);
    case Outcome::Unknown:
        break;
    }
    return {};
}

const InstructionFacts *BuildFacts::factsOfLayer(const QString &layer) const
{
    const auto found = std::ranges::find_if(m_facts, [&](const InstructionFacts &facts) {
        return facts.step && !layer.isEmpty() && facts.step->layer == layer;
    });
    return found == m_facts.end() || found->isFrom ? nullptr : &*found;
}

QString BuildFacts::wasteText(const Waste &waste) const
{
    QString paths = waste.paths.join(QStringLiteral(", "));
    if (waste.count > waste.paths.size())
        paths = tr("%1 and %n more", nullptr, waste.count - int(waste.paths.size())).arg(paths);
    const QString size = Text::size(waste.bytes);
    const InstructionFacts *from = factsOfLayer(waste.fromLayer);
    if (from == nullptr)
        return tr("%1 of the base image stay in it though this removes or replaces them: %2. A smaller base "
                  "image, or one that lacks them, saves these bytes.")
            .arg(size, paths);
    const QString sentence =
        tr("%1 that line %2 wrote stay in the image though this removes or replaces them: %3.")
            .arg(size)
            .arg(from->firstLine)
            .arg(paths);
    const QString &instruction = from->step->instruction;
    const bool copies = instruction.startsWith(QLatin1String("COPY"), Qt::CaseInsensitive) ||
                        instruction.startsWith(QLatin1String("ADD"), Qt::CaseInsensitive);
    return sentence + u' ' +
           (copies ? tr("RUN --mount=type=bind uses files without copying them, and COPY --chown and "
                        "--chmod set owner and mode at once.")
                   : tr("Do both in one RUN, so that they are in no layer."));
}

std::optional<BuildFacts::WasteFix> BuildFacts::fixOf(const Waste &waste) const
{
    const InstructionFacts *from = factsOfLayer(waste.fromLayer), *by = factsOfLayer(waste.byLayer);
    if (from == nullptr || by == nullptr)
        return std::nullopt;
    const auto edit = joinedRuns(*m_document->snapshot(), from->firstLine, by->firstLine);
    if (!edit)
        return std::nullopt;
    return WasteFix{.firstLine = from->firstLine, .lastLine = by->firstLine, .edit = *edit};
}

} // namespace quayside::models
