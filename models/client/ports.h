// What only our engine tells of published ports (feature "port-doctor"). As all calls: see engineclient.h.
// Source: docs/extensions.md.
#pragma once

#include "engine/api/types/portcheck.h"
#include "models/client/engineclient.h"

namespace quayside::client
{

// port: "80/tcp", the container's. Takes some seconds where nobody answers.
Call checkPort(EngineClient &client, const std::string &container, const std::string &port, QObject *context,
               Done<api::PortCheck> done);
// Makes bridges and rules anew where they are missing.
Call repairPorts(EngineClient &client, const std::string &container, QObject *context, Done<void> done);

} // namespace quayside::client
