#include "models/dockerfile/language/reference.h"

#include "engine/dockerfile/unicode.h"
#include "models/dockerfile/language/texts.h"

#include <algorithm>

namespace quayside::models::language
{
namespace
{

constexpr InstructionInfo instructionTable[] = {
    {"ADD", "ADD [flags] SOURCE… DESTINATION",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Copies files from the context into the image, unpacks local archives, and fetches URLs and git "
         "repositories. Where none of that is needed, COPY says more clearly what happens."),
     "ADD https://example.org/tool.tar.gz /opt/", "add"},
    {"ARG", "ARG NAME[=DEFAULT]…",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Declares a variable that the builder can set with --build-arg. It counts from here to the end of "
         "the "
         "stage, and is gone when the image runs. Above the first FROM it counts for FROM lines only."),
     "ARG VERSION=3.12", "arg"},
    {"CMD", "CMD [\"program\", \"argument\"…]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "What a container of this image runs when nothing else is asked for; with an "
                       "ENTRYPOINT, its default "
                       "arguments. The last one counts."),
     "CMD [\"python\", \"app.py\"]", "cmd"},
    {"COPY", "COPY [flags] SOURCE… DESTINATION",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Copies files from the context, another stage or another image into this one. With "
                       "several sources the "
                       "destination ends in /."),
     "COPY --from=build /out/app /usr/bin/app", "copy"},
    {"ENTRYPOINT", "ENTRYPOINT [\"program\", \"argument\"…]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The program that containers of this image always run; CMD and what stands behind the "
                       "image's name are "
                       "its arguments."),
     "ENTRYPOINT [\"/usr/bin/app\"]", "entrypoint"},
    {"ENV", "ENV NAME=VALUE…",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Sets variables for the instructions below and for containers of the image. Never put "
                       "a secret here: "
                       "everybody who has the image can read it."),
     "ENV PATH=/opt/app/bin:$PATH", "env"},
    {"EXPOSE", "EXPOSE PORT[/PROTOCOL]…",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Says on which ports the program listens. That publishes none of them: run does, with -p."),
     "EXPOSE 8080/tcp", "expose"},
    {"FROM", "FROM [--platform=PLATFORM] IMAGE [AS NAME]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Begins a stage on top of an image, of a stage above, or of nothing (scratch). The "
                       "last stage is what is "
                       "built, with those that it needs."),
     "FROM debian:13-slim AS build", "from"},
    {"HEALTHCHECK", "HEALTHCHECK [flags] CMD command  or  HEALTHCHECK NONE",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "A command that says whether the container is well: exit code 0 yes, 1 no. NONE "
                       "switches off what the "
                       "base image has."),
     "HEALTHCHECK --interval=30s CMD wget -q -O /dev/null http://localhost:8080/", "healthcheck"},
    {"LABEL", "LABEL KEY=VALUE…",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Notes about the image: who made it, from what, under which licence."),
     "LABEL org.opencontainers.image.source=https://example.org/app", "label"},
    {"MAINTAINER", "MAINTAINER NAME",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Who keeps the image. Deprecated: use LABEL org.opencontainers.image.authors instead."),
     "LABEL org.opencontainers.image.authors=me@example.org", "maintainer-deprecated"},
    {"ONBUILD", "ONBUILD INSTRUCTION",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Keeps an instruction for later: it runs when another image is built FROM this one."),
     "ONBUILD COPY . /app", "onbuild"},
    {"RUN", "RUN [flags] command  or  RUN [\"program\", \"argument\"…]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Runs a command in the image and keeps what it changes as a layer. Clean up in the "
                       "same RUN: what a later "
                       "one removes still takes space."),
     "RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*",
     "run"},
    {"SHELL", "SHELL [\"program\", \"argument\"…]",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "The shell that reads RUN, CMD and ENTRYPOINT where they are no arrays, from here on."),
     "SHELL [\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", "shell"},
    {"STOPSIGNAL", "STOPSIGNAL SIGNAL",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The signal that asks the container's program to end. SIGTERM where nothing is said."),
     "STOPSIGNAL SIGQUIT", "stopsignal"},
    {"USER", "USER NAME|UID[:GROUP|GID]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Who runs the commands below and the container's program. Without it that is root."),
     "USER app:app", "user"},
    {"VOLUME", "VOLUME PATH…",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Folders that get a volume when a container starts, so that what is written there "
                       "outlives it. What later "
                       "instructions write there may be lost."),
     "VOLUME /var/lib/postgresql/data", "volume"},
    {"WORKDIR", "WORKDIR PATH",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The folder in which the instructions below and the container's program work. It is "
                       "made where it is "
                       "missing."),
     "WORKDIR /app", "workdir"},
};

