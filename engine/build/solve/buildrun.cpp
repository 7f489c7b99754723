#include "engine/build/solve/buildrun.h"

#include "engine/build/outputs/tar.h"
#include "engine/build/solve/stagerun.h"
#include "engine/dockerfile/parser/parser.h"
#include "engine/images/content/digest.h"
#include "engine/images/content/reference.h"

#include <charconv>
#include <chrono>
#include <fcntl.h>
#include <format>
#include <sys/utsname.h>

namespace quayside::build
{
namespace
{

constexpr std::size_t mostStages = 200; // each is a thread

std::string machinePlatform()
{
    utsname name{};
    ::uname(&name);
    const std::string machine = name.machine;
    if (machine == "x86_64")
        return "linux/amd64";
    if (machine == "aarch64")
        return "linux/arm64/v8";
    return "linux/" + machine;
}

Result<std::optional<std::string>> fixedTimeOf(const BuildArgs &arguments)
{
    const auto given = arguments.find("SOURCE_DATE_EPOCH");
    if (given == arguments.end() || !given->second || given->second->empty())
        return std::nullopt;
    const std::string &text = *given->second;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > 253402300799)
        return fail(ErrorKind::InvalidArgument,
                    "invalid SOURCE_DATE_EPOCH \"{}\": seconds since 1970 are expected", text.substr(0, 40));
    return images::rfc3339(seconds);
}

std::int64_t utcNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// --label: as an instruction of its own at the end, the way dockerd does it.
void appendLabels(dockerfile::Dockerfile &file, std::size_t target,
                  const std::map<std::string, std::string> &labels)
{
    if (labels.empty())
        return;
    dockerfile::Label label{.origin = {.keyword = {"LABEL", {}}, .code = "LABEL"}, .labels = {}};
    const auto literal = [](const std::string &text) { // as it is, whatever it holds
        std::string word = "'";
        for (const char c : text)
            word += c == '\'' ? std::string(R"('"'"')") : std::string(1, c);
        return word + "'";
    };
    for (const auto &[name, value] : labels) {
        label.origin.code += " " + name + "=" + value;
        label.labels.push_back({.name = {literal(name), {}}, .value = {literal(value), {}}});
    }
    file.stages[target].instructions.emplace_back(std::move(label));
}

} // namespace

images::ImageDocument documentOf(const StageState &state)
{
    images::ImageDocument document = state.document;
    document.config = state.scope.config;
    if (!state.scope.author.empty())
        document.author = state.scope.author;
    return document;
}

std::vector<storage::LayerId> layerIds(const std::vector<images::LayerRecord> &layers)
{
    std::vector<storage::LayerId> ids;
    for (const auto &layer : layers)
        ids.push_back(layer.id);
    return ids;
}

