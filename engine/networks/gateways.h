// Which of a container's networks leads out. Pure functions.
#pragma once

#include "engine/networks/networks.h"

#include <vector>

namespace quayside::networks
{

// Sets leadsOut4 and leadsOut6: of the endpoints with a gateway of the family, the one with the highest
// priority; among equals the first by the network's name (docs.docker.com, "Packets sent from container").
void chooseGateways(std::vector<Endpoint> &endpoints);

// The first of PREFIX0, PREFIX1, … that none of the endpoints has.
std::string freeInterface(const std::vector<Endpoint> &endpoints, const std::string &prefix);

// Puts each binding on the endpoint that leads out for its family; those that no endpoint serves are left
// out.
void spreadPorts(std::vector<Endpoint> &endpoints, const std::vector<PortBinding> &bindings);
std::vector<PortBinding> allPorts(const std::vector<Endpoint> &endpoints);

} // namespace quayside::networks
