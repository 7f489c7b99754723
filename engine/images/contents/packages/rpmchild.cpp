#include "engine/images/contents/packages/rpmchild.h"

#include "engine/images/contents/packages/parsers.h"
#include "engine/images/contents/packages/text.h"

#include <fcntl.h>
#include <grp.h>
#include <seccomp.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <memory>
#include <span>

namespace quayside::images
{
namespace
{

constexpr std::uint64_t maxDatabase = 1ULL << 30;

// Copied page by page as it is written to (MAP_PRIVATE): the file itself stays as it is.
Result<std::span<unsigned char>> mapDatabase()
{
    struct stat status{};
    if (::fstat(STDIN_FILENO, &status) != 0)
        return failErrno(errno, "looking at the database");
    const auto size = static_cast<std::uint64_t>(status.st_size);
    if (size == 0 || size > maxDatabase)
        return fail(ErrorKind::TooLarge, "it has {} bytes: between 1 and {} can be read", size, maxDatabase);
    void *bytes = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, STDIN_FILENO, 0);
    if (bytes == MAP_FAILED)
        return failErrno(errno, "mapping the database");
    return std::span(static_cast<unsigned char *>(bytes), size);
}

Result<> becomeNobody()
{
    constexpr uid_t nobody = 65534;
    if ((::geteuid() == 0 && (::setgroups(0, nullptr) != 0 || ::setresgid(nobody, nobody, nobody) != 0 ||
                              ::setresuid(nobody, nobody, nobody) != 0)) ||
        ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return failErrno(errno, "giving up all rights");
    const rlimit none{0, 0}, seconds{20, 20};
    ::setrlimit(RLIMIT_CORE, &none);
    ::setrlimit(RLIMIT_NPROC, &none);
    ::setrlimit(RLIMIT_FSIZE, &none);
    if (::setrlimit(RLIMIT_CPU, &seconds) != 0)
        return failErrno(errno, "setting a resource limit");
#ifndef __SANITIZE_ADDRESS__ // AddressSanitizer reserves terabytes of addresses
    const rlimit memory{3ULL << 30, 3ULL << 30};
    if (::setrlimit(RLIMIT_AS, &memory) != 0)
        return failErrno(errno, "setting a resource limit");
#endif
    return {};
}

// Nothing that names a file, a socket or a process. What libraries ask for beyond this they get no answer to.
Result<> filterSystemCalls()
{
    constexpr int allowed[] = {
        SCMP_SYS(write),           SCMP_SYS(close),        SCMP_SYS(mmap),
        SCMP_SYS(munmap),          SCMP_SYS(mremap),       SCMP_SYS(mprotect),
        SCMP_SYS(madvise),         SCMP_SYS(brk),          SCMP_SYS(futex),
        SCMP_SYS(clock_gettime),   SCMP_SYS(gettimeofday), SCMP_SYS(getrandom),
        SCMP_SYS(getpid),          SCMP_SYS(gettid),       SCMP_SYS(rt_sigaction),
        SCMP_SYS(rt_sigprocmask),  SCMP_SYS(rt_sigreturn), SCMP_SYS(exit),
        SCMP_SYS(exit_group),      SCMP_SYS(sigaltstack),  SCMP_SYS(sched_yield),
        SCMP_SYS(restart_syscall),
    };
    const std::unique_ptr<void, void (*)(void *)> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)),
                                                         seccomp_release);
    int error = filter ? 0 : -ENOMEM;
    for (const int call : allowed)
        error = error != 0 ? error : seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0);
    error = error != 0 ? error : seccomp_load(filter.get());
    if (error != 0)
        return failErrno(-error, "loading the seccomp filter");
    return {};
}

struct Closer {
    void operator()(sqlite3 *database) const { ::sqlite3_close(database); }
    void operator()(sqlite3_stmt *statement) const { ::sqlite3_finalize(statement); }
};

Result<std::unique_ptr<sqlite3, Closer>> openSqlite(std::span<unsigned char> bytes)
{
    constexpr std::size_t writeVersion = 18,
                          readVersion = 19; // of the file format: 2 is WAL, for which there is no file
    if (bytes.size() < 100)
        return fail(ErrorKind::InvalidArgument, "it is damaged: it is too short");
    bytes[writeVersion] = bytes[readVersion] = 1;
    sqlite3 *opened = nullptr;
    const int status =
        ::sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr);
    std::unique_ptr<sqlite3, Closer> database(opened);
    if (status != SQLITE_OK)
        return fail(ErrorKind::Internal, "opening SQLite: {}", ::sqlite3_errstr(status));
    ::sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    ::sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    ::sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, 64 << 20);
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (::sqlite3_deserialize(opened, "main", bytes.data(), size, size, SQLITE_DESERIALIZE_READONLY) !=
        SQLITE_OK)
        return fail(ErrorKind::InvalidArgument, "it is damaged: {}", ::sqlite3_errmsg(opened));
    ::sqlite3_exec(opened, "PRAGMA cell_size_check=ON", nullptr, nullptr, nullptr);
    return database;
}

Result<std::vector<api::ImagePackage>> readSqlite(std::span<unsigned char> bytes)
{
    TRY(const auto database, openSqlite(bytes));
    sqlite3_stmt *prepared = nullptr;
    if (::sqlite3_prepare_v2(database.get(), "SELECT blob FROM Packages", -1, &prepared, nullptr) !=
        SQLITE_OK)
        return fail(ErrorKind::InvalidArgument, "it is damaged: {}", ::sqlite3_errmsg(database.get()));
    const std::unique_ptr<sqlite3_stmt, Closer> statement(prepared);
    // A view in place of the table may have no end. This is some hundred times what the largest system needs.
    int millions = 0;
    ::sqlite3_progress_handler(
        database.get(), 1'000'000, [](void *count) { return ++*static_cast<int *>(count) > 50 ? 1 : 0; },
        &millions);
    std::vector<api::ImagePackage> packages;
    int status = 0;
    while ((status = ::sqlite3_step(prepared)) == SQLITE_ROW && packages.size() < maxPackages) {
        const void *blob = ::sqlite3_column_blob(prepared, 0);
        const auto length = static_cast<std::size_t>(::sqlite3_column_bytes(prepared, 0));
        if (auto package = parseRpmHeader({static_cast<const char *>(blob), blob ? length : 0}))
            packages.push_back(*std::move(package));
    }
    if (status != SQLITE_DONE && status != SQLITE_ROW)
        return fail(ErrorKind::InvalidArgument, "it is damaged: {}", ::sqlite3_errmsg(database.get()));
    return packages;
}

Result<std::vector<api::ImagePackage>> read()
{
    TRY(const std::span<unsigned char> bytes, mapDatabase());
    ::close(STDIN_FILENO);
    ::close_range(STDERR_FILENO, ~0U, 0);
    CHECK(becomeNobody());
    CHECK(filterSystemCalls());
    const std::string_view text(reinterpret_cast<const char *>(bytes.data()), bytes.size());
    return text.starts_with("SQLite format 3") ? readSqlite(bytes) : parseNdb(text);
}

} // namespace

int runRpmChild()
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL); // the engine's end is ours
    auto packages = read();
    api::ImagePackages answer;
    if (packages)
        answer.packages = *std::move(packages);
    else
        answer.problems.push_back(packages.error().message);
    const std::string text = encode(answer);
    for (std::string_view rest = text; !rest.empty();) {
        const ssize_t wrote = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (wrote <= 0)
            return 1;
        rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return 0;
}

} // namespace quayside::images