constexpr FlagInfo flagTable[] = {
    {"ADD", "checksum", "--checksum=sha256:DIGEST",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "What is fetched must have this digest (of a git repository: this commit), or the build fails."),
     "ADD --checksum=sha256:24454f83… https://example.org/tool /bin/tool"},
    {"ADD", "chmod", "--chmod=MODE",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Permissions of what is copied: 755 or u=rwX,go=rX."),
     "ADD --chmod=755 https://example.org/tool /bin/tool"},
    {"ADD", "chown", "--chown=USER[:GROUP]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Whom the copied files belong to. Without it: root."),
     "ADD --chown=app:app data.tar.gz /data/"},
    {"ADD", "exclude", "--exclude=PATTERN",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Leaves out files that fit the pattern. May be given several times."),
     "ADD --exclude=*.md docs /docs/", false, true},
    {"ADD", "keep-git-dir", "--keep-git-dir[=true]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Keeps the folder .git of a repository that is fetched."),
     "ADD --keep-git-dir https://example.org/app.git /src", true, false, "true,false"},
    {"ADD", "link", "--link[=true]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Copies into a layer that does not depend on those below: it stays in the cache when "
                       "they change. Links in "
                       "the destination are not followed."),
     "ADD --link data.tar.gz /data/", true, false, "true,false"},
    {"ADD", "unpack", "--unpack[=true]",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Whether archives are unpacked. Without it local ones are, and those of a URL are not."),
     "ADD --unpack=true https://example.org/tool.tar.gz /opt/", true, false, "true,false"},
    {"COPY", "chmod", "--chmod=MODE",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Permissions of what is copied: 755 or u=rwX,go=rX."),
     "COPY --chmod=755 start.sh /usr/bin/"},
    {"COPY", "chown", "--chown=USER[:GROUP]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Whom the copied files belong to. Without it: root."),
     "COPY --chown=app:app . /app/"},
    {"COPY", "exclude", "--exclude=PATTERN",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Leaves out files that fit the pattern. May be given several times."),
     "COPY --exclude=*.md docs /docs/", false, true},
    {"COPY", "from", "--from=STAGE|IMAGE",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Takes the files from a stage above (its name or number) or from an image, in place "
                       "of the context."),
     "COPY --from=build /out/app /usr/bin/"},
    {"COPY", "link", "--link[=true]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Copies into a layer that does not depend on those below: it stays in the cache when "
                       "they change. Links in "
                       "the destination are not followed."),
     "COPY --link . /app/", true, false, "true,false"},
    {"COPY", "parents", "--parents[=true]",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Keeps the folders of each source below the destination; /./ in a source marks where they begin."),
     "COPY --parents src/./lib/*.py /app/", true, false, "true,false"},
    {"FROM", "platform", "--platform=OS/ARCHITECTURE[/VARIANT]",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "The platform of the image. Without it: the one that is built for. $BUILDPLATFORM is the one that "
         "builds."),
     "FROM --platform=$BUILDPLATFORM golang:1.24 AS build", false, false,
     "$BUILDPLATFORM,$TARGETPLATFORM,linux/amd64,linux/arm64,linux/arm/v7,linux/riscv64,linux/ppc64le,linux/"
     "s390x"},
    {"HEALTHCHECK", "interval", "--interval=DURATION",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The time between two checks. 30s where nothing is said."),
     "HEALTHCHECK --interval=1m CMD /check", false, false, "10s,30s,1m,5m"},
    {"HEALTHCHECK", "retries", "--retries=NUMBER",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "How many checks in a row must fail before the container is unhealthy. 3 where nothing is said."),
     "HEALTHCHECK --retries=5 CMD /check", false, false, "1,3,5"},
    {"HEALTHCHECK", "start-interval", "--start-interval=DURATION",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The time between checks while the container starts. 5s where nothing is said."),
     "HEALTHCHECK --start-period=1m --start-interval=2s CMD /check", false, false, "1s,2s,5s"},
    {"HEALTHCHECK", "start-period", "--start-period=DURATION",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "How long the container may need to start: checks that fail meanwhile do not count. "
                       "0s where nothing is "
                       "said."),
     "HEALTHCHECK --start-period=30s CMD /check", false, false, "10s,30s,1m"},
    {"HEALTHCHECK", "timeout", "--timeout=DURATION",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "A check that takes longer has failed. 30s where nothing is said."),
     "HEALTHCHECK --timeout=3s CMD /check", false, false, "3s,10s,30s"},
    {"RUN", "device", "--device=NAME[,required]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Gives the command a device by its CDI name."),
     "RUN --device=vendor.com/gpu=all /test", false, true},
    {"RUN", "mount", "--mount=type=TYPE[,KEY=VALUE…]",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Mounts something for this command only; nothing of it is in the layer: files of the context or a "
         "stage "
         "(bind), a folder that is kept between builds (cache), memory (tmpfs), a secret, or an ssh agent."),
     "RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt", false, true},
    {"RUN", "network", "--network=TYPE",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The command's network: default, none (only the loopback), or host."),
     "RUN --network=none make test", false, false, "default,none,host"},
    {"RUN", "security", "--security=MODE",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "sandbox is the usual; insecure gives the command the rights of a privileged "
                       "container, where the engine "
                       "allows it."),
     "RUN --security=insecure mount …", false, false, "sandbox,insecure"},
};

