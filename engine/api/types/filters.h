// The `filters` query parameter of list endpoints and of events and prune.
#pragma once

#include "engine/api/types/decode.h"

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace quayside::api
{

// {"label": {"a", "b=c"}}: the values of one name are alternatives, except that every `label` must match.
// On the wire either {"label": ["a"]} or, from old clients, {"label": {"a": true}}; a false value is no
// value.
class Filters
{
public:
    std::map<std::string, std::vector<std::string>> values; // without doubles

    [[nodiscard]] bool empty() const { return values.empty(); }
    [[nodiscard]] bool contains(const std::string &name) const { return values.contains(name); }
    // The values given for `name`; none where it wasn't given.
    [[nodiscard]] const std::vector<std::string> &of(const std::string &name) const;
    // True where `name` wasn't given or `value` is one of its values.
    [[nodiscard]] bool matches(const std::string &name, const std::string &value) const;
    // True where each `label` filter ("key" or "key=value") is met, and no `label!` one.
    [[nodiscard]] bool matchesLabels(const std::map<std::string, std::string> &labels) const;
    // InvalidArgument "invalid filter 'x'" where a name isn't among `known`, as dockerd says.
    [[nodiscard]] Result<> allow(std::initializer_list<std::string_view> known) const;
    // A filter of one boolean ("dangling"): 1/true/0/false, else InvalidArgument; `otherwise` where not
    // given.
    [[nodiscard]] Result<bool> flag(const std::string &name, bool otherwise) const;
};
std::string encode(const Filters &filters); // the list form
// An empty string is no filters.
template <>
Result<Filters> decode(std::string_view json);

} // namespace quayside::api
