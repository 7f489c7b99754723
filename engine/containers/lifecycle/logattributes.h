// What `docker logs --details` shows before each line.
#pragma once

#include "engine/base/result.h"
#include "engine/containers/state/record.h"

#include <string>

namespace quayside::containers
{

// The labels and variables that the log options labels, labels-regex, env and env-regex choose, and the tag,
// as dockerd's json-file driver writes them: "key=value" sorted by key, joined by commas, each part escaped
// as in a URL's query. They belong to the container, not to a line, so they are not kept with its log.
std::string logAttributes(const Record &record);

// {{.ID}} {{.FullID}} {{.Name}} {{.ImageID}} {{.ImageFullID}} {{.ImageName}} {{.DaemonName}} and plain text.
// InvalidArgument for any other template.
Result<std::string> expandTag(const std::string &tag, const Record &record);

} // namespace quayside::containers