constexpr MountKeyInfo mountTable[] = {
    {"", "type", "type=bind|cache|tmpfs|secret|ssh",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "What is mounted. bind where nothing is said."),
     "bind,cache,tmpfs,secret,ssh"},
    {"bind,cache,tmpfs,secret,ssh", "target", "target=PATH",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Where it appears. Of a secret without it: /run/secrets/ID. dst and destination are the same.")},
    {"bind,cache", "from", "from=STAGE|IMAGE",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "A stage or an image whose files are mounted (bind), or that fills a new cache. "
                       "Without it: the context, or "
                       "nothing.")},
    {"bind,cache", "source", "source=PATH",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The file or folder in it. Without it: all of it. src is the same.")},
    {"bind,cache", "readonly", "readonly[=true]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The command cannot write there. ro is the same."),
     "true,false", true},
    {"bind", "readwrite", "readwrite[=true]",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The command can write there; what it writes is thrown away. rw is the same."),
     "true,false", true},
    {"cache,secret,ssh", "id", "id=NAME",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Which cache, secret or agent. Of a cache without it: its target; of an agent: default.")},
    {"cache", "sharing", "sharing=shared|private|locked",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "What happens when two builds use it at once: both write (shared), each has its own "
                       "(private), or the "
                       "second waits (locked)."),
     "shared,private,locked"},
    {"cache,secret,ssh", "mode", "mode=MODE",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "Its permissions, in octal: 0755 of a new cache, 0400 of a secret, 0600 of an agent.")},
    {"cache,secret,ssh", "uid", "uid=NUMBER",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Whom it belongs to. 0 where nothing is said.")},
    {"cache,secret,ssh", "gid", "gid=NUMBER",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Which group it belongs to. 0 where nothing is said.")},
    {"secret,ssh", "required", "required[=true]",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "The build fails where it is not given. Without it: the command runs and does not find it."),
     "true,false", true},
    {"secret", "env", "env=NAME",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "The secret as a variable; without target no file is made then.")},
    {"tmpfs", "size", "size=BYTES",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "How much it may hold: 64m, 1g. Without it: what there is.")},
};

constexpr std::pair<std::string_view, std::string_view> otherKeys[] = {
    {"src", "source"}, {"dst", "target"}, {"destination", "target"}, {"ro", "readonly"}, {"rw", "readwrite"},
};

constexpr DirectiveInfo directiveTable[] = {
    {"check", "# check=skip=RULE,…;error=true",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "What the checks of this file leave out, and whether what they find fails the build. "
                       "Only in the first "
                       "lines."),
     "# check=skip=JSONArgsRecommended;error=true", "check"},
    {"escape", "# escape=`",
     QT_TRANSLATE_NOOP(
         "quayside::models::language::DockerfileLanguage",
         "The character that continues a line, in place of the backslash: for paths of Windows. "
         "Only in the first lines."),
     "# escape=`", "escape"},
    {"syntax", "# syntax=docker/dockerfile:1",
     QT_TRANSLATE_NOOP("quayside::models::language::DockerfileLanguage",
                       "Which frontend other builders fetch to read this file. Ours reads all of version 1 "
                       "itself. Only in the "
                       "first lines."),
     "# syntax=docker/dockerfile:1", "syntax"},
};

bool contains(std::string_view list, std::string_view item)
{
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (list.substr(0, end) == item)
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

} // namespace

std::span<const InstructionInfo> instructionInfos()
{
    return instructionTable;
}

std::span<const FlagInfo> flagInfos()
{
    return flagTable;
}

std::span<const MountKeyInfo> mountKeyInfos()
{
    return mountTable;
}

std::span<const DirectiveInfo> directiveInfos()
{
    return directiveTable;
}

const InstructionInfo *instructionInfo(std::string_view keyword)
{
    const auto *found =
        std::ranges::find(instructionTable, dockerfile::uppered(keyword), &InstructionInfo::keyword);
    return found == std::end(instructionTable) ? nullptr : found;
}

const FlagInfo *flagInfo(std::string_view keyword, std::string_view name)
{
    const auto upper = dockerfile::uppered(keyword);
    const auto *found = std::ranges::find_if(
        flagTable, [&](const FlagInfo &flag) { return flag.instruction == upper && flag.name == name; });
    return found == std::end(flagTable) ? nullptr : found;
}

const MountKeyInfo *mountKeyInfo(std::string_view type, std::string_view name)
{
    const auto *found = std::ranges::find_if(mountTable, [&](const MountKeyInfo &key) {
        return key.name == mountKeyOf(name) && (key.types.empty() || contains(key.types, type));
    });
    return found == std::end(mountTable) ? nullptr : found;
}

const DirectiveInfo *directiveInfo(std::string_view name)
{
    const auto *found = std::ranges::find(directiveTable, name, &DirectiveInfo::name);
    return found == std::end(directiveTable) ? nullptr : found;
}

std::string_view mountKeyOf(std::string_view name)
{
    const auto *found =
        std::ranges::find(otherKeys, name, &std::pair<std::string_view, std::string_view>::first);
    return found == std::end(otherKeys) ? name : found->second;
}

QString referenceUrl(std::string_view anchor)
{
    return QStringLiteral("https://docs.docker.com/reference/dockerfile/#") + shown(anchor);
}

} // namespace quayside::models::language
