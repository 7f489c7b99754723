#include "engine/images/base/aptsources.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <ranges>
#include <sstream>

namespace quayside::images
{
namespace
{

std::vector<std::string> wordsOf(const std::string &text)
{
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

bool isUsableUri(std::string_view uri)
{
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"http://", "https://", "file:", "copy:"},
        [&](std::string_view scheme) { return uri.starts_with(scheme); });
}

// "[signed-by=/a arch=amd64]" off the front of the words; the keyring, if it names one.
std::string takeOptions(std::vector<std::string> &words)
{
    std::string signedBy;
    if (words.empty() || !words[0].starts_with('['))
        return signedBy;
    bool last = false;
    while (!words.empty() && !last) {
        std::string word = words.front();
        words.erase(words.begin());
        last = word.ends_with(']');
        std::erase_if(word, [](char c) { return c == '[' || c == ']'; });
        if (word.starts_with("signed-by="))
            signedBy = word.substr(10);
    }
    return signedBy;
}

void addStanza(std::map<std::string, std::string> fields, std::vector<AptSource> &sources)
{
    const auto types = wordsOf(fields["types"]);
    if (std::ranges::find(types, "deb") == types.end() || fields["enabled"] == "no")
        return;
    // A key in the file itself (many lines) can't be named in a line; a path can.
    const std::string signedBy = fields["signed-by"].starts_with('/') ? fields["signed-by"] : "";
    for (const std::string &uri : wordsOf(fields["uris"])) {
        for (const std::string &suite : wordsOf(fields["suites"])) {
            if (isUsableUri(uri))
                sources.push_back({uri, suite, wordsOf(fields["components"]), signedBy});
        }
    }
}

std::string lower(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string readFile(const std::filesystem::path &path)
{
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// "trixie-security" → "trixie" and "-security"; the suffixes of a Debian or Ubuntu release.
std::string suffixOf(const std::string &suite)
{
    for (const char *suffix : {"-updates", "-security"}) {
        if (suite.ends_with(suffix))
            return suffix;
    }
    return {};
}

bool isOneWord(std::string_view text)
{
    return !text.empty() && std::ranges::none_of(text, [](unsigned char c) {
        return c <= ' ' || c == 0x7f || c == '[' || c == ']';
    });
}

} // namespace

std::vector<AptSource> parseSourcesList(std::string_view text)
{
    std::vector<AptSource> sources;
    for (const auto part : std::views::split(text, '\n')) {
        std::string line(std::string_view(part).substr(0, std::string_view(part).find('#')));
        std::vector<std::string> words = wordsOf(line);
        if (words.size() < 3 || words[0] != "deb")
            continue;
        words.erase(words.begin());
        const std::string signedBy = takeOptions(words);
        if (words.size() >= 2 && isUsableUri(words[0]))
            sources.push_back({words[0], words[1], {words.begin() + 2, words.end()}, signedBy});
    }
    return sources;
}

std::vector<AptSource> parseDeb822(std::string_view text)
{
    std::vector<AptSource> sources;
    std::map<std::string, std::string> fields;
    std::string current;
    for (const auto part : std::views::split(text, '\n')) {
        const std::string line{std::string_view(part)};
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            addStanza(std::exchange(fields, {}), sources);
        } else if (line[0] == ' ' || line[0] == '\t') {
            fields[current] += " " + line.substr(1);
        } else if (const std::size_t colon = line.find(':'); line[0] != '#' && colon != std::string::npos) {
            current = lower(line.substr(0, colon));
            const std::string value = line.substr(colon + 1);
            const std::size_t start = value.find_first_not_of(" \t");
            fields[current] = start == std::string::npos ? "" : value.substr(start);
        }
    }
    addStanza(std::move(fields), sources);
    return sources;
}

std::vector<AptSource> aptSources(const std::string &folder)
{
    std::vector<AptSource> sources = parseSourcesList(readFile(folder + "/sources.list"));
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(folder + "/sources.list.d", error))
        files.push_back(entry.path());
    std::ranges::sort(files);
    for (const auto &file : files) {
        if (file.extension() == ".list")
            std::ranges::copy(parseSourcesList(readFile(file)), std::back_inserter(sources));
        else if (file.extension() == ".sources")
            std::ranges::copy(parseDeb822(readFile(file)), std::back_inserter(sources));
    }
    return sources;
}

Result<std::vector<std::string>> sourceLines(const std::vector<AptSource> &sources, const std::string &suite)
{
    // A release's main source is the one that has an "-updates" beside it: third parties have none.
    const auto isRelease = [&](const AptSource &source) {
        const std::string release =
            source.suite.substr(0, source.suite.size() - suffixOf(source.suite).size());
        return std::ranges::any_of(sources, [&](const AptSource &other) {
            return other.suite == release + "-updates" || (other.suite == suite && source.suite == suite);
        });
    };
    const bool rolling = suite == "sid" || suite == "unstable" || suite == "testing";
    std::vector<std::string> lines;
    for (const AptSource &source : sources) {
        const std::string suffix = suffixOf(source.suite);
        if (!isRelease(source) || (rolling && !suffix.empty()) || !isOneWord(source.uri))
            continue;
        const bool hasMain = std::ranges::find(source.components, "main") != source.components.end();
        if (!hasMain)
            continue;
        const bool signedBy = isOneWord(source.signedBy);
        std::string line =
            std::format("deb {}{} {}{} main", signedBy ? "[signed-by=" + source.signedBy + "] " : "",
                        source.uri, suite, suffix);
        if (std::ranges::find(lines, line) == lines.end())
            lines.push_back(std::move(line));
    }
    const std::string plain = " " + suite + " main";
    if (std::ranges::none_of(lines, [&](const std::string &line) { return line.ends_with(plain); }))
        return fail(ErrorKind::NotFound,
                    "this machine's apt configuration names no mirror of a Debian release to take {} from",
                    suite);
    return lines;
}

bool isPackageName(std::string_view name)
{
    const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return name.size() >= 2 && name.size() <= 128 && alnum(name[0]) &&
           std::ranges::all_of(name, [&](char c) { return alnum(c) || c == '+' || c == '-' || c == '.'; });
}

bool isSuiteName(std::string_view suite)
{
    const auto alnum = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !suite.empty() && suite.size() <= 64 && alnum(suite[0]) &&
           std::ranges::all_of(suite, [&](char c) { return alnum(c) || c == '-' || c == '.'; });
}

} // namespace quayside::images
