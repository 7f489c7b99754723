// The table of all rules. What each asks for and why is in docs/dockerfile.md, which a test compares with
// this table.
#include "engine/dockerfile/linter/linter.h"

#include <algorithm>
#include <cctype>
#include <unordered_map>

namespace quayside::dockerfile
{

namespace
{

using enum Severity;
constexpr auto syntax = RuleFamily::Syntax;
constexpr auto buildKit = RuleFamily::BuildKit;
constexpr auto hadolint = RuleFamily::Hadolint;

constexpr RuleInfo table[] = {
    {"SyntaxError", syntax, Error, "No engine builds this", ""},

    {"ConsistentInstructionCasing", buildKit, Warning, "All instructions in upper case, or all in lower case",
     ""},
    {"CopyIgnoredFile", buildKit, Warning, "COPY and ADD take nothing that .dockerignore hides", ""},
    {"DuplicateStageName", buildKit, Warning, "Stage names are unique", ""},
    {"ExposeInvalidFormat", buildKit, Warning, "EXPOSE names no address and no port of the host", ""},
    {"ExposeProtoCasing", buildKit, Warning, "The protocol of EXPOSE is in lower case", ""},
    {"FromAsCasing", buildKit, Warning, "AS in the case of its FROM", ""},
    {"FromPlatformFlagConstDisallowed", buildKit, Warning, "FROM --platform is no constant", ""},
    {"InvalidBaseImagePlatform", buildKit, Warning, "The base image is of the platform that is built for",
     ""},
    {"InvalidDefaultArgInFrom", buildKit, Warning, "FROM names an image also without --build-arg", ""},
    {"InvalidDefinitionDescription", buildKit, Warning,
     "A comment above FROM … AS or ARG starts with its name", "", true},
    {"JSONArgsRecommended", buildKit, Warning, "CMD and ENTRYPOINT as arrays", ""},
    {"LegacyKeyValueFormat", buildKit, Warning, "ENV and LABEL with =", ""},
    {"MaintainerDeprecated", buildKit, Warning, "A label instead of MAINTAINER", ""},
    {"MultipleInstructionsDisallowed", buildKit, Warning, "One CMD, ENTRYPOINT and HEALTHCHECK in a stage",
     ""},
    {"NoEmptyContinuation", buildKit, Warning, "No empty line within an instruction", ""},
    {"RedundantTargetPlatform", buildKit, Warning, "No --platform=$TARGETPLATFORM: it is the default", ""},
    {"ReservedStageName", buildKit, Warning, "No stage is called scratch or context", ""},
    {"SecretsUsedInArgOrEnv", buildKit, Warning, "No secrets in ARG and ENV", ""},
    {"StageNameCasing", buildKit, Warning, "Stage names in lower case", ""},
    {"UndefinedArgInFrom", buildKit, Warning, "FROM uses declared ARGs only", ""},
    {"UndefinedVar", buildKit, Warning, "Variables are defined before their use", ""},
    {"WorkdirRelativePath", buildKit, Warning, "The first WORKDIR of a stage is absolute", ""},

    {"DL3000", hadolint, Error, "WORKDIR is absolute", "WorkdirRelativePath"},
    {"DL3001", hadolint, Info, "No commands that make no sense in a container (ssh, vim, mount, …)", ""},
    {"DL3002", hadolint, Warning, "The last USER is not root", ""},
    {"DL3003", hadolint, Warning, "WORKDIR instead of cd", ""},
    {"DL3004", hadolint, Error, "No sudo", ""},
    {"DL3006", hadolint, Warning, "Base images have a tag", ""},
    {"DL3007", hadolint, Warning, "The tag is not latest", ""},
    {"DL3008", hadolint, Warning, "apt-get install with versions", ""},
    {"DL3009", hadolint, Info, "apt's lists are removed in the RUN that fetched them", ""},
    {"DL3011", hadolint, Error, "Ports are at most 65535", ""},
    {"DL3012", hadolint, Error, "One HEALTHCHECK in a stage", "MultipleInstructionsDisallowed"},
    {"DL3013", hadolint, Warning, "pip install with versions", ""},
    {"DL3014", hadolint, Warning, "apt-get install -y", ""},
    {"DL3015", hadolint, Info, "apt-get install --no-install-recommends", ""},
    {"DL3016", hadolint, Warning, "npm install with versions", ""},
    {"DL3018", hadolint, Warning, "apk add with versions", ""},
    {"DL3019", hadolint, Info, "apk add --no-cache", ""},
    {"DL3020", hadolint, Error, "COPY instead of ADD for files and folders", ""},
    {"DL3021", hadolint, Error, "COPY of several files ends in a folder with /", ""},
    {"DL3022", hadolint, Warning, "COPY --from names a stage above", ""},
    {"DL3023", hadolint, Error, "COPY --from names another stage than its own", ""},
    {"DL3024", hadolint, Error, "Stage names are unique", "DuplicateStageName"},
    {"DL3025", hadolint, Warning, "CMD and ENTRYPOINT as arrays", "JSONArgsRecommended"},
    {"DL3027", hadolint, Warning, "apt-get instead of apt", ""},
    {"DL3028", hadolint, Warning, "gem install with versions", ""},
    {"DL3029", hadolint, Warning, "No --platform in FROM", "FromPlatformFlagConstDisallowed"},
    {"DL3030", hadolint, Warning, "yum install -y", ""},
    {"DL3032", hadolint, Warning, "yum clean all after yum install", ""},
    {"DL3033", hadolint, Warning, "yum install with versions", ""},
    {"DL3034", hadolint, Warning, "zypper install -y", ""},
    {"DL3035", hadolint, Warning, "No zypper dist-upgrade", ""},
    {"DL3036", hadolint, Warning, "zypper clean after zypper install", ""},
    {"DL3037", hadolint, Warning, "zypper install with versions", ""},
    {"DL3038", hadolint, Warning, "dnf install -y", ""},
    {"DL3040", hadolint, Warning, "dnf clean all after dnf install", ""},
    {"DL3041", hadolint, Warning, "dnf install with versions", ""},
    {"DL3042", hadolint, Warning, "pip install --no-cache-dir", ""},
    {"DL3043", hadolint, Error, "ONBUILD triggers no ONBUILD, FROM or MAINTAINER", ""},
    {"DL3044", hadolint, Error, "ENV uses no variable that the same ENV defines", ""},
    {"DL3045", hadolint, Warning, "COPY to a relative path only behind a WORKDIR", ""},
    {"DL3046", hadolint, Warning, "useradd -l with a high uid", ""},
    {"DL3047", hadolint, Info, "wget without a progress bar", ""},
    {"DL3048", hadolint, Style, "Keys of labels are well formed", ""},
    {"DL3055", hadolint, Warning, "A label that is to be a git hash is one", ""},
    {"DL3056", hadolint, Warning, "A label that is to be a semantic version is one", ""},
    {"DL3057", hadolint, Info, "There is a HEALTHCHECK", "", true},
    {"DL3058", hadolint, Warning, "A label that is to be an e-mail address is one", ""},
    {"DL3059", hadolint, Info, "No RUNs in a row that could be one", ""},
    {"DL3060", hadolint, Info, "yarn cache clean after yarn install", ""},
    {"DL3061", hadolint, Error, "Only ARG stands above the first FROM", ""},
    {"DL3062", hadolint, Warning, "go install with versions", ""},
    {"DL4000", hadolint, Error, "A label instead of MAINTAINER", "MaintainerDeprecated"},
    {"DL4001", hadolint, Warning, "Either wget or curl", ""},
    {"DL4003", hadolint, Warning, "One CMD in a stage", "MultipleInstructionsDisallowed"},
    {"DL4004", hadolint, Error, "One ENTRYPOINT in a stage", "MultipleInstructionsDisallowed"},
    {"DL4005", hadolint, Warning, "SHELL instead of a link at /bin/sh", ""},
    {"DL4006", hadolint, Warning, "SHELL with -o pipefail above a RUN with a pipe", ""},
};

} // namespace

std::span<const RuleInfo> lintRules()
{
    return table;
}

const RuleInfo *lintRule(std::string_view id)
{
    static const auto byId = [] {
        std::unordered_map<std::string_view, const RuleInfo *> result;
        for (const auto &rule : table)
            result.emplace(rule.id, &rule);
        return result;
    }();
    const auto found = byId.find(id);
    return found == byId.end() ? nullptr : found->second;
}

// "FromAsCasing" → "from-as-casing", "JSONArgsRecommended" → "json-args-recommended", as docker's pages are
// called.
std::string ruleUrl(const RuleInfo &rule)
{
    if (rule.family == RuleFamily::Hadolint)
        return "https://github.com/hadolint/hadolint/wiki/" + std::string(rule.id);
    if (rule.family == RuleFamily::Syntax)
        return "https://docs.docker.com/reference/dockerfile/";
    if (rule.id == "InvalidBaseImagePlatform")
        return {}; // has no page
    const auto upper = [&](std::size_t i) {
        return i < rule.id.size() && std::isupper(static_cast<unsigned char>(rule.id[i]));
    };
    std::string name;
    for (std::size_t i = 0; i < rule.id.size(); ++i) {
        const bool wordStart =
            upper(i) && i > 0 && (!upper(i - 1) || (i + 1 < rule.id.size() && !upper(i + 1)));
        if (wordStart)
            name += '-';
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(rule.id[i])));
    }
    return "https://docs.docker.com/go/dockerfile/rule/" + name + "/";
}

} // namespace quayside::dockerfile
