#include "engine/isolation/cgroups/measure.h"

#include <charconv>
#include <limits>

namespace quayside::isolation::cgroups
{
namespace
{

std::string_view takeLine(std::string_view &rest)
{
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    return line;
}

std::string_view takeWord(std::string_view &line)
{
    while (line.starts_with(' '))
        line.remove_prefix(1);
    const std::string_view word = line.substr(0, line.find(' '));
    line.remove_prefix(word.size());
    return word;
}

std::uint64_t numberOf(std::string_view text)
{
    std::uint64_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::uint64_t number(const ReadFile &read, std::string_view controller, const char *file)
{
    return numberOf(read(controller, file).value_or(""));
}

// "max", and v1's largest multiple of a page, are no limit.
std::optional<std::uint64_t> limit(const ReadFile &read, std::string_view controller, const char *file)
{
    constexpr std::uint64_t v1None = 0x7FFFFFFFFFFFF000 - 65536; // whatever the page size
    const auto text = read(controller, file);
    if (!text || text->starts_with("max") || numberOf(*text) >= v1None)
        return std::nullopt;
    return numberOf(*text);
}

// "key value" lines.
std::map<std::string, std::uint64_t> keyed(const std::optional<std::string> &text)
{
    std::map<std::string, std::uint64_t> values;
    for (std::string_view rest = text ? std::string_view(*text) : std::string_view(); !rest.empty();) {
        std::string_view line = takeLine(rest);
        const std::string_view key = takeWord(line);
        if (const std::string_view value = takeWord(line); !value.empty())
            values.emplace(key, numberOf(value));
    }
    return values;
}

std::uint64_t of(const std::map<std::string, std::uint64_t> &values, const char *key)
{
    const auto found = values.find(key);
    return found == values.end() ? 0 : found->second;
}

bool readDevice(std::string_view word, IoCount &count)
{
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos)
        return false;
    count.major = numberOf(word.substr(0, colon));
    count.minor = numberOf(word.substr(colon + 1));
    return true;
}

// "8:0 Read 4096"; the last line is "Total 4096".
std::vector<IoCount> ioV1(const ReadFile &read, const char *file, const char *otherFile)
{
    std::vector<IoCount> counts;
    auto text = read("blkio", file);
    if (!text || text->empty() || text->starts_with("Total 0"))
        if (auto other = read("blkio", otherFile); other && !other->starts_with("Total 0"))
            text = std::move(other);
    for (std::string_view rest = text ? std::string_view(*text) : std::string_view(); !rest.empty();) {
        std::string_view line = takeLine(rest);
        IoCount count;
        if (!readDevice(takeWord(line), count))
            continue;
        count.op = takeWord(line);
        count.value = numberOf(takeWord(line));
        counts.push_back(std::move(count));
    }
    return counts;
}

// "cpu user system" and a line for each CPU, in nanoseconds.
void cpuV1(const ReadFile &read, Measured &measured)
{
    const auto text = read("cpuacct", "cpuacct.usage_all");
    std::string_view rest = text ? std::string_view(*text) : std::string_view();
    takeLine(rest);
    while (!rest.empty()) {
        std::string_view line = takeLine(rest);
        takeWord(line);
        const std::uint64_t user = numberOf(takeWord(line)), kernel = numberOf(takeWord(line));
        measured.userNs += user;
        measured.kernelNs += kernel;
        measured.perCpuNs.push_back(user + kernel);
    }
    measured.cpuNs = number(read, "cpuacct", "cpuacct.usage");
    const auto stat = keyed(read("cpu", "cpu.stat"));
    measured.periods = of(stat, "nr_periods");
    measured.throttledPeriods = of(stat, "nr_throttled");
    measured.throttledNs = of(stat, "throttled_time");
}

// "8:0 rbytes=1 wbytes=2 rios=3 wios=4 dbytes=0 dios=0"
void ioV2(const std::optional<std::string> &text, Measured &measured)
{
    struct Field {
        std::string_view name;
        const char *op;
        std::vector<IoCount> &to;
    };
    const Field fields[] = {{"rbytes", "read", measured.ioBytes},
                            {"wbytes", "write", measured.ioBytes},
                            {"rios", "read", measured.ioOperations},
                            {"wios", "write", measured.ioOperations}};
    for (std::string_view rest = text ? std::string_view(*text) : std::string_view(); !rest.empty();) {
        std::string_view line = takeLine(rest);
        IoCount count;
        if (!readDevice(takeWord(line), count))
            continue;
        while (!line.empty()) {
            const std::string_view word = takeWord(line);
            const std::size_t equals = word.find('=');
            for (const Field &field : fields) {
                if (equals == std::string_view::npos || word.substr(0, equals) != field.name)
                    continue;
                count.op = field.op;
                count.value = numberOf(word.substr(equals + 1));
                field.to.push_back(count);
            }
        }
    }
}

// "some avg10=1.50 avg60=0.00 avg300=0.00 total=12345", then the same of "full".
Stall stallOf(std::string_view text)
{
    Stall stall;
    while (!text.empty()) {
        std::string_view line = takeLine(text);
        const bool full = takeWord(line) == "full";
        while (!line.empty()) {
            const std::string_view word = takeWord(line);
            const std::string_view value = word.substr(std::min(word.find('=') + 1, word.size()));
            if (word.starts_with("avg10="))
                std::from_chars(value.data(), value.data() + value.size(),
                                full ? stall.full10 : stall.some10);
            else if (word.starts_with("total="))
                (full ? stall.fullUsec : stall.someUsec) = numberOf(value);
        }
    }
    return stall;
}

// A kernel that was told not to count (psi=0) has the files, and refuses to read them.
std::optional<Stalls> stallsOf(const ReadFile &read)
{
    const auto cpu = read({}, "cpu.pressure");
    if (!cpu)
        return std::nullopt;
    return Stalls{stallOf(*cpu), stallOf(read({}, "memory.pressure").value_or("")),
                  stallOf(read({}, "io.pressure").value_or(""))};
}

// "kernel" has the sum since Linux 5.18.
std::uint64_t kernelV2(const std::map<std::string, std::uint64_t> &stat)
{
    if (stat.contains("kernel"))
        return of(stat, "kernel");
    return of(stat, "kernel_stack") + of(stat, "pagetables") + of(stat, "percpu") + of(stat, "slab");
}

} // namespace

Measured measureV1(const ReadFile &read)
{
    Measured measured;
    cpuV1(read, measured);
    measured.memoryBytes = number(read, "memory", "memory.usage_in_bytes");
    measured.peakMemoryBytes = number(read, "memory", "memory.max_usage_in_bytes");
    measured.memoryFailures = number(read, "memory", "memory.failcnt");
    measured.memoryLimit = limit(read, "memory", "memory.limit_in_bytes");
    measured.memoryStat = keyed(read("memory", "memory.stat"));
    measured.kernelBytes = number(read, "memory", "memory.kmem.usage_in_bytes");
    measured.swapBytes = of(measured.memoryStat, "total_swap");
    measured.stalls = stallsOf(read);
    measured.pids = number(read, "pids", "pids.current");
    measured.pidsLimit = limit(read, "pids", "pids.max");
    measured.ioBytes =
        ioV1(read, "blkio.throttle.io_service_bytes_recursive", "blkio.bfq.io_service_bytes_recursive");
    measured.ioOperations =
        ioV1(read, "blkio.throttle.io_serviced_recursive", "blkio.bfq.io_serviced_recursive");
    return measured;
}

Measured measureV2(const ReadFile &read)
{
    constexpr std::uint64_t usec = 1000;
    Measured measured{.v2 = true};
    const auto cpu = keyed(read("cpu", "cpu.stat"));
    measured.cpuNs = usec * of(cpu, "usage_usec");
    measured.userNs = usec * of(cpu, "user_usec");
    measured.kernelNs = usec * of(cpu, "system_usec");
    measured.periods = of(cpu, "nr_periods");
    measured.throttledPeriods = of(cpu, "nr_throttled");
    measured.throttledNs = usec * of(cpu, "throttled_usec");
    measured.memoryBytes = number(read, "memory", "memory.current");
    measured.memoryFailures = of(keyed(read("memory", "memory.events")), "oom");
    measured.memoryLimit = limit(read, "memory", "memory.max");
    measured.memoryStat = keyed(read("memory", "memory.stat"));
    measured.kernelBytes = kernelV2(measured.memoryStat);
    measured.swapBytes = number(read, "memory", "memory.swap.current");
    measured.stalls = stallsOf(read);
    measured.pids = number(read, "pids", "pids.current");
    measured.pidsLimit = limit(read, "pids", "pids.max");
    ioV2(read("io", "io.stat"), measured);
    return measured;
}

} // namespace quayside::isolation::cgroups
