// EXPOSE: ExposeProtoCasing, ExposeInvalidFormat, DL3011.
#include "engine/dockerfile/linter/findings.h"

#include <algorithm>
#include <format>

namespace quayside::dockerfile
{

namespace
{

constexpr int highest = 65535;

bool tooHigh(std::string_view number)
{
    if (number.empty() || !std::ranges::all_of(number, [](char c) { return c >= '0' && c <= '9'; }))
        return false;
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number.size() > 5 || (number.size() == 5 && std::stoi(std::string(number)) > highest);
}

void check(Findings &findings, const Step &step, const Word &word)
{
    const std::string_view port = word.text;
    if (port.contains('$'))
        return;
    const auto slash = port.rfind('/');
    const auto protocol = slash == port.npos ? std::string_view() : port.substr(slash + 1);
    if (lowered(protocol) != protocol) {
        const auto better = std::string(port.substr(0, slash + 1)) + lowered(protocol);
        findings.add("ExposeProtoCasing", &step, word.range,
                     std::format("Defined protocol '{}' in EXPOSE instruction should be lowercase", port),
                     {fixOf(std::format("Write {}", better), word.range, better)});
    }
    const auto colon = port.substr(0, slash).rfind(':');
    if (colon != port.npos) {
        const auto better = std::string(port.substr(colon + 1));
        findings.add(
            "ExposeInvalidFormat", &step, word.range,
            std::format("EXPOSE instruction should not define an IP address or host-port mapping, found '{}'",
                        port),
            {fixOf(std::format("Write {}", better), word.range, better)});
    }
    const auto numbers = port.substr(0, slash).substr(colon == port.npos ? 0 : colon + 1);
    const auto dash = numbers.find('-');
    if (tooHigh(numbers.substr(0, dash)) || (dash != numbers.npos && tooHigh(numbers.substr(dash + 1))))
        findings.add("DL3011", &step, word.range, "Valid UNIX ports range from 0 to 65535");
}

} // namespace

void checkPorts(Findings &findings)
{
    for (const auto &step : findings.document.steps)
        if (step.is("expose") && !step.onbuild)
            for (const auto &word : step.node->words)
                check(findings, step, word);
}

} // namespace quayside::dockerfile
