// Flags, and words of the instructions.
#include "models/dockerfile/language/completer.h"

#include <algorithm>
#include <charconv>

namespace quayside::models::language
{
namespace
{

using Kind = CompletionItem::Kind;

constexpr std::string_view signalNames = "SIGTERM,SIGINT,SIGQUIT,SIGHUP,SIGKILL,SIGUSR1,SIGUSR2,SIGWINCH,"
                                         "SIGABRT,SIGALRM,SIGCONT,SIGSTOP,SIGTSTP,SIGPWR,"
                                         "SIGRTMIN+3";
constexpr std::string_view labelKeys =
    "org.opencontainers.image.title=,org.opencontainers.image.description=,org.opencontainers.image.version=,"
    "org.opencontainers.image.source=,org.opencontainers.image.url=,org.opencontainers.image.documentation=,"
    "org.opencontainers.image.authors=,org.opencontainers.image.vendor=,org.opencontainers.image.licenses=,"
    "org.opencontainers.image.revision=,org.opencontainers.image.created=,org.opencontainers.image.base."
    "name=";
constexpr const char *shellArrays[] = {R"(["/bin/bash", "-o", "pipefail", "-c"])",
                                       R"(["/bin/sh", "-c"])",
                                       R"(["/bin/ash", "-eo", "pipefail", "-c"])",
                                       R"(["pwsh", "-Command"])",
                                       R"(["powershell", "-Command"])",
                                       R"(["cmd", "/S", "/C"])"};

constexpr std::size_t mostShown = 60; // of an instruction in a line of details

// The value that "key=" has in a line of CSV; empty where there is none.
std::string_view valueIn(std::string_view csv, std::string_view key)
{
    while (!csv.empty()) {
        const auto field = csv.substr(0, csv.find(','));
        if (field.size() > key.size() && field.starts_with(key) && field[key.size()] == '=')
            return field.substr(key.size() + 1);
        csv.remove_prefix(std::min(field.size() + 1, csv.size()));
    }
    return {};
}

bool hasKey(std::string_view csv, std::string_view name)
{
    while (!csv.empty()) {
        const auto field = csv.substr(0, csv.find(','));
        if (mountKeyOf(field.substr(0, field.find('='))) == name)
            return true;
        csv.remove_prefix(std::min(field.size() + 1, csv.size()));
    }
    return false;
}

std::string_view fromOf(const Typed &typed)
{
    for (const auto &flag : typed.flags)
        if (flag.starts_with("--from="))
            return std::string_view(flag).substr(7);
    return {};
}

} // namespace

void Completer::completeFlag()
{
    const auto sign = m_typed.current.find('=');
    if (sign != std::string::npos && m_typed.current.starts_with("--"))
        return completeFlagValue(std::string_view(m_typed.current).substr(2, sign - 2),
                                 std::string_view(m_typed.current).substr(sign + 1));
    start(m_typed.current);
    for (const auto &flag : flagInfos()) {
        const auto option = "--" + std::string(flag.name);
        const bool used = std::ranges::any_of(m_typed.flags, [&](const std::string &one) {
            return one == option || one.starts_with(option + '=');
        });
        if (dockerfile::lowered(flag.instruction) != m_typed.keyword || (used && !flag.repeats))
            continue;
        m_matches.add({.label = shown(option),
                       .insert = option + (flag.boolean ? " " : "="),
                       .kind = Kind::Flag,
                       .detail = shown(flag.form),
                       .documentation = DockerfileLanguage::tr(flag.summary),
                       .continues = !flag.boolean});
    }
}

void Completer::completeFlagValue(std::string_view name, std::string_view value)
{
    const auto *flag = flagInfo(m_typed.keyword, name);
    if (flag == nullptr)
        return;
    if (name == "mount")
        return completeMount(value);
    if (name == "from") {
        start(value);
        addStages(value, true);
        addImages(value);
        return;
    }
    if (!flag->values.empty())
        completeValues(value, flag->values);
}

// "type=cache,tar|" or "type=ca|"
void Completer::completeMount(std::string_view value)
{
    const auto comma = value.rfind(',');
    const auto before = value.substr(0, comma == value.npos ? 0 : comma);
    const auto field = comma == value.npos ? value : value.substr(comma + 1);
    const auto said = valueIn(before, "type");
    const auto type = said.empty() ? std::string_view("bind") : said;
    if (const auto sign = field.find('='); sign != field.npos)
        return completeMountValue(type, mountKeyOf(field.substr(0, sign)), field.substr(sign + 1));
    start(field);
    int rank = 0;
    for (const auto &key : mountKeyInfos()) {
        if (mountKeyInfo(type, key.name) == nullptr || hasKey(before, key.name))
            continue;
        const auto name = std::string(key.name);
        m_matches.add({.label = shown(name),
                       .insert = name + (key.bare ? "" : "="),
                       .kind = Kind::Key,
                       .detail = shown(key.form),
                       .documentation = DockerfileLanguage::tr(key.summary),
                       .continues = !key.bare},
                      rank++);
    }
}

void Completer::completeMountValue(std::string_view type, std::string_view key, std::string_view value)
{
    const auto *info = mountKeyInfo(type, key);
    if (key == "type")
        info = mountKeyInfo({}, key);
    if (info == nullptr)
        return;
    const auto mount = std::string_view(m_typed.current).substr(8); // behind "--mount="
    if (!info->values.empty()) {
        completeValues(value, info->values);
    } else if (key == "from") {
        start(value);
        addStages(value, true);
        addImages(value);
    } else if (key == "target") {
        completePlacePath(value);
    } else if (key == "source") {
        if (const auto from = valueIn(mount, "from"); !from.empty())
            completeImagePath(std::string(from), value);
        else if (type == "bind")
            completeContextPath(value);
    }
}

void Completer::completeWord()
{
    const auto &keyword = m_typed.keyword;
    const auto words = m_typed.words.size();
    if (keyword == "from")
        completeFrom();
    else if (keyword == "copy" || keyword == "add")
        completeCopy();
    else if ((keyword == "workdir" && words == 0) || keyword == "volume")
        completePlacePath(m_typed.current);
    else if (keyword == "arg")
        completeArgument();
    else if (keyword == "expose")
        completeExpose();
    else if (keyword == "stopsignal" && words == 0)
        completeValues(m_typed.current, signalNames);
    else if (keyword == "healthcheck" && words == 0)
        completeValues(m_typed.current, m_typed.flags.empty() ? "CMD,NONE" : "CMD", Kind::Keyword);
    else if (keyword == "shell" && words == 0)
        completeShell();
    else if (keyword == "label" && !m_typed.current.contains('='))
        completeValues(m_typed.current, labelKeys, Kind::Key);
}

void Completer::completeFrom()
{
    if (m_typed.words.size() == 1)
        return completeValues(m_typed.current, m_cursor.before.starts_with('f') ? "as" : "AS", Kind::Keyword);
    if (!m_typed.words.empty())
        return;
    start(m_typed.current);
    addStages(m_typed.current, false);
    addImages(m_typed.current);
}

void Completer::completeCopy()
{
    const auto from = std::string(fromOf(m_typed));
    if (m_typed.current.starts_with("<<"))
        return;
    // The last word is the destination, and nobody knows yet whether this is the last.
    if (!m_typed.words.empty() && (m_typed.current.starts_with('/') || m_typed.current.empty()))
        return completePlacePath(m_typed.current);
    if (!from.empty())
        return completeImagePath(from, m_typed.current);
    if (!m_typed.current.contains("://"))
        completeContextPath(m_typed.current);
}

// Those of the head of the file, and those of the builder.
void Completer::completeArgument()
{
    if (m_typed.current.contains('='))
        return;
    start(m_typed.current);
    const auto here = variablesAt(m_structure, m_cursor.position);
    const auto globals = dockerfile::globalArguments(m_structure, {}, m_arguments);
    const auto platform = dockerfile::platformArguments({});
    for (const auto &name : globals.names) {
        if (stageIndex() < 0 || std::ranges::contains(here, name, &Variable::name))
            continue;
        const auto value = globals.values.find(name);
        m_matches.add({.label = shown(name),
                       .insert = name,
                       .kind = Kind::Variable,
                       .detail = value == globals.values.end() ? QString() : shown(value->second)},
                      platform.contains(name) ? 1 : 0);
    }
}

void Completer::completeExpose()
{
    const auto slash = m_typed.current.find('/');
    if (slash != std::string::npos)
        return completeValues(std::string_view(m_typed.current).substr(slash + 1), "tcp,udp,sctp");
    completeValues(m_typed.current, "80,443,3000,5000,8000,8080");
}

void Completer::completeShell()
{
    if (m_typed.array)
        return;
    start(m_typed.current);
    for (int rank = 0; const auto *array : shellArrays)
        m_matches.add({.label = QString::fromLatin1(array), .insert = array, .kind = Kind::Value}, rank++);
}

int Completer::stageIndex() const
{
    const auto *stage = stageAt(m_structure, m_cursor.start);
    return stage == nullptr ? -1 : m_structure.indexOf(*stage);
}

void Completer::addStages(std::string_view typed, bool numbers)
{
    const auto range = m_cursor.tail(typed.size());
    for (const auto &stage : m_structure.stages) {
        if (m_cursor.position <= stage.from->outer->range.end || m_structure.indexOf(stage) == stageIndex())
            continue;
        const int index = m_structure.indexOf(stage);
        const auto name = stage.name.empty() ? std::to_string(index) : std::string(stage.from->word(2));
        if (stage.name.empty() && !numbers)
            continue;
        m_matches.add({.label = shown(name),
                       .insert = name,
                       .kind = Kind::Stage,
                       .detail = DockerfileLanguage::tr("stage %1, from %2")
                                     .arg(index)
                                     .arg(shown(std::string_view(stage.base).substr(0, mostShown)))},
                      0, range, typed);
    }
    if (!numbers)
        m_matches.add({.label = QStringLiteral("scratch"),
                       .insert = "scratch",
                       .kind = Kind::Image,
                       .detail = DockerfileLanguage::tr("nothing: an empty image")},
                      2, range, typed);
}

// Names that are here; behind "name:" the tags of its repository.
void Completer::addImages(std::string_view typed)
{
    if (m_sources == nullptr || typed.contains('@'))
        return;
    const auto range = m_cursor.tail(typed.size());
    if (const auto images = known(m_sources->images()))
        for (const auto &image : *images)
            m_matches.add({.label = image.name,
                           .insert = image.name.toStdString(),
                           .kind = Kind::Image,
                           .detail = DockerfileLanguage::tr("on this computer")},
                          1, range, typed);
    const auto colon = typed.rfind(':');
    if (colon != typed.npos && colon > 0 && !typed.substr(colon).contains('/'))
        addTags(typed.substr(0, colon), typed.substr(colon + 1));
}

void Completer::addTags(std::string_view repository, std::string_view typed)
{
    const auto tags = known(m_sources->tags(std::string(repository)));
    if (!tags)
        return;
    const auto range = m_cursor.tail(typed.size());
    for (const auto &tag : *tags)
        m_matches.add({.label = tag,
                       .insert = tag.toStdString(),
                       .kind = Kind::Tag,
                       .detail = DockerfileLanguage::tr("in the registry")},
                      3, range, typed);
}

} // namespace quayside::models::language
