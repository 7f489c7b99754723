// The calls that have one answer.
#include "models/client/engineclient.h"

#include "engine/api/types/exec.h"
#include "models/client/requests.h"

namespace quayside::client
{

namespace
{

QString canonical(const QString &address)
{
    const Result<Endpoint> endpoint = Endpoint::parse(address);
    return endpoint ? endpoint->text() : address;
}

std::string imagePath(const std::string &name, const std::string &rest)
{
    return "/images/" + api::percentEncode(name, true) + rest;
}

void addFilters(Query &query, const api::Filters &filters)
{
    if (!filters.empty())
        query.emplace_back("filters", api::encode(filters));
}

} // namespace

EngineClient::EngineClient(const QString &socketPath, QObject *parent)
    : QObject(parent), m_http(std::make_unique<HttpClient>(canonical(socketPath)))
{
}

EngineClient::~EngineClient() = default;

HttpClient &EngineClient::http()
{
    return *m_http;
}

QString EngineClient::socketPath() const
{
    return m_http->address();
}

void EngineClient::connectTo(const QString &socketPath)
{
    m_http->connectTo(canonical(socketPath));
}

// --- the engine

Call EngineClient::ping(QObject *context, Done<api::Ping> done)
{
    auto ping = std::make_shared<api::Ping>();
    auto onHead = [ping](const api::ResponseHead &head) {
        *ping = {head.header("api-version"), head.header("ostype"), head.header("server"),
                 head.header("docker-experimental") == "true"};
    };
    auto onEnd = [ping, done = std::move(done)](const Result<> &result) {
        if (done && result)
            done(*ping);
        else if (done)
            done(std::unexpected(result.error()));
    };
    return Call(m_http->start(get("/_ping"), context, {.onHead = onHead, .onEnd = onEnd}));
}

Call EngineClient::version(QObject *context, Done<api::SystemVersion> done)
{
    return fetch(*m_http, get("/version"), context, std::move(done));
}

Call EngineClient::info(QObject *context, Done<api::SystemInfo> done)
{
    return fetch(*m_http, get("/info"), context, std::move(done));
}

Call EngineClient::capabilities(QObject *context, Done<api::Capabilities> done)
{
    return fetch(*m_http, get("/quayside/capabilities"), context, std::move(done));
}

// --- containers

Call EngineClient::listContainers(const ListContainers &options, QObject *context,
                                  Done<std::vector<api::ContainerSummary>> done)
{
    Query query;
    if (options.all)
        query.emplace_back("all", "1");
    if (options.size)
        query.emplace_back("size", "1");
    if (options.limit)
        query.emplace_back("limit", std::to_string(*options.limit));
    addFilters(query, options.filters);
    return fetch(*m_http, get(target("/containers/json", query)), context, std::move(done));
}

Call EngineClient::inspectContainer(const std::string &id, QObject *context, Done<api::ContainerInspect> done)
{
    return fetch(*m_http, get(containerPath(id, "/json")), context, std::move(done));
}

Call EngineClient::createContainer(const std::string &name, const api::ContainerCreateRequest &request,
                                   QObject *context, Done<api::ContainerCreateResponse> done)
{
    Query query;
    if (!name.empty())
        query.emplace_back("name", name);
    return fetch(*m_http, post(target("/containers/create", query), api::encode(request)), context,
                 std::move(done));
}

Call EngineClient::startContainer(const std::string &id, QObject *context, Done<void> done)
{
    return act(*m_http, post(containerPath(id, "/start")), context, std::move(done));
}

static Query stopQuery(const EngineClient::Stop &options)
{
    Query query;
    if (options.seconds)
        query.emplace_back("t", std::to_string(*options.seconds));
    if (!options.signal.empty())
        query.emplace_back("signal", options.signal);
    return query;
}

Call EngineClient::stopContainer(const std::string &id, const Stop &options, QObject *context,
                                 Done<void> done)
{
    return act(*m_http, post(target(containerPath(id, "/stop"), stopQuery(options))), context,
               std::move(done));
}

Call EngineClient::restartContainer(const std::string &id, const Stop &options, QObject *context,
                                    Done<void> done)
{
    return act(*m_http, post(target(containerPath(id, "/restart"), stopQuery(options))), context,
               std::move(done));
}

Call EngineClient::killContainer(const std::string &id, const std::string &signal, QObject *context,
                                 Done<void> done)
{
    return act(*m_http, post(target(containerPath(id, "/kill"), {{"signal", signal}})), context,
               std::move(done));
}

Call EngineClient::pauseContainer(const std::string &id, QObject *context, Done<void> done)
{
    return act(*m_http, post(containerPath(id, "/pause")), context, std::move(done));
}

Call EngineClient::unpauseContainer(const std::string &id, QObject *context, Done<void> done)
{
    return act(*m_http, post(containerPath(id, "/unpause")), context, std::move(done));
}

Call EngineClient::renameContainer(const std::string &id, const std::string &newName, QObject *context,
                                   Done<void> done)
{
    return act(*m_http, post(target(containerPath(id, "/rename"), {{"name", newName}})), context,
               std::move(done));
}

Call EngineClient::removeContainer(const std::string &id, const RemoveContainer &options, QObject *context,
                                   Done<void> done)
{
    const Query query{{"force", options.force ? "1" : "0"}, {"v", options.volumes ? "1" : "0"}};
    return act(*m_http, remove(target(containerPath(id, ""), query)), context, std::move(done));
}

Call EngineClient::waitContainer(const std::string &id, const std::string &condition, QObject *context,
                                 Done<api::WaitResponse> done)
{
    return fetch(*m_http, post(target(containerPath(id, "/wait"), {{"condition", condition}})), context,
                 std::move(done));
}

static Query sizeQuery(int rows, int columns)
{
    return {{"h", std::to_string(rows)}, {"w", std::to_string(columns)}};
}

Call EngineClient::resizeContainer(const std::string &id, int rows, int columns, QObject *context,
                                   Done<void> done)
{
    return act(*m_http, post(target(containerPath(id, "/resize"), sizeQuery(rows, columns))), context,
               std::move(done));
}

Call EngineClient::containerPlan(const std::string &id, QObject *context, Done<std::string> done)
{
    return collect(*m_http, get("/quayside" + containerPath(id, "/plan")), context,
                   [done = std::move(done)](Result<std::string> body) {
                       if (done)
                           done(std::move(body));
                   });
}

// --- exec

Call EngineClient::createExec(const std::string &containerId, const api::ExecCreateRequest &request,
                              QObject *context, Done<std::string> done)
{
    return fetch<api::IDResponse>(*m_http, post(containerPath(containerId, "/exec"), api::encode(request)),
                                  context, [done = std::move(done)](Result<api::IDResponse> response) {
                                      if (done && response)
                                          done(response->id);
                                      else if (done)
                                          done(std::unexpected(response.error()));
                                  });
}

Call EngineClient::inspectExec(const std::string &execId, QObject *context, Done<api::ExecInspect> done)
{
    return fetch(*m_http, get("/exec/" + api::percentEncode(execId) + "/json"), context, std::move(done));
}

Call EngineClient::resizeExec(const std::string &execId, int rows, int columns, QObject *context,
                              Done<void> done)
{
    const std::string path = "/exec/" + api::percentEncode(execId) + "/resize";
    return act(*m_http, post(target(path, sizeQuery(rows, columns))), context, std::move(done));
}

// --- images

Call EngineClient::listImages(const ListImages &options, QObject *context,
                              Done<std::vector<api::ImageSummary>> done)
{
    Query query;
    if (options.all)
        query.emplace_back("all", "1");
    if (options.sharedSize)
        query.emplace_back("shared-size", "1");
    addFilters(query, options.filters);
    return fetch(*m_http, get(target("/images/json", query)), context, std::move(done));
}

Call EngineClient::inspectImage(const std::string &name, QObject *context, Done<api::ImageInspect> done)
{
    return fetch(*m_http, get(imagePath(name, "/json")), context, std::move(done));
}

Call EngineClient::imageHistory(const std::string &name, QObject *context,
                                Done<std::vector<api::ImageHistoryItem>> done)
{
    return fetch(*m_http, get(imagePath(name, "/history")), context, std::move(done));
}

Call EngineClient::tagImage(const std::string &name, const std::string &repository, const std::string &tag,
                            QObject *context, Done<void> done)
{
    const Query query{{"repo", repository}, {"tag", tag}};
    return act(*m_http, post(target(imagePath(name, "/tag"), query)), context, std::move(done));
}

Call EngineClient::removeImage(const std::string &name, const RemoveImage &options, QObject *context,
                               Done<std::vector<api::ImageDeleteItem>> done)
{
    const Query query{{"force", options.force ? "1" : "0"}, {"noprune", options.noPrune ? "1" : "0"}};
    return fetch(*m_http, remove(target(imagePath(name, ""), query)), context, std::move(done));
}

// --- networks, volumes

Call EngineClient::listNetworks(const api::Filters &filters, QObject *context,
                                Done<std::vector<api::Network>> done)
{
    Query query;
    addFilters(query, filters);
    return fetch(*m_http, get(target("/networks", query)), context, std::move(done));
}

Call EngineClient::inspectNetwork(const std::string &id, QObject *context, Done<api::Network> done)
{
    return fetch(*m_http, get("/networks/" + api::percentEncode(id)), context, std::move(done));
}

Call EngineClient::removeNetwork(const std::string &id, QObject *context, Done<void> done)
{
    return act(*m_http, remove("/networks/" + api::percentEncode(id)), context, std::move(done));
}

Call EngineClient::listVolumes(const api::Filters &filters, QObject *context,
                               Done<api::VolumeListResponse> done)
{
    Query query;
    addFilters(query, filters);
    return fetch(*m_http, get(target("/volumes", query)), context, std::move(done));
}

Call EngineClient::inspectVolume(const std::string &name, QObject *context, Done<api::Volume> done)
{
    return fetch(*m_http, get("/volumes/" + api::percentEncode(name)), context, std::move(done));
}

Call EngineClient::removeVolume(const std::string &name, bool force, QObject *context, Done<void> done)
{
    const Query query{{"force", force ? "1" : "0"}};
    return act(*m_http, remove(target("/volumes/" + api::percentEncode(name), query)), context,
               std::move(done));
}

} // namespace quayside::client
