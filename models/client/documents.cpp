#include "models/client/documents.h"

#include "models/client/requests.h"

namespace quayside::client
{

Call document(EngineClient &client, const std::string &path, QObject *context, Done<std::string> done)
{
    return collect(client.http(), get(path), context, std::move(done));
}

} // namespace quayside::client
