// Errors as values: every fallible function returns Result<T>. No exception crosses a folder.
#pragma once

#include <cerrno>
#include <cstring>
#include <expected>
#include <format>
#include <string>
#include <utility>

namespace quayside
{

// What went wrong, in terms that a caller can act on. server/httpstatus.cpp is the only place that turns a
// kind into an HTTP status.
enum class ErrorKind {
    InvalidArgument, // the request makes no sense: 400
    Forbidden,       // understood, and not allowed for this caller: 403
    NotFound,        // 404
    Conflict,        // a name taken, a container running, …: 409
    NotModified,     // already in the state asked for: 304
    TooLarge,        // over one of our limits: 413
    NotSupported,    // a part of the API that this engine refuses: 501
    Unavailable,     // try again later: 503
    NoSpace,         // the disk is full: 507
    Cancelled,       // the caller went away
    CannotRun,       // the command is there but cannot be executed (docker's exit code 126): 400
    NoCommand,       // the command is not there (docker's exit code 127): 400
    Internal,        // 500
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    int errnum = 0;      // errno where the kernel said no, else 0
    std::string message; // what was tried, on what, why it failed, what can be done; no trailing full stop
};

template <typename T = void>
using Result = std::expected<T, Error>;

// fail(ErrorKind::NotFound, "no such container: {}", name)
template <typename... Args>
[[nodiscard]] std::unexpected<Error> fail(ErrorKind kind, std::format_string<Args...> text, Args &&...args)
{
    return std::unexpected(Error{kind, 0, std::format(text, std::forward<Args>(args)...)});
}

// The kind that an errno stands for: ENOENT NotFound, EEXIST Conflict, EACCES/EPERM Forbidden, ENOSPC/EDQUOT NoSpace,
// else Internal.
[[nodiscard]] ErrorKind kindOf(int errnum);

// failErrno(errno, "opening {}", path) → "opening /x: No such file or directory"
template <typename... Args>
[[nodiscard]] std::unexpected<Error> failErrno(int errnum, std::format_string<Args...> text, Args &&...args)
{
    return std::unexpected(Error{kindOf(errnum), errnum,
                                 std::format(text, std::forward<Args>(args)...) + ": " + ::strerror(errnum)});
}

// wrap(error, "mounting the root of {}", id) → "mounting the root of 4f…: " + what error said
template <typename... Args>
[[nodiscard]] std::unexpected<Error> wrap(Error error, std::format_string<Args...> text, Args &&...args)
{
    error.message = std::format(text, std::forward<Args>(args)...) + ": " + error.message;
    return std::unexpected(std::move(error));
}

// TRY(value, expression): value = *expression, or return its error from this function.
#define QUAYSIDE_CONCAT2(a, b) a##b
#define QUAYSIDE_CONCAT(a, b) QUAYSIDE_CONCAT2(a, b)
#define TRY(declaration, expression)                                                                                  \
    auto QUAYSIDE_CONCAT(result_, __LINE__) = (expression);                                                           \
    if (!QUAYSIDE_CONCAT(result_, __LINE__))                                                                          \
        return std::unexpected(std::move(QUAYSIDE_CONCAT(result_, __LINE__)).error());                                \
    declaration = *std::move(QUAYSIDE_CONCAT(result_, __LINE__))
// CHECK(expression): for Result<void>.
#define CHECK(expression)                                                                                             \
    do {                                                                                                              \
        if (auto result_ = (expression); !result_)                                                                    \
            return std::unexpected(std::move(result_).error());                                                       \
    } while (false)

} // namespace quayside