BuildRun::BuildRun(const Builds::Services &services, const access::Peer &peer, const BuildRequest &request,
                   BuildFolder &folder, const std::string &hashFolder, CacheMounts &cacheMounts,
                   Recording &recording)
    : m_services(services), m_peer(peer), m_request(request), m_folder(folder), m_cacheMounts(cacheMounts),
      m_recording(recording), m_hold(services.images.hold())
{
    const Fd where(::open(hashFolder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (where)
        if (auto hashes = HashCache::open(where.get(), peer.uid)) // without it files are read again
            m_hashes = *std::move(hashes);
}

BuildRun::~BuildRun() = default;

Result<> BuildRun::prepare(const std::string &dockerfile)
{
    const auto tree = dockerfile::parse(dockerfile);
    if (!tree)
        return std::unexpected(dockerfile::asError(tree.error()));
    auto file = dockerfile::interpret(*tree);
    if (!file)
        return std::unexpected(dockerfile::asError(file.error()));
    m_file = *std::move(file);
    const GraphRequest wanted{.arguments = m_request.arguments,
                              .target = m_request.target,
                              .platform = m_request.platform,
                              .buildPlatform = machinePlatform()};
    TRY(m_graph, makeGraph(m_file, wanted));
    if (m_graph.stages.size() > mostStages)
        return fail(ErrorKind::InvalidArgument,
                    "the target needs {} stages; a build has at most {}: put some of them into images of "
                    "their own",
                    m_graph.stages.size(), mostStages);
    appendLabels(m_file, m_graph.target, m_request.labels);
    TRY(m_fixedTime, fixedTimeOf(m_request.arguments));
    for (const auto &tag : m_request.tags)
        if (const auto parsed = images::parseTagged(tag); !parsed)
            return std::unexpected(parsed.error());
    m_steps = static_cast<int>(m_file.metaArgs.size());
    std::vector<std::size_t> order;
    for (const auto &stage : m_graph.stages) {
        m_steps += 1 + static_cast<int>(m_file.stages[stage.index].instructions.size());
        order.push_back(stage.index);
        m_stages[stage.index];
    }
    m_output = std::make_unique<OrderedOutput>(std::move(order));
    m_recording.plan(dockerfile, plannedSteps());
    return {};
}

// In the order of their numbers.
std::vector<api::BuildStep> BuildRun::plannedSteps() const
{
    std::vector<api::BuildStep> steps;
    const auto add = [&](const std::string &stage, const dockerfile::Origin &origin) {
        api::BuildStep step{.stage = stage, .instruction = origin.code};
        const auto &[start, end] = origin.range;
        if (start != end) { // else it stands in no file
            step.firstLine = start.line;
            step.lastLine = end.line - (end.column == 1 && end.line > start.line ? 1 : 0);
        }
        steps.push_back(std::move(step));
    };
    for (const auto &arg : m_file.metaArgs)
        add({}, arg.origin);
    for (const auto &stage : m_graph.stages) {
        add(stage.label, m_file.stages[stage.index].from.origin);
        for (const auto &instruction : m_file.stages[stage.index].instructions)
            add(stage.label, dockerfile::originOf(instruction));
    }
    return steps;
}

Result<std::shared_ptr<const images::ImageRecord>> BuildRun::image(std::size_t stage, const std::string &name,
                                                                   const std::string &platform, bool fresh)
{
    const std::scoped_lock lock(m_pullMutex);
    if (!fresh) {
        auto here = m_services.images.record(m_peer, name);
        const auto fits = [&](const images::ImageDocument &document) {
            return platform.empty() || (document.os + "/" + document.architecture +
                                        (document.variant.empty() ? "" : "/" + document.variant) + "/")
                                           .starts_with(platform + "/");
        };
        if (here && fits((*here)->document))
            return here;
        if (!here && here.error().kind != ErrorKind::NotFound)
            return here;
    }
    goLive();
    TRY(const auto reference, images::parseTagged(name));
    images::PullWanted wanted{.image = name, .platform = platform};
    wanted.credentials = images::credentialsFor(m_request.credentials, reference.domain);
    CHECK(m_services.images.pull(
        m_peer, wanted, [this] { return stopped(); },
        [&](std::string json) { (void)tell(stage, {BuildEvent::Kind::Json, std::move(json)}); }));
    return m_services.images.record(m_peer, name);
}

Result<> BuildRun::keep(std::unique_ptr<storage::LayerDraft> draft, const storage::LayerId &id)
{
    CHECK(draft->lend(id));
    const std::scoped_lock lock(m_mutex);
    m_drafts.push_back({std::move(draft), id});
    return {};
}

void BuildRun::made(CachedStep step)
{
    step.owner = m_peer.uid;
    step.createdNs = step.usedNs = utcNs();
    const std::scoped_lock lock(m_mutex);
    m_made.push_back(std::move(step));
}

void BuildRun::used(const std::string &key)
{
    const std::scoped_lock lock(m_mutex);
    m_used.push_back(key);
}

std::string BuildRun::timeStamp() const
{
    if (m_fixedTime)
        return *m_fixedTime;
    const auto now = std::chrono::system_clock::now();
    return std::format("{:%Y-%m-%dT%H:%M:%S}Z", std::chrono::floor<std::chrono::nanoseconds>(now));
}

// The same Dockerfile of the same image, as far as anybody can tell.
std::string BuildRun::placeOf(std::size_t stage, int step) const
{
    return std::format("{}\n{}\n{}\n{}", m_request.tags.empty() ? "" : m_request.tags.front(),
                       m_request.dockerfile, stage, step);
}

// One flush for all layers, then their names, then what refers to them.
Result<> BuildRun::settle()
{
    if (!m_drafts.empty())
        CHECK(m_drafts.front().draft->sync());
    for (auto &draft : m_drafts)
        CHECK(draft.draft->place(draft.id));
    m_drafts.clear();
    return m_services.cache.save(std::exchange(m_made, {}), m_used, m_peer.uid, utcNs());
}

Result<std::string> BuildRun::finish(const std::function<void(const BuildEvent &)> &sink,
                                     const std::function<bool()> &cancelled)
{
    const auto &state = m_stages.at(m_graph.target).result.get();
    const auto say = [&](std::string text, bool more = false) {
        sink({BuildEvent::Kind::Stream, std::move(text), more});
    };
    if (m_request.tar) {
        TRY(const Fd root, rootOf(m_services.layers, layerIds(state->layers)));
        CHECK(writeFiles(root.get(), *m_request.tar, cancelled));
        say("Successfully written\n");
        if (m_request.tags.empty())
            return std::string();
    }
    images::ImageRecord image{.layers = state->layers};
    image.document = documentOf(*state);
    image.configuration = state->encoded;
    TRY(auto id, m_services.images.add(m_peer, std::move(image), m_request.tags));
    sink({BuildEvent::Kind::Image, id, true});
    if (!m_graph.unused.empty())
        say(std::format("[Warning] One or more build-args [{}] were not consumed\n",
                        joined({m_graph.unused.begin(), m_graph.unused.end()})),
            true);
    say(std::format("Successfully built {}\n", images::hexOf(id).substr(0, 12)), !m_request.tags.empty());
    for (const auto &tag : m_request.tags)
        say(std::format("Successfully tagged {}\n", images::parseTagged(tag)->familiar()),
            &tag != &m_request.tags.back());
    return id;
}

BuildOutcome BuildRun::run(const FileSource &context, const std::string &dockerfile,
                           const std::function<void(const BuildEvent &)> &sink,
                           const std::function<bool()> &cancelled)
{
    m_context = &context;
    const auto failed = [&](Error error) {
        return std::unexpected(BuildError{std::move(error), m_exitCode});
    };
    if (const auto prepared = prepare(dockerfile); !prepared)
        return failed(prepared.error());
    const auto solved = solve(sink, cancelled);
    m_folder.empty(); // before the flush, which is of the whole file system
    // What is finished counts for the next build, however this one ended.
    const auto settled = settle();
    if (!solved)
        return failed(solved.error());
    if (!settled)
        return failed(settled.error());
    if (m_hashes)
        (void)m_hashes->flush(); // else it is read again
    auto id = finish(sink, cancelled);
    if (!id)
        return failed(std::move(id).error());
    return *std::move(id);
}

} // namespace quayside::build
