#include "engine/build/secrets/secret.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace quayside::build
{

Result<Fd> takeSecret(const Fd &pidfd, int number, const std::string &id)
{
    constexpr int unchanging = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW;
    Fd secret(static_cast<int>(::syscall(SYS_pidfd_getfd, pidfd.get(), number, 0)));
    struct stat status{};
    const int flags = secret ? ::fcntl(secret.get(), F_GETFL) : O_PATH;
    const int seals = secret ? ::fcntl(secret.get(), F_GET_SEALS) : -1; // others than memfds have none
    // A file of any other kind could be slow, or another one when it is read.
    if ((flags & O_PATH) != 0 || (flags & O_ACCMODE) == O_WRONLY || seals < 0 ||
        (seals & unchanging) != unchanging || ::fstat(secret.get(), &status) != 0)
        return fail(
            ErrorKind::InvalidArgument,
            "the secret {}: descriptor {} of the calling process is no memfd with seals against writing, "
            "shrinking and growing",
            id, number);
    if (static_cast<std::size_t>(status.st_size) > mostSecretBytes)
        return fail(ErrorKind::InvalidArgument, "the secret {} has {} bytes; a secret has at most {}", id,
                    status.st_size, mostSecretBytes);
    return secret;
}

Result<std::string> secretText(const Fd &secret, const std::string &id)
{
    std::string text(mostSecretBytes, '\0');
    std::size_t size = 0;
    while (size < text.size()) {
        const ssize_t got =
            ::pread(secret.get(), text.data() + size, text.size() - size, static_cast<off_t>(size));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failErrno(errno, "reading the secret {}", id);
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
    }
    text.resize(size);
    if (text.contains('\0'))
        return fail(ErrorKind::InvalidArgument,
                    "the secret {} has a zero byte, which no variable can hold: mount it as a file (target=)",
                    id);
    return text;
}

} // namespace quayside::build
