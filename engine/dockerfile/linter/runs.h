// What rules about the commands of a RUN share.
#pragma once

#include "engine/dockerfile/linter/findings.h"

#include <functional>

namespace quayside::dockerfile
{

using CommandTest = std::function<bool(const ShellCommand &)>;

// The place of a command's name in the file, else its RUN's first line.
[[nodiscard]] Range commandRange(const Document &document, const Step &step, const ShellCommand &command);
// Puts " -y" behind the first of these words of the command ("install").
[[nodiscard]] Fix flagBehind(const Document &document, const Step &step, const ShellCommand &command,
                             std::initializer_list<std::string_view> words, std::string_view flag);
// Puts " && rm …" behind the last command of the RUN; none where other text follows it, or "&&" would not do.
[[nodiscard]] Fix alsoRun(const Document &document, const Step &step, std::string_view command);

// Whether the RUN has a cache or tmpfs mount whose target contains this path: what lands there is in no
// layer.
[[nodiscard]] bool hasMountAt(const Step &step, std::string_view path);
// Whether the last command that cleans comes behind the first that installs.
[[nodiscard]] bool cleansAfter(const ShellScript &script, const CommandTest &installs,
                               const CommandTest &cleans);
// Whether one of the commands is this kind.
[[nodiscard]] bool hasCommand(const ShellScript &script, const CommandTest &test);

// Calls `rule` for every command of every RUN.
void forEachCommand(Findings &findings, const std::function<void(const Step &, const ShellCommand &)> &rule);

} // namespace quayside::dockerfile
