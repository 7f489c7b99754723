// Whether a registry is there, how it is reached, and whether it takes somebody's credentials.
#pragma once

#include "engine/api/types/registry.h"
#include "engine/images/registry/session.h"

namespace quayside::images
{

// Of `options.domain`, without its mirrors. What is wrong stands in the answer; only Cancelled is an error.
// An insecure registry is asked as a secure one first, so that the answer tells whether its certificate would
// do.
Result<api::RegistryTest> probeRegistry(Session::Options options);

} // namespace quayside::images
