#include "engine/isolation/plan/json.h"

#include "engine/isolation/plan/fields.h"

#include <nlohmann/json.hpp>

#include <array>
#include <string_view>
#include <utility>

#include <sys/mount.h>

namespace quayside::isolation
{
namespace
{

using Json = nlohmann::ordered_json;

std::string_view nameOf(NamespaceMode mode)
{
    constexpr std::array names{"new", "host", "join"};
    return names.at(static_cast<std::size_t>(mode));
}

std::string_view nameOf(MountKind kind)
{
    constexpr std::array names{"bind",   "hostbind", "proc",    "sysfs", "tmpfs",  "devpts",
                               "mqueue", "cgroup",   "devices", "image", "content"};
    return names.at(static_cast<std::size_t>(kind));
}

std::string_view nameOf(TargetKind kind)
{
    return kind == TargetKind::File ? "file" : "directory";
}

Json flagNames(std::uint64_t flags)
{
    static constexpr std::pair<std::uint64_t, const char *> known[] = {
        {MS_RDONLY, "rdonly"},   {MS_NOSUID, "nosuid"},    {MS_NODEV, "nodev"}, {MS_NOEXEC, "noexec"},
        {MS_NOATIME, "noatime"}, {MS_REC, "rec"},          {MS_SLAVE, "slave"}, {MS_SHARED, "shared"},
        {MS_PRIVATE, "private"}, {MS_RELATIME, "relatime"}};
    Json names = Json::array();
    for (const auto &[flag, name] : known) {
        if ((flags & flag) != 0)
            names.push_back(name);
        flags &= ~flag;
    }
    if (flags != 0)
        names.push_back(std::format("0x{:x}", flags));
    return names;
}

class Writer
{
public:
    template <typename T>
    void operator()(std::string_view name, const T &value)
    {
        if constexpr (std::is_same_v<T, std::uint64_t>)
            m_object[std::string(name)] = number(name, value);
        else if (isShown(value))
            m_object[std::string(name)] = render(value);
    }
    Json take() { return std::move(m_object); }

private:
    template <typename T>
    static bool isShown(const T &)
    {
        return true;
    }
    static bool isShown(const RestorePlan &plan) { return plan.images >= 0; } // few launches are restores
    static Json number(std::string_view name, std::uint64_t value)
    {
        if (name == "flags" || name == "propagation")
            return flagNames(value);
        if (name == "soft" || name == "hard" || name == "logMaxBytes")
            return value;
        return std::format("0x{:016x}", value); // capability masks
    }
    template <typename T>
        requires std::is_class_v<T>
    static Json render(const T &part)
    {
        Writer inner;
        walk(inner, part);
        return inner.take();
    }
    // Bytes that are no UTF-8 (an environment may hold any) are shown as U+FFFD by dump().
    static Json render(const std::string &text) { return text; }
    static Json render(const std::map<std::string, std::string> &pairs) { return pairs; }
    template <typename T>
        requires std::is_integral_v<T>
    static Json render(T value)
    {
        return value;
    }
    template <typename T>
        requires std::is_enum_v<T>
    static Json render(T value)
    {
        return nameOf(value);
    }
    template <typename T>
    static Json render(const std::optional<T> &value)
    {
        return value ? Json(*value) : Json(nullptr);
    }
    template <typename T>
    static Json render(const std::vector<T> &values)
    {
        Json array = Json::array();
        for (const T &value : values)
            array.push_back(render(value));
        return array;
    }
    Json m_object = Json::object();
};

template <typename Plan>
std::string renderPlan(const Plan &plan)
{
    Writer writer;
    walk(writer, plan);
    return writer.take().dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string toJson(const LaunchPlan &plan)
{
    return renderPlan(plan);
}
std::string toJson(const ExecPlan &plan)
{
    return renderPlan(plan);
}

} // namespace quayside::isolation
