#include "models/client/stats.h"

#include "models/client/json.h"
#include "models/client/requests.h"

#include <QDateTime>

#include <cctype>

namespace quayside::client
{

namespace
{

std::int64_t sumOverInterfaces(const Json &json, const char *key)
{
    const Json *networks = find(json, {"networks"});
    if (networks == nullptr || !networks->is_object())
        return -1;
    std::int64_t sum = 0;
    for (const auto &[name, counters] : networks->items())
        sum += std::max<std::int64_t>(0, number(counters, {key}));
    return sum;
}

std::int64_t diskBytes(const Json &json, std::string_view operation)
{
    const Json *blkio = find(json, {"blkio_stats"});
    if (blkio == nullptr || !blkio->is_object())
        return -1;
    const Json *entries = find(*blkio, {"io_service_bytes_recursive"});
    if (entries == nullptr || !entries->is_array())
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

MemoryParts partsOf(const Json &told)
{
    return {.programs = number(told, {"Anon"}),
            .shared = number(told, {"Shmem"}),
            .cache = number(told, {"File"}),
            .kernel = number(told, {"Kernel"}),
            .swap = number(told, {"Swap"})};
}

// Of the kernel's own counters, under the names of cgroups 1 or 2: of the page cache, shared memory is a
// part.
MemoryParts partsByCounters(const Json &json)
{
    const Json *told = find(json, {"memory_stats", "stats"});
    if (told == nullptr)
        return {};
    const auto either = [told](const char *first, const char *second) {
        const std::int64_t value = number(*told, {first});
        return value >= 0 ? value : number(*told, {second});
    };
    MemoryParts parts{.programs = either("anon", "total_rss"),
                      .shared = either("shmem", "total_shmem"),
                      .cache = either("file", "total_cache"),
                      .kernel = number(*told, {"kernel"}),
                      .swap = number(*told, {"total_swap"})};
    if (parts.cache >= 0 && parts.shared > 0)
        parts.cache = std::max<std::int64_t>(0, parts.cache - parts.shared);
    return parts;
}

void readPressure(const Json &told, StatsSample &sample)
{
    const auto of = [&told](const char *resource) {
        return Pressure{fraction(told, {resource, "Some"}), fraction(told, {resource, "Full"})};
    };
    sample.cpuPressure = of("Cpu");
    sample.memoryPressure = of("Memory");
    sample.ioPressure = of("Io");
}

} // namespace

Result<StatsSample> parseStats(std::string_view text)
{
    TRY(const Json json, parse(text));
    if (!json.is_object())
        return fail(ErrorKind::Internal, "a sample of the statistics is not an object");
    StatsSample sample;
    sample.id = word(json, "id");
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
    sample.processLimit = number(json, {"pids_stats", "limit"});
    const Json *parts = find(json, {"Quayside", "Memory"});
    sample.parts = parts != nullptr ? partsOf(*parts) : partsByCounters(json);
    if (const Json *pressure = find(json, {"Quayside", "Pressure"}))
        readPressure(*pressure, sample);
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

Call statsOnce(EngineClient &client, const std::string &id, QObject *context, Done<StatsSample> done)
{
    return fetchWith<StatsSample>(
        client.http(), get(target(containerPath(id, "/stats"), {{"stream", "0"}, {"one-shot", "1"}})),
        context, std::move(done), parseStats);
}

Result<StatsLine> parseStatsLine(std::string_view text)
{
    TRY(const Json json, parse(text));
    if (!json.is_object())
        return fail(ErrorKind::Internal, "a sample of the statistics is not an object");
    StatsLine line;
    if (const std::int64_t round = number(json, {"Round"}); round >= 0) {
        line.round = round;
        return line;
    }
    StatsSample &sample = line.sample;
    sample.id = word(json, "Id");
    sample.time = std::max<std::int64_t>(0, number(json, {"Time"}));
    sample.cpu = number(json, {"Cpu"});
    sample.systemCpu = number(json, {"SystemCpu"});
    sample.cpus = std::max(1, int(number(json, {"Cpus"})));
    sample.memory = number(json, {"Memory"});
    sample.memoryLimit = number(json, {"MemoryLimit"});
    sample.received = number(json, {"Received"});
    sample.sent = number(json, {"Sent"});
    sample.read = number(json, {"Read"});
    sample.written = number(json, {"Written"});
    sample.processes = number(json, {"Pids"});
    sample.processLimit = number(json, {"PidsLimit"});
    if (const Json *parts = find(json, {"Parts"}))
        sample.parts = partsOf(*parts);
    if (const Json *pressure = find(json, {"Pressure"}))
        readPressure(*pressure, sample);
    return line;
}

Call followAllStats(EngineClient &client, int intervalMilliseconds, QObject *context,
                    std::function<void(const StatsLine &)> onLine, Done<void> onEnd)
{
    return followLines(
        client.http(), get(target("/quayside/stats", {{"interval", std::to_string(intervalMilliseconds)}})),
        context,
        [onLine = std::move(onLine)](std::string_view text) -> Result<> {
            TRY(const StatsLine line, parseStatsLine(text));
            if (onLine)
                onLine(line);
            return {};
        },
        std::move(onEnd));
}

} // namespace quayside::client
