#include "engine/api/types/portcheck.h"

#include "engine/api/types/fields.h"

namespace quayside::api
{

QUAYSIDE_FIELDS(PortHop, f, v)
{
    f("Id", v.id);
    f("State", v.state);
    f.omitEmpty("Looked", v.looked);
    f("Message", v.message);
    f.omitEmpty("Fix", v.fix);
    f.omitEmpty("Action", v.action);
    f.omitEmpty("Port", v.port);
}

QUAYSIDE_FIELDS(PortCheck, f, v)
{
    f("Protocol", v.protocol);
    f("ContainerPort", v.containerPort);
    f("Published", v.published);
    f.omitEmpty("Address", v.address);
    f("Works", v.works);
    f("Hops", v.hops);
}

QUAYSIDE_CODEC(PortCheck)

} // namespace quayside::api
