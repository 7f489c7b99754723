#include "engine/server/workers.h"

namespace quayside::server
{

namespace
{

class Pool : public QThreadPool
{
public:
    Pool(const char *name, int most)
    {
        setObjectName(QLatin1StringView(name));
        setMaxThreadCount(most);
        setExpiryTimeout(30'000);
    }
};

} // namespace

QThreadPool &workers()
{
    // A stop waits for up to its timeout: as many as a person stops at once must not hold up everybody's
    // lists. A thread that waits costs some 20 KB.
    static Pool pool("call", 512);
    return pool;
}

QThreadPool &transferThreads()
{
    static Pool pool("transfer", 64);
    return pool;
}

} // namespace quayside::server
