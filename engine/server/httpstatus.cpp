#include "engine/server/httpstatus.h"

#include "engine/api/types/error.h"

namespace quayside::server
{

int httpStatus(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::InvalidArgument:
    case ErrorKind::CannotRun:
    case ErrorKind::NoCommand:
        return 400;
    case ErrorKind::Forbidden:
        return 403;
    case ErrorKind::NotFound:
        return 404;
    case ErrorKind::Conflict:
        return 409;
    case ErrorKind::NotModified:
        return 304;
    case ErrorKind::TooLarge:
        return 413;
    case ErrorKind::NotSupported:
        return 501;
    case ErrorKind::Unavailable:
        return 503;
    case ErrorKind::NoSpace:
        return 507;
    case ErrorKind::Cancelled: // nobody reads it
    case ErrorKind::Internal:
        break;
    }
    return 500;
}

std::string_view reasonPhrase(int status)
{
    switch (status) {
    case 101:
        return "UPGRADED"; // dockerd's word, which old clients compare with
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 412:
        return "Precondition Failed";
    case 413:
        return "Content Too Large";
    case 417:
        return "Expectation Failed";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 501:
        return "Not Implemented";
    case 503:
        return "Service Unavailable";
    case 507:
        return "Insufficient Storage";
    default:
        return "Status";
    }
}

Response errorResponse(const Error &error)
{
    // What the caller has seen is there no more (If-Match).
    const bool outdated = error.kind == ErrorKind::Conflict && error.errnum == ESTALE;
    const int status = outdated ? 412 : httpStatus(error.kind);
    if (status == 304)
        return {304, {}, {}, {}};
    return Response::json(api::encode(api::ErrorResponse{error.message}) + "\n", status);
}

} // namespace quayside::server
