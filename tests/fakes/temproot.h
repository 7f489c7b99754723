// A temporary folder for tests that run as root: removed with everything in it, whatever was put there.
#pragma once

#include "engine/base/fd.h"
#include "engine/storage/removetree.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <string>

namespace quayside::test
{

class TempRoot
{
public:
    // /var/tmp: /tmp may be a tmpfs, which overlayfs and file capabilities treat differently.
    TempRoot()
    {
        char name[] = "/var/tmp/quayside-test-XXXXXX";
        m_path = ::mkdtemp(name);
    }
    ~TempRoot()
    {
        const Fd folder(::open(m_path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        (void)storage::removeContents(folder.get());
        ::rmdir(m_path.c_str());
    }
    TempRoot(const TempRoot &) = delete;
    TempRoot &operator=(const TempRoot &) = delete;

    [[nodiscard]] const std::string &path() const { return m_path; }

private:
    std::string m_path;
};

// Root tests end with 77 (a skip) where they aren't root.
inline void skipUnlessRoot()
{
    if (::geteuid() != 0) {
        ::fputs("skipped: needs root\n", stderr);
        ::_exit(77);
    }
}

} // namespace quayside::test
