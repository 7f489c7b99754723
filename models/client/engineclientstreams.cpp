// The calls whose answers come bit by bit: events, logs, attach, exec, archives.
#include "models/client/chain.h"
#include "models/client/engineclient.h"
#include "models/client/hijackedstream.h"
#include "models/client/jsonlines.h"
#include "models/client/requests.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

namespace quayside::client
{

namespace
{

const char *oneOrZero(bool value)
{
    return value ? "1" : "0";
}

QJsonValue jsonOf(const std::string &text)
{
    return QString::fromStdString(text);
}

QJsonValue jsonOf(int number)
{
    return number;
}

template <typename T>
std::string encodeObject(const std::map<std::string, T> &values)
{
    QJsonObject object;
    for (const auto &[name, value] : values)
        object.insert(QString::fromStdString(name), jsonOf(value));
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

template <typename T>
std::function<void(const Result<> &)> ending(Done<T> done, std::function<Result<T>()> value)
{
    return [done = std::move(done), value = std::move(value)](const Result<> &result) {
        if (!done)
            return;
        if (!result)
            done(std::unexpected(result.error()));
        else
            done(value());
    };
}

// What an answer of progress lines has come to.
struct ProgressState {
    LineSplitter lines;
    Result<> outcome;
    std::string lastStatus;
    EngineClient::OnProgress onProgress;

    void take(std::string_view bytes)
    {
        const auto fed = lines.feed(bytes, [this](std::string_view line) { return takeLine(line); });
        if (!fed && outcome)
            outcome = fed;
    }
    bool takeLine(std::string_view line)
    {
        const auto progress = parseProgress(line);
        if (!progress) {
            outcome = std::unexpected(progress.error());
            return false;
        }
        if (!progress->status.empty())
            lastStatus = progress->status;
        if (onProgress)
            onProgress(*progress);
        return true;
    }
};

// The first error stays: an engine that goes on after it has nothing better to say.
HttpHandlers progressHandlers(const std::shared_ptr<ProgressState> &state, EngineClient::OnBytes onSent,
                              std::function<void(const Result<> &)> done)
{
    return {.onBody =
                [state](std::string_view bytes) {
                    if (state->outcome)
                        state->take(bytes);
                },
            .onSent = std::move(onSent),
            .onEnd =
                [state, done = std::move(done)](const Result<> &result) {
                    if (const std::string rest = state->lines.rest(); !rest.empty() && state->outcome)
                        state->takeLine(rest);
                    done(result ? state->outcome : result);
                }};
}

} // namespace

Call EngineClient::events(const EventOptions &options, QObject *context, std::function<void()> onStart,
                          std::function<void(const api::Event &)> onEvent, Done<void> onEnd)
{
    Query query;
    if (!options.since.empty())
        query.emplace_back("since", options.since);
    if (!options.until.empty())
        query.emplace_back("until", options.until);
    if (!options.filters.empty())
        query.emplace_back("filters", api::encode(options.filters));
    return followLines(
        *m_http, get("/events?" + api::encodeQuery(query)), context,
        [onEvent = std::move(onEvent)](std::string_view line) -> Result<> {
            TRY(const api::Event event, api::decodeEvent(line));
            if (onEvent)
                onEvent(event);
            return {};
        },
        std::move(onEnd), std::move(onStart));
}

// Whether a container has a terminal is in its configuration; engines before API 1.42 don't say it along with
// the stream.
Call EngineClient::withTerminal(const std::string &id, const std::optional<bool> &known, QObject *context,
                                std::function<void(Error)> failed, std::function<Call(bool terminal)> go)
{
    if (known)
        return go(*known);
    auto *chain = new Chain(context, m_http.get());
    auto next = [chain, failed = std::move(failed),
                 go = std::move(go)](const Result<api::ContainerInspect> &container) {
        if (container)
            chain->follow(go(container->config.tty));
        else if (failed)
            failed(container.error());
        if (!container)
            chain->finish();
    };
    chain->follow(inspectContainer(id, chain, next));
    return Call(chain);
}

Call EngineClient::logs(const std::string &id, const Logs &options, QObject *context, OnOutput onOutput,
                        Done<void> onEnd)
{
    Query query{{"follow", oneOrZero(options.follow)},
                {"timestamps", oneOrZero(options.timestamps)},
                {"stdout", oneOrZero(options.standardOutput)},
                {"stderr", oneOrZero(options.standardError)},
                {"tail", options.tail ? std::to_string(*options.tail) : "all"}};
    if (!options.since.empty())
        query.emplace_back("since", options.since);
    if (!options.until.empty())
        query.emplace_back("until", options.until);
    const std::string target = "/containers/" + api::percentEncode(id) + "/logs?" + api::encodeQuery(query);
    auto go = [this, target, context, onOutput = std::move(onOutput), onEnd](bool terminal) {
        return readOutput(target, terminal, context, onOutput, onEnd);
    };
    auto failed = [onEnd](Error error) {
        if (onEnd)
            onEnd(std::unexpected(std::move(error)));
    };
    return withTerminal(id, options.terminal, context, failed, std::move(go));
}

Call EngineClient::readOutput(const std::string &target, bool terminal, QObject *context, OnOutput onOutput,
                              Done<void> onEnd)
{
    struct State {
        api::FrameDecoder frames;
        Result<> outcome;
        OnOutput onOutput;
    };
    auto state = std::make_shared<State>();
    state->onOutput = std::move(onOutput);
    auto emitPiece = [state](api::Stream stream, std::string_view bytes) {
        if (state->onOutput && !bytes.empty())
            state->onOutput(stream, QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    };
    auto takeFrames = [state, emitPiece](std::string_view bytes) {
        while (!bytes.empty() && state->outcome) {
            const auto piece = state->frames.next(bytes);
            if (piece)
                emitPiece(piece->stream, piece->bytes);
            else
                state->outcome = std::unexpected(piece.error());
        }
    };
    HttpHandlers handlers;
    if (terminal)
        handlers.onBody = [emitPiece](std::string_view bytes) { emitPiece(api::Stream::Stdout, bytes); };
    else
        handlers.onBody = takeFrames;
    handlers.onEnd = [state, onEnd = std::move(onEnd)](const Result<> &result) {
        if (onEnd)
            onEnd(result ? state->outcome : result);
    };
    return Call(m_http->start({.target = target}, context, std::move(handlers)));
}

// --- hijacked streams

Call EngineClient::hijack(const std::string &target, const std::string &body, bool terminal, QObject *context,
                          Done<TerminalStream *> done)
{
    struct State {
        Exchange *exchange = nullptr;
        QPointer<HijackedStream> stream;
        bool begun = false;
    };
    auto state = std::make_shared<State>();
    HttpHandlers handlers;
    handlers.onHead = [state, terminal, context, done](const api::ResponseHead &head) {
        const bool framed = head.header("content-type") == "application/vnd.docker.multiplexed-stream";
        state->begun = true;
        state->stream = new HijackedStream(state->exchange, terminal && !framed, context);
        if (done)
            done(state->stream.data());
    };
    handlers.onBody = [state](std::string_view bytes) {
        if (state->stream)
            state->stream->take(bytes);
    };
    handlers.onEnd = [state, done](const Result<> &result) {
        if (state->stream)
            state->stream->end(result);
        else if (done && !state->begun)
            done(result ? fail(ErrorKind::Internal, "the engine ended the stream before it began")
                        : Result<TerminalStream *>(std::unexpected(result.error())));
    };
    state->exchange = m_http->start({.method = "POST", .target = target, .body = body, .hijack = true},
                                    context, std::move(handlers));
    return Call(state->exchange);
}

Call EngineClient::attach(const std::string &id, const Attach &options, QObject *context,
                          Done<TerminalStream *> done)
{
    const Query query{{"stream", "1"},
                      {"logs", oneOrZero(options.logs)},
                      {"stdin", oneOrZero(options.standardInput)},
                      {"stdout", oneOrZero(options.standardOutput)},
                      {"stderr", oneOrZero(options.standardError)}};
    const std::string target = "/containers/" + api::percentEncode(id) + "/attach?" + api::encodeQuery(query);
    auto go = [this, target, context, done](bool terminal) {
        return hijack(target, {}, terminal, context, done);
    };
    auto failed = [done](Error error) {
        if (done)
            done(std::unexpected(std::move(error)));
    };
    return withTerminal(id, options.terminal, context, failed, std::move(go));
}

Call EngineClient::startExec(const std::string &execId, const api::ExecStartRequest &request,
                             QObject *context, Done<TerminalStream *> done)
{
    return hijack("/exec/" + api::percentEncode(execId) + "/start", api::encode(request), request.tty,
                  context, std::move(done));
}

// --- archives

Call EngineClient::load(QIODevice *archive, QObject *context, OnBytes onSent, OnProgress onProgress,
                        Done<void> done)
{
    auto state = std::make_shared<ProgressState>();
    state->onProgress = std::move(onProgress);
    HttpRequest request{
        .method = "POST", .target = "/images/load", .contentType = "application/x-tar", .upload = archive};
    return Call(m_http->start(std::move(request), context,
                              progressHandlers(state, std::move(onSent),
                                               ending<void>(std::move(done), [] { return Result<>(); }))));
}

Call EngineClient::importImage(QIODevice *archive, const Import &options, QObject *context, OnBytes onSent,
                               OnProgress onProgress, Done<std::string> done)
{
    Query query{
        {"fromSrc", "-"}, {"repo", options.repository}, {"tag", options.tag}, {"message", options.message}};
    for (const std::string &change : options.changes)
        query.emplace_back("changes", change);
    auto state = std::make_shared<ProgressState>();
    state->onProgress = std::move(onProgress);
    // The last line's status is the new image's id.
    auto id = [state]() -> Result<std::string> {
        if (state->lastStatus.starts_with("sha256:"))
            return state->lastStatus;
        return fail(ErrorKind::Internal, "the engine did not say which image it made");
    };
    HttpRequest request{.method = "POST",
                        .target = "/images/create?" + api::encodeQuery(query),
                        .contentType = "application/x-tar",
                        .upload = archive};
    return Call(
        m_http->start(std::move(request), context,
                      progressHandlers(state, std::move(onSent), ending<std::string>(std::move(done), id))));
}

Call EngineClient::save(const std::vector<std::string> &names, QIODevice *archive, QObject *context,
                        OnBytes onReceived, Done<void> done)
{
    Query query;
    for (const std::string &name : names)
        query.emplace_back("names", name);
    return download(*m_http, "/images/get?" + api::encodeQuery(query), archive, context,
                    std::move(onReceived), std::move(done));
}

Call EngineClient::pullImage(const std::string &name, const PullImage &options, QObject *context,
                             OnProgress onProgress, Done<void> done)
{
    auto state = std::make_shared<ProgressState>();
    state->onProgress = std::move(onProgress);
    // A name without a tag would mean all tags of it.
    const bool tagged = name.contains('@') || name.find(':', name.rfind('/') + 1) != std::string::npos;
    Query query{{"fromImage", name}, {"tag", tagged || options.allTags ? "" : "latest"}};
    if (!options.platform.empty())
        query.emplace_back("platform", options.platform);
    if (options.allPlatforms)
        query.emplace_back("quayside-platforms", "all");
    HttpRequest request{.method = "POST",
                        .target = "/images/create?" + api::encodeQuery(query),
                        .registryAuth = options.auth};
    return Call(m_http->start(
        std::move(request), context,
        progressHandlers(state, nullptr, ending<void>(std::move(done), [] { return Result<>(); }))));
}

Call EngineClient::pushImage(const std::string &name, const std::string &tag, const std::string &auth,
                             QObject *context, OnProgress onProgress, Done<void> done)
{
    auto state = std::make_shared<ProgressState>();
    state->onProgress = std::move(onProgress);
    // Docker refuses a push without the header; an empty object stands for "nobody".
    HttpRequest request{.method = "POST",
                        .target = "/images/" + api::percentEncode(name, true) + "/push?" +
                                  api::encodeQuery({{"tag", tag}}),
                        .registryAuth = auth.empty() ? "e30=" : auth};
    return Call(m_http->start(
        std::move(request), context,
        progressHandlers(state, nullptr, ending<void>(std::move(done), [] { return Result<>(); }))));
}

Call EngineClient::buildFolder(int folder, const Build &options, QObject *context,
                               std::function<void(const std::string &)> onRecord, OnProgress onProgress,
                               Done<void> done)
{
    Query query{{"contextfd", std::to_string(folder)},
                {"dockerfile", options.dockerfile},
                {"rm", "1"},
                {"forcerm", "1"}};
    for (const std::string &tag : options.tags)
        query.emplace_back("t", tag);
    if (!options.target.empty())
        query.emplace_back("target", options.target);
    if (!options.arguments.empty())
        query.emplace_back("buildargs", encodeObject(options.arguments));
    if (!options.labels.empty())
        query.emplace_back("labels", encodeObject(options.labels));
    if (!options.network.empty())
        query.emplace_back("networkmode", options.network);
    if (!options.platform.empty())
        query.emplace_back("platform", options.platform);
    if (options.noCache)
        query.emplace_back("nocache", "1");
    if (options.pull)
        query.emplace_back("pull", "1");
    for (const auto &[name, handed] : {std::pair("secrets", &options.secrets), {"agents", &options.agents}})
        if (!handed->empty())
            query.emplace_back(name, encodeObject(*handed));
    auto state = std::make_shared<ProgressState>();
    state->onProgress = std::move(onProgress);
    HttpHandlers handlers =
        progressHandlers(state, nullptr, ending<void>(std::move(done), [] { return Result<>(); }));
    handlers.onHead = [onRecord = std::move(onRecord)](const api::ResponseHead &head) {
        if (const std::string id = head.header("quayside-build"); onRecord && !id.empty())
            onRecord(id);
    };
    HttpRequest http = post(target("/build", query));
    http.registryConfig = options.auth;
    return Call(m_http->start(std::move(http), context, std::move(handlers)));
}

Call EngineClient::makeBaseImage(const api::BaseImageRequest &request, QObject *context,
                                 OnProgress onProgress, Done<void> done)
{
    auto state = std::make_shared<ProgressState>();
    state->onProgress = std::move(onProgress);
    HttpRequest http{.method = "POST", .target = "/quayside/images/base", .body = api::encode(request)};
    return Call(m_http->start(
        std::move(http), context,
        progressHandlers(state, nullptr, ending<void>(std::move(done), [] { return Result<>(); }))));
}

} // namespace quayside::client
