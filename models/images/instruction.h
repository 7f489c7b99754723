// How an image's history reads.
#pragma once

#include <QString>

namespace quayside::models
{

// "/bin/sh -c #(nop)  CMD [\"sh\"]" as old builders wrote it → "CMD [\"sh\"]";
// "/bin/sh -c apt-get update" → "RUN apt-get update", as it stood in the Dockerfile;
// "|1 A=b /bin/sh -c make" → "RUN make"; the comment where nothing else is known; else "—".
QString instructionText(const std::string &createdBy, const std::string &comment);

} // namespace quayside::models
