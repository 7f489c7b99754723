// New base image from distribution packages: mmdebstrap → import.
#include "engine/images/imageservice.h"

#include "engine/images/archive/layers.h"
#include "engine/images/base/aptsources.h"
#include "engine/images/base/process.h"
#include "engine/images/content/reference.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <sstream>

namespace quayside::images
{
namespace
{

// The tar on mmdebstrap's standard output; meanwhile its standard error becomes progress, line by line. Its
// failure is an error of the last read, so that nothing of a half-made system is kept.
class BootstrapOutput : public api::ByteSource
{
public:
    BootstrapOutput(HostProgram &program, const std::function<bool()> &cancelled,
                    const ProgressSink &progress)
        : m_program(program), m_cancelled(cancelled), m_progress(progress)
    {
    }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        while (true) {
            if (m_cancelled && m_cancelled())
                return fail(ErrorKind::Cancelled, "making the base image was cancelled");
            pollfd events[2] = {{m_program.output(), POLLIN, 0},
                                {m_logEnded ? -1 : m_program.errors(), POLLIN, 0}};
            if (::poll(events, 2, 250) < 0 && errno != EINTR)
                return failErrno(errno, "waiting for mmdebstrap");
            if (events[1].revents != 0)
                takeLog();
            if (events[0].revents == 0)
                continue;
            const ssize_t got = ::read(m_program.output(), buffer.data(), buffer.size());
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return failErrno(errno, "reading from mmdebstrap");
            if (got > 0)
                return static_cast<std::size_t>(got);
            CHECK(atEnd());
            return 0U;
        }
    }

private:
    Result<> atEnd()
    {
        while (!m_logEnded)
            takeLog();
        const int status = m_program.wait();
        if (status == 0)
            return {};
        return fail(ErrorKind::Unavailable, "mmdebstrap could not make the system (status {}): {}", status,
                    m_complaint.empty() ? "see its log" : m_complaint);
    }

    void takeLog()
    {
        char block[4096];
        const ssize_t got = ::read(m_program.errors(), block, sizeof block);
        m_logEnded = got == 0 || (got < 0 && errno != EINTR);
        for (ssize_t i = 0; i < got; ++i) {
            if (block[i] == '\n' || block[i] == '\r' || m_line.size() >= 1000)
                endLine();
            else
                m_line += block[i];
        }
        if (m_logEnded)
            endLine();
    }

    void endLine()
    {
        if (m_line.empty())
            return;
        // What a person needs to read: apt's error, not the traces that follow it.
        if (m_complaint.empty() && (m_line.starts_with("E: ") || m_line.starts_with("Err:")))
            m_complaint = m_line;
        if (m_progress)
            m_progress(streamLine(m_line + "\n"));
        m_line.clear();
    }

    HostProgram &m_program;
    const std::function<bool()> &m_cancelled;
    const ProgressSink &m_progress;
    std::string m_line, m_complaint;
    bool m_logEnded = false;
};

// apt's proxy, for the apt inside: in the environment, where it does not end up in the image.
std::vector<std::string> environmentFor(const std::string &temporary)
{
    std::vector<std::string> environment{"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                                         "LC_ALL=C.UTF-8", "HOME=/root", "TMPDIR=" + temporary};
    const std::string aptConfig = findProgram("apt-config");
    if (aptConfig.empty())
        return environment;
    for (const std::string protocol : {"http", "https"}) {
        const auto dump =
            outputOf({aptConfig, "dump", "--format", "%v%n", "Acquire::" + protocol + "::Proxy"}, 65536);
        std::istringstream lines(dump ? *dump : "");
        std::string proxy;
        if (std::getline(lines, proxy) && proxy.starts_with("http"))
            environment.push_back(protocol + "_proxy=" + proxy);
    }
    return environment;
}

Result<std::vector<std::string>> commandOf(const BaseImageRequest &request)
{
    if (!isSuiteName(request.suite))
        return fail(ErrorKind::InvalidArgument, "\"{}\" is no name of a suite (bookworm, trixie, …)",
                    request.suite);
    static constexpr const char *variants[] = {"minbase",  "apt",    "essential", "important",
                                               "standard", "buildd", "-"};
    if (std::ranges::find(variants, request.variant) == std::end(variants))
        return fail(ErrorKind::InvalidArgument,
                    "\"{}\" is no variant: minbase, apt, essential, important, standard or buildd",
                    request.variant);
    std::string include;
    for (const std::string &name : request.packages) {
        if (!isPackageName(name))
            return fail(ErrorKind::InvalidArgument, "\"{}\" is no name of a package", name);
        include += (include.empty() ? "" : ",") + name;
    }
    const std::string program = findProgram("mmdebstrap");
    if (program.empty())
        return fail(ErrorKind::NotSupported,
                    "mmdebstrap is not installed: install the package mmdebstrap to make base images");
    TRY(const auto sources, sourceLines(aptSources(), request.suite));
    std::vector<std::string> argv{
        program, "--mode=root", "--format=tar", "--variant=" + request.variant, "--skip=output/dev",
        "--aptopt=APT::Install-Recommends \"false\"", "--aptopt=Acquire::Languages \"none\"",
        // As Debian's slim images: documentation stays out, licences stay.
        "--dpkgopt=path-exclude=/usr/share/doc/*", "--dpkgopt=path-include=/usr/share/doc/*/copyright",
        "--dpkgopt=path-exclude=/usr/share/man/*", "--dpkgopt=path-exclude=/usr/share/info/*",
        "--dpkgopt=path-exclude=/usr/share/lintian/*", "--dpkgopt=path-exclude=/usr/share/locale/*",
        "--dpkgopt=path-include=/usr/share/locale/locale.alias", request.suite, "-"};
    argv.insert(argv.end(), sources.begin(), sources.end());
    if (!include.empty())
        argv.insert(argv.begin() + 1, "--include=" + include);
    return argv;
}

} // namespace

Result<std::string> ImageService::makeBase(const Peer &peer, const BaseImageRequest &request,
                                           const std::function<bool()> &cancelled,
                                           const ProgressSink &progress)
{
    const std::string name = request.name.empty() ? "debian:" + request.suite : request.name;
    TRY(const Reference reference, parseTagged(name));
    TRY(const auto argv, commandOf(request));
    TRY(const SpoolFolder temporary, m_blobs->spool());
    // In our own closed folder, which a restart sweeps. The price: apt cannot become _apt for its downloads,
    // as it says in the log; signatures are checked all the same.
    const std::string path = std::format("/proc/self/fd/{}", temporary.folder());
    char target[4096];
    const ssize_t length = ::readlink(path.c_str(), target, sizeof target);
    if (length < 0)
        return failErrno(errno, "finding the temporary folder");
    TRY(HostProgram program,
        HostProgram::start(argv, environmentFor(std::string(target, static_cast<std::size_t>(length)))));
    BootstrapOutput output(program, cancelled, progress);
    std::string packages;
    for (const std::string &package : request.packages)
        packages += " " + package;
    return import(
        peer, output, reference.familiarName(), reference.tag,
        std::format("{} ({}) from packages{}{}", request.suite, request.variant, packages.empty() ? "" : ":",
                    packages),
        {R"(CMD ["/bin/bash"])", "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
        {});
}

} // namespace quayside::images
