#include "engine/base/result.h"

namespace quayside
{

ErrorKind kindOf(int errnum)
{
    switch (errnum) {
    case ENOENT:
    case ENOTDIR:
    case ESRCH:
        return ErrorKind::NotFound;
    case EEXIST:
    case EBUSY:
        return ErrorKind::Conflict;
    case EACCES:
    case EPERM:
        return ErrorKind::Forbidden;
    case ENOSPC:
    case EDQUOT:
        return ErrorKind::NoSpace;
    case EINVAL:
        return ErrorKind::InvalidArgument;
    default:
        return ErrorKind::Internal;
    }
}

} // namespace quayside
