#include "models/client/observe.h"

#include "models/client/requests.h"

#include <QDateTime>

#include <algorithm>
#include <cctype>

#include <nlohmann/json.hpp>

namespace quayside::client
{

namespace
{

using Json = nlohmann::json;

Result<Json> parse(std::string_view text)
{
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return fail(ErrorKind::Internal, "the engine's answer is not JSON");
    return json;
}

// Numbers at a path of keys; -1 where there is none. Values past 2^63 (a limit of "none" on v1) come as the
// largest.
std::int64_t number(const Json &json, std::initializer_list<const char *> path)
{
    const Json *at = &json;
    for (const char *key : path) {
        const auto found = at->is_object() ? at->find(key) : at->end();
        if (!at->is_object() || found == at->end())
            return -1;
        at = &*found;
    }
    if (at->is_number_unsigned())
        return std::int64_t(std::min<std::uint64_t>(at->get<std::uint64_t>(), INT64_MAX));
    return at->is_number() ? at->get<std::int64_t>() : -1;
}

std::string word(const Json &json, const char *key)
{
    const auto found = json.is_object() ? json.find(key) : json.end();
    return json.is_object() && found != json.end() && found->is_string() ? found->get<std::string>()
                                                                         : std::string();
}

std::int64_t sumOverInterfaces(const Json &json, const char *key)
{
    const auto networks = json.find("networks");
    if (networks == json.end() || !networks->is_object())
        return -1;
    std::int64_t sum = 0;
    for (const auto &[name, counters] : networks->items())
        sum += std::max<std::int64_t>(0, number(counters, {key}));
    return sum;
}

std::int64_t diskBytes(const Json &json, std::string_view operation)
{
    const auto blkio = json.find("blkio_stats");
    if (blkio == json.end() || !blkio->is_object())
        return -1;
    const auto entries = blkio->find("io_service_bytes_recursive");
    if (entries == blkio->end() || !entries->is_array())
        return 0;
    std::int64_t sum = 0;
    for (const Json &entry : *entries) {
        std::string op = word(entry, "op");
        std::ranges::transform(op, op.begin(), [](unsigned char c) { return char(std::tolower(c)); });
        if (op == operation)
            sum += std::max<std::int64_t>(0, number(entry, {"value"}));
    }
    return sum;
}

// As `docker stats` counts: without the part of the page cache that goes when memory is wanted.
std::int64_t memoryInUse(const Json &json)
{
    const std::int64_t usage = number(json, {"memory_stats", "usage"});
    for (const char *cache : {"total_inactive_file", "inactive_file"}) {
        const std::int64_t droppable = number(json, {"memory_stats", "stats", cache});
        if (droppable >= 0 && droppable < usage)
            return usage - droppable;
    }
    return usage;
}

std::int64_t nanosecondsOf(const std::string &rfc3339)
{
    const QDateTime time = QDateTime::fromString(QString::fromStdString(rfc3339), Qt::ISODateWithMs);
    return time.isValid() && time.date().year() > 1 ? time.toMSecsSinceEpoch() * 1'000'000 : 0;
}

} // namespace

Result<StatsSample> parseStats(std::string_view text)
{
    TRY(const Json json, parse(text));
    if (!json.is_object())
        return fail(ErrorKind::Internal, "a sample of the statistics is not an object");
    StatsSample sample;
    sample.time = nanosecondsOf(word(json, "read"));
    sample.cpu = number(json, {"cpu_stats", "cpu_usage", "total_usage"});
    sample.systemCpu = number(json, {"cpu_stats", "system_cpu_usage"});
    sample.cpus = std::max(1, int(number(json, {"cpu_stats", "online_cpus"})));
    sample.memory = memoryInUse(json);
    sample.memoryLimit = number(json, {"memory_stats", "limit"});
    sample.received = sumOverInterfaces(json, "rx_bytes");
    sample.sent = sumOverInterfaces(json, "tx_bytes");
    sample.read = diskBytes(json, "read");
    sample.written = diskBytes(json, "write");
    sample.processes = number(json, {"pids_stats", "current"});
    return sample;
}

Call followStats(EngineClient &client, const std::string &id, QObject *context,
                 std::function<void(const StatsSample &)> onSample, Done<void> onEnd)
{
    return followLines(
        client.http(), get(target(containerPath(id, "/stats"), {{"stream", "1"}})), context,
        [onSample = std::move(onSample)](std::string_view line) -> Result<> {
            TRY(const StatsSample sample, parseStats(line));
            if (onSample)
                onSample(sample);
            return {};
        },
        std::move(onEnd));
}

Result<ProcessTable> parseProcesses(std::string_view text)
{
    TRY(const Json json, parse(text));
    ProcessTable table;
    if (!json.is_object() || !json.contains("Titles") || !json["Titles"].is_array())
        return fail(ErrorKind::Internal, "the list of processes has no titles");
    for (const Json &title : json["Titles"])
        table.titles.push_back(title.is_string() ? title.get<std::string>() : title.dump());
    if (!json.contains("Processes") || !json["Processes"].is_array())
        return table;
    for (const Json &process : json["Processes"]) {
        std::vector<std::string> row;
        for (const Json &cell : process)
            row.push_back(cell.is_string() ? cell.get<std::string>() : cell.dump());
        row.resize(table.titles.size());
        table.rows.push_back(std::move(row));
    }
    return table;
}

Call processes(EngineClient &client, const std::string &id, const std::string &arguments, QObject *context,
               Done<ProcessTable> done)
{
    Query query;
    if (!arguments.empty())
        query.emplace_back("ps_args", arguments);
    return fetchWith<ProcessTable>(client.http(), get(target(containerPath(id, "/top"), query)), context,
                                   std::move(done), parseProcesses);
}

Result<std::vector<PathChange>> parseChanges(std::string_view text)
{
    TRY(const Json json, parse(text));
    std::vector<PathChange> changes;
    if (json.is_null()) // dockerd's way to say: none
        return changes;
    if (!json.is_array())
        return fail(ErrorKind::Internal, "the list of changes is not a list");
    for (const Json &change : json) {
        const std::int64_t kind = number(change, {"Kind"});
        if (word(change, "Path").empty() || kind < 0 || kind > 2)
            return fail(ErrorKind::Internal, "a change has no path or an unknown kind");
        changes.push_back({word(change, "Path"), PathChangeKind(kind)});
    }
    return changes;
}

Call pathChanges(EngineClient &client, const std::string &id, QObject *context,
                 Done<std::vector<PathChange>> done)
{
    return fetchWith<std::vector<PathChange>>(client.http(), get(containerPath(id, "/changes")), context,
                                              std::move(done), parseChanges);
}

Call updateLimits(EngineClient &client, const std::string &id, const LimitsUpdate &limits, QObject *context,
                  Done<std::vector<std::string>> done)
{
    Json body = Json::object();
    if (limits.memory)
        body["Memory"] = *limits.memory;
    if (limits.memorySwap)
        body["MemorySwap"] = *limits.memorySwap;
    if (limits.nanoCpus)
        body["NanoCpus"] = *limits.nanoCpus;
    if (limits.pids)
        body["PidsLimit"] = *limits.pids;
    if (limits.restartPolicy)
        body["RestartPolicy"] = {{"Name", *limits.restartPolicy},
                                 {"MaximumRetryCount", limits.restartRetries.value_or(0)}};
    auto read = [](std::string_view text) -> Result<std::vector<std::string>> {
        TRY(const Json json, parse(text));
        std::vector<std::string> warnings;
        const auto found = json.is_object() ? json.find("Warnings") : json.end();
        if (json.is_object() && found != json.end() && found->is_array()) {
            for (const Json &warning : *found)
                warnings.push_back(warning.is_string() ? warning.get<std::string>() : warning.dump());
        }
        return warnings;
    };
    return fetchWith<std::vector<std::string>>(client.http(), post(containerPath(id, "/update"), body.dump()),
                                               context, std::move(done), read);
}

} // namespace quayside::client
