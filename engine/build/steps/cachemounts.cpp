#include "engine/build/steps/cachemounts.h"

#include "engine/images/content/digest.h"
#include "engine/storage/folders.h"
#include "engine/storage/foldersize.h"
#include "engine/storage/removetree.h"

#include <array>
#include <charconv>
#include <chrono>
#include <ctime>
#include <fcntl.h>
#include <format>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <thread>

namespace quayside::build
{
namespace
{

using namespace std::chrono_literals;
using dockerfile::CacheSharing;

constexpr auto askAgain = 50ms;
constexpr int mostPrivate = 64; // of one id, in use at the same time

// When a step took a cache last. Not its modification time, which the steps' commands see and set.
constexpr const char *lastUse = "trusted.quayside.used"; // seconds since 1970

void noteUse(const Fd &cache)
{
    const std::string now = std::to_string(::time(nullptr));
    // Without extended attributes it counts as used whenever somebody asks.
    (void)::fsetxattr(cache.get(), lastUse, now.data(), now.size(), 0);
}

std::int64_t lastUseOf(const Fd &cache)
{
    std::array<char, 24> text;
    std::int64_t seconds = ::time(nullptr);
    const ssize_t size = ::fgetxattr(cache.get(), lastUse, text.data(), text.size());
    if (size > 0)
        std::from_chars(text.data(), text.data() + size, seconds);
    else
        noteUse(cache); // of an engine that did not count yet
    return seconds;
}

std::string keyOf(const std::string &user, const std::string &name)
{
    return user + "/" + name;
}

} // namespace

Result<std::unique_ptr<CacheMounts>> CacheMounts::open(const std::string &root)
{
    const Fd top(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!top)
        return failErrno(errno, "opening the folder {}", root);
    TRY(Fd folder, storage::makeFolder(top.get(), "buildmounts", 0700));
    return std::make_unique<CacheMounts>(std::move(folder));
}

bool CacheMounts::tryHold(const std::string &name, bool alone)
{
    const std::scoped_lock lock(m_mutex);
    Use &use = m_uses[name];
    if (use.holders > 0 && (alone || use.alone))
        return false;
    ++use.holders;
    use.alone = alone;
    return true;
}

void CacheMounts::release(const std::string &name)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto use = m_uses.find(name); use != m_uses.end() && --use->second.holders == 0)
        m_uses.erase(use);
}

// Under another name until it is whole: others may want it as well, and the engine may die.
Result<> CacheMounts::makeFilled(const std::string &user, const Fd &folder, const std::string &name,
                                 const Wanted &wanted)
{
    const std::string draft = storage::randomName("new-");
    tryHold(keyOf(user, draft), true); // a prune leaves it alone
    auto made = [&]() -> Result<> {
        TRY(const Fd filled, storage::makeFolder(folder.get(), draft, 0755));
        if (wanted.fill)
            CHECK(wanted.fill(filled.get()));
        struct stat status{};
        if (::fstat(filled.get(), &status) != 0 ||
            ::fchown(filled.get(), wanted.uid.value_or(status.st_uid), wanted.gid.value_or(status.st_gid)) !=
                0 ||
            ::fchmod(filled.get(), wanted.mode.value_or(status.st_mode) & 07777) != 0)
            return failErrno(errno, "making the cache mount {}", wanted.id);
        if (::renameat2(folder.get(), draft.c_str(), folder.get(), name.c_str(), RENAME_NOREPLACE) == 0)
            return {};
        const int error = errno;
        CHECK(storage::removeContents(filled.get()));
        ::unlinkat(folder.get(), draft.c_str(), AT_REMOVEDIR);
        return error == EEXIST ? Result<>() : failErrno(error, "making the cache mount {}", wanted.id);
    }();
    release(keyOf(user, draft));
    return made;
}

Result<Fd> CacheMounts::folderOf(std::uint32_t owner, const std::string &name, const Wanted &wanted)
{
    const std::string user = std::to_string(owner);
    TRY(const Fd folder, storage::makeFolder(m_folder.get(), user, 0700));
    struct stat status{};
    if (::fstatat(folder.get(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0)
        CHECK(makeFilled(user, folder, name, wanted));
    TRY(Fd cache, storage::openFolder(folder.get(), name));
    noteUse(cache);
    return cache;
}

Result<std::shared_ptr<CacheMounts::Lease>> CacheMounts::take(std::uint32_t owner, const Wanted &wanted,
                                                              const std::function<bool()> &cancelled)
{
    const std::string user = std::to_string(owner);
    const std::string base = images::hexOf(images::digestOf(wanted.id));
    const bool alone = wanted.sharing != CacheSharing::Shared;
    std::string name = base;
    for (int other = 1; !tryHold(keyOf(user, name), alone);) {
        if (wanted.sharing == CacheSharing::Private && other < mostPrivate) {
            name = std::format("{}-{}", base, other++);
            continue;
        }
        if (cancelled && cancelled())
            return fail(ErrorKind::Cancelled, "the build was cancelled");
        std::this_thread::sleep_for(askAgain);
        name = base;
        other = 1;
    }
    auto folder = folderOf(owner, name, wanted);
    if (!folder) {
        release(keyOf(user, name));
        return std::unexpected(std::move(folder).error());
    }
    return std::make_shared<Lease>(*this, keyOf(user, name), *std::move(folder));
}

Result<std::uint64_t> CacheMounts::prune(std::uint32_t owner, std::optional<std::int64_t> unusedBefore)
{
    const std::string user = std::to_string(owner);
    std::uint64_t bytes = 0;
    const auto folder = storage::openFolder(m_folder.get(), user);
    if (!folder)
        return folder.error().kind == ErrorKind::NotFound ? Result<std::uint64_t>(0)
                                                          : std::unexpected(folder.error());
    TRY(const auto names, storage::entriesOf(folder->get()));
    for (const auto &name : names) {
        if (!tryHold(keyOf(user, name), true))
            continue; // a step has it
        auto freed = [&]() -> Result<std::uint64_t> {
            TRY(const Fd one, storage::openFolder(folder->get(), name));
            if (unusedBefore && lastUseOf(one) >= *unusedBefore)
                return 0;
            TRY(const auto size, storage::folderSize(one));
            CHECK(storage::removeContents(one.get()));
            if (::unlinkat(folder->get(), name.c_str(), AT_REMOVEDIR) != 0)
                return failErrno(errno, "removing a cache mount");
            return static_cast<std::uint64_t>(size);
        }();
        release(keyOf(user, name));
        if (!freed)
            return freed;
        bytes += *freed;
    }
    return bytes;
}

Result<std::uint64_t> CacheMounts::pruneAll(std::optional<std::int64_t> unusedBefore)
{
    TRY(const auto users, storage::entriesOf(m_folder.get()));
    std::uint64_t bytes = 0;
    for (const auto &user : users) {
        TRY(const auto freed, prune(static_cast<std::uint32_t>(std::stoul(user)), unusedBefore));
        bytes += freed;
    }
    return bytes;
}

} // namespace quayside::build
