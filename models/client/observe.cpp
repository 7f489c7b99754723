#include "models/client/observe.h"

#include "models/client/json.h"
#include "models/client/requests.h"

namespace quayside::client
{

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
    std::string away;
    if (limits.memory == -1)
        away = "?away=memory";
    else if (limits.memory)
        body["Memory"] = *limits.memory;
    if (limits.memorySwap && limits.memory != -1)
        body["MemorySwap"] = *limits.memorySwap;
    if (limits.nanoCpus == -1)
        away += away.empty() ? "?away=cpus" : ",cpus";
    else if (limits.nanoCpus)
        body["NanoCpus"] = *limits.nanoCpus;
    if (limits.cpuPeriod)
        body["CpuPeriod"] = *limits.cpuPeriod;
    if (limits.cpuQuota)
        body["CpuQuota"] = *limits.cpuQuota;
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
    return fetchWith<std::vector<std::string>>(client.http(),
                                               post(containerPath(id, "/update" + away), body.dump()),
                                               context, std::move(done), read);
}

} // namespace quayside::client
