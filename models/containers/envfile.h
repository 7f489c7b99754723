// Variables in a file, as `docker run --env-file` reads it.
#pragma once

#include "models/containers/runoptions.h"

namespace quayside::models
{

// "NAME=value" in a line; "NAME" alone is taken from the environment of this window; lines that begin with #
// and blank ones are passed over. Quotes belong to the value. InvalidArgument: a name with a blank in it, or
// none.
Result<QList<EnvVariable>> parseEnvFile(const QString &text);

} // namespace quayside::models
