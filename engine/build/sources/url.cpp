// Files over HTTP, fetched by curl(1) (ADR "what ADD fetches").
#include "engine/build/sources/command.h"
#include "engine/build/sources/location.h"
#include "engine/build/sources/sources.h"
#include "engine/images/content/digest.h"

#include "engine/base/writeall.h"
#include "engine/build/context/archives.h"
#include "engine/build/context/peekedsource.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::build
{
namespace
{

// In a file of curl's own (-K): on its command line other users could read it.
std::string configFor(const std::string &url)
{
    std::string quoted;
    for (const char c : url)
        quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return "url = \"" + quoted + "\"\n";
}

class Download : public api::ByteSource
{
public:
    static Result<std::unique_ptr<Download>> start(const std::string &url, const FetchOptions &options)
    {
        CHECK(checkUrl(url));
        TRY(auto command, Command::start({.words = {"curl",
                                                    "--disable",
                                                    "--silent",
                                                    "--show-error",
                                                    "--fail",
                                                    "--location",
                                                    "--max-redirs",
                                                    "10",
                                                    "--proto",
                                                    "=http,https",
                                                    "--proto-redir",
                                                    "=http,https",
                                                    "--connect-timeout",
                                                    "30",
                                                    "--globoff",
                                                    "--user-agent",
                                                    "quayside",
                                                    "--write-out",
                                                    "%{stderr}\n%header{last-modified}\n",
                                                    "--output",
                                                    "-",
                                                    "--config",
                                                    "-"},
                                          .input = configFor(url),
                                          .identity = identityOf(*options.peer, false),
                                          .cancelled = options.cancelled,
                                          .stallSeconds = 120}));
        return std::make_unique<Download>(url, std::move(command), options.limit);
    }

    Download(std::string url, std::unique_ptr<Command> command, std::uint64_t limit)
        : m_url(std::move(url)), m_command(std::move(command)), m_limit(limit)
    {
    }

    Result<std::size_t> read(std::span<char> buffer) override
    {
        TRY(const std::size_t got, m_command->read(buffer));
        m_bytes += got;
        if (m_bytes > m_limit)
            return fail(ErrorKind::TooLarge, "{} is larger than {} bytes", m_url, m_limit);
        if (got == 0)
            CHECK(end());
        return got;
    }
    [[nodiscard]] std::int64_t modified() const { return m_modified; }

private:
    // What did not come whole is an error before anybody takes it for the end.
    Result<> end()
    {
        if (m_ended)
            return {};
        TRY(const Command::Ended ended, m_command->end());
        m_ended = true;
        std::string said = ended.errors;
        while (said.ends_with('\n'))
            said.pop_back();
        const std::size_t line = said.rfind('\n');
        if (ended.status == 0) {
            m_modified = parseHttpDate(line == std::string::npos ? said : said.substr(line + 1));
            return {};
        }
        // "curl: (22) The requested URL returned error: 404"
        said = said.substr(0, said.find('\n'));
        const ErrorKind kind = said.contains("error: 404") ? ErrorKind::NotFound : ErrorKind::Unavailable;
        return fail(kind, "fetching {}: {}", m_url,
                    said.empty() ? std::format("curl ended with {}", ended.status) : said);
    }

    const std::string m_url;
    std::unique_ptr<Command> m_command;
    const std::uint64_t m_limit;
    std::uint64_t m_bytes = 0;
    std::int64_t m_modified = 0;
    bool m_ended = false;
};

// All of `from` into `name` in `folder`; its digest.
Result<std::string> store(api::ByteSource &from, int folder, const std::string &name, Fd &file)
{
    file = Fd(::openat(folder, name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!file)
        return failErrno(errno, "writing down what was fetched");
    images::Sha256 sum;
    std::vector<char> buffer(std::size_t{256} * 1024);
    while (true) {
        TRY(const std::size_t got, from.read(buffer));
        if (got == 0)
            return sum.digest();
        sum.add({buffer.data(), got});
        CHECK(writeAll(file.get(), {buffer.data(), got}, "writing down what was fetched"));
    }
}

} // namespace

Result<Fetched> fetchUrl(const std::string &url, const UrlOptions &what, BuildFolder &folder,
                         const FetchOptions &options)
{
    if (!what.checksum.empty())
        CHECK(images::checkDigest(what.checksum));
    Fetched fetched{.name = fileNameOf(url)};
    if (fetched.name.empty() && !what.destinationIsFile)
        return fail(ErrorKind::InvalidArgument,
                    "cannot determine filename for source {}: name the file in the destination", url);
    if (fetched.name.empty())
        fetched.name = "file";
    TRY(const auto download, Download::start(url, options));
    TRY(Fd place, folder.makeFolder());
    Fd file;
    TRY(const std::string digest, store(*download, place.get(), fetched.name, file));
    if (!what.checksum.empty() && digest != what.checksum)
        return fail(ErrorKind::InvalidArgument, "digest mismatch of {}: expected {}, it is {}", url,
                    what.checksum, digest);
    if (download->modified() > 0) {
        const timespec times[2] = {{0, UTIME_OMIT}, {download->modified(), 0}};
        if (::futimens(file.get(), times) != 0)
            return failErrno(errno, "setting the time of {}", fetched.name);
    }
    fetched.source = folderSource(std::move(place), {.keepsOwners = false});
    return fetched;
}

Result<RemoteContext> fetchContext(const std::string &url, const std::string &dockerfile, BuildFolder &folder,
                                   const FetchOptions &options)
{
    TRY(const auto download, Download::start(url, options));
    PeekedSource bytes(*download);
    TRY(const std::string_view start, bytes.peek(tarBlockSize));
    if (maybeArchive(start)) {
        TRY(auto context, folder.receive(bytes, dockerfile));
        return RemoteContext{std::move(context), false};
    }
    TRY(Fd place, folder.makeFolder());
    Fd file;
    TRY([[maybe_unused]] const std::string digest, store(bytes, place.get(), "Dockerfile", file));
    return RemoteContext{folderSource(std::move(place), {.keepsOwners = false}), true};
}

} // namespace quayside::build
