#include "engine/logs/record.h"

namespace quayside::logs
{

std::optional<Record> parseRecord(std::string_view line)
{
    if (line.size() < headLength || line[10] != 'T' || line[timeLength - 1] != 'Z' ||
        line[tagOffset + 1] != ' ')
        return std::nullopt;
    const std::string_view stream = line.substr(timeLength, tagOffset - timeLength);
    const char tag = line[tagOffset];
    const bool isError = stream == " stderr ";
    if ((!isError && stream != " stdout ") || (tag != 'F' && tag != 'P'))
        return std::nullopt;
    return Record{line.substr(0, timeLength), isError ? Source::Stderr : Source::Stdout, tag == 'F',
                  line.substr(headLength)};
}

} // namespace quayside::logs
