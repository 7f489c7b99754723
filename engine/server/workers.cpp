#include "engine/server/workers.h"

namespace quayside::server
{

namespace
{

class Pool : public QThreadPool
{
public:
    explicit Pool(const char *name)
    {
        setObjectName(QLatin1StringView(name));
        setMaxThreadCount(64);
        setExpiryTimeout(30'000);
    }
};

} // namespace

QThreadPool &workers()
{
    static Pool pool("call");
    return pool;
}

QThreadPool &transferThreads()
{
    static Pool pool("transfer");
    return pool;
}

} // namespace quayside::server
