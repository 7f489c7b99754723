#include "engine/dockerfile/instructions/mounts.h"

#include "engine/dockerfile/instructions/options.h"
#include "engine/dockerfile/instructions/readers.h"
#include "engine/dockerfile/instructions/suggestion.h"

#include <algorithm>
#include <array>

namespace quayside::dockerfile
{

namespace
{

constexpr std::array<std::string_view, 5> types{"bind", "cache", "tmpfs", "secret", "ssh"};
constexpr std::array<std::string_view, 3> sharings{"shared", "private", "locked"};

// One --mount, field by field: what counts depends on the type that was named before.
class MountReader
{
public:
    MountReader(const Word &option, const Expander &expander) : m_option(option), m_expander(expander)
    {
        m_mount.range = option.range;
    }

    Parsed<RunMount> read()
    {
        const auto fields = csvFields(m_option.text);
        if (!fields)
            return error("failed to parse csv mounts: " + fields.error().message);
        for (const auto &field : *fields)
            if (auto done = m_expander ? take(field) : check(field); !done)
                return std::unexpected(std::move(done).error());
        if (m_expander)
            if (auto done = complete(); !done)
                return std::unexpected(std::move(done).error());
        return std::move(m_mount);
    }

private:
    using Setter = Parsed<void> (MountReader::*)(const std::string &value);
    struct Key {
        std::string_view name;
        Setter set;
    };

    std::unexpected<ParseError> error(std::string message) const
    {
        return refuse(m_option.range, std::move(message));
    }

    // Before variables are known.
    Parsed<void> check(const std::string &field) const
    {
        const auto sign = field.find('=');
        const auto dollar = field.find('$', std::min(sign, field.size()));
        if (sign != std::string::npos && lowered(field.substr(0, sign)) == "from" &&
            dollar != std::string::npos && dollar + 1 != field.size())
            return error("'from' doesn't support variable expansion, define alias stage instead");
        return {};
    }

    Parsed<void> take(const std::string &field);
    Parsed<void> takeBare(const std::string &field);
    Parsed<void> complete();
    Parsed<void> onlyFor(bool fits) const
    {
        if (!fits)
            return error(std::format("unexpected key '{}' for mount type '{}'", m_key, typeName()));
        return {};
    }
    std::string_view typeName() const { return types[static_cast<std::size_t>(m_mount.type)]; }
    bool isAsked() const { return m_mount.type == MountType::Secret || m_mount.type == MountType::Ssh; }

    template <auto member>
    Parsed<void> setText(const std::string &value)
    {
        m_mount.*member = value;
        return {};
    }
    template <auto member, int base>
    Parsed<void> setNumber(const std::string &value)
    {
        m_mount.*member = parseNumber(value, base);
        if (!(m_mount.*member))
            return error(std::format("invalid value {} for {}", value, m_key));
        return {};
    }
    Parsed<bool> boolean(const std::string &value) const
    {
        if (const auto parsed = parseBool(value))
            return *parsed;
        return error(std::format("invalid value for {}: {}", m_key, value));
    }
    Parsed<void> setType(const std::string &value);
    Parsed<void> setReadOnly(const std::string &value);
    Parsed<void> setWritable(const std::string &value);
    Parsed<void> setRequired(const std::string &value);
    Parsed<void> setSize(const std::string &value);
    Parsed<void> setSharing(const std::string &value);

    static const std::array<Key, 19> keys;

    const Word &m_option;
    const Expander &m_expander;
    std::string m_key;
    bool m_readOnlySaid = false;
    RunMount m_mount;
};

const std::array<MountReader::Key, 19> MountReader::keys{{
    {"type", &MountReader::setType},
    {"from", &MountReader::setText<&RunMount::from>},
    {"source", &MountReader::setText<&RunMount::source>},
    {"target", &MountReader::setText<&RunMount::target>},
    {"readonly", &MountReader::setReadOnly},
    {"id", &MountReader::setText<&RunMount::id>},
    {"sharing", &MountReader::setSharing},
    {"required", &MountReader::setRequired},
    {"size", &MountReader::setSize},
    {"mode", &MountReader::setNumber<&RunMount::mode, 8>},
    {"uid", &MountReader::setNumber<&RunMount::uid, 10>},
    {"gid", &MountReader::setNumber<&RunMount::gid, 10>},
    {"src", &MountReader::setText<&RunMount::source>},
    {"dst", &MountReader::setText<&RunMount::target>},
    {"destination", &MountReader::setText<&RunMount::target>},
    {"ro", &MountReader::setReadOnly},
    {"rw", &MountReader::setWritable},
    {"readwrite", &MountReader::setWritable},
    {"env", &MountReader::setText<&RunMount::env>},
}};

Parsed<void> MountReader::take(const std::string &field)
{
    const auto sign = field.find('=');
    m_key = lowered(field.substr(0, sign));
    if (sign == std::string::npos)
        return takeBare(field);
    const auto value = m_expander(field.substr(sign + 1));
    if (!value)
        return error(value.error().message);
    const auto *key = std::ranges::find(keys, m_key, &Key::name);
    if (key != keys.end())
        return (this->*key->set)(*value);
    std::array<std::string_view, keys.size()> names;
    std::ranges::transform(keys, names.begin(), &Key::name);
    return error(std::format("unexpected key '{}' in '{}'{}", m_key, field, suggestion(m_key, names, true)));
}

Parsed<void> MountReader::takeBare(const std::string &field)
{
    if (m_key == "readonly" || m_key == "ro")
        return setReadOnly("true");
    if (m_key == "readwrite" || m_key == "rw")
        return setReadOnly("false");
    if (m_key == "required")
        return setRequired("true");
    return error(std::format("invalid field '{}' must be a key=value pair", field));
}

Parsed<void> MountReader::setType(const std::string &value)
{
    const auto *found = std::ranges::find(types, lowered(value));
    if (found == types.end())
        return error("unsupported mount type " + inQuotes(value) + suggestion(value, types, true));
    m_mount.type = static_cast<MountType>(found - types.begin());
    return {};
}

Parsed<void> MountReader::setReadOnly(const std::string &value)
{
    TRY(auto yes, boolean(value));
    m_mount.readOnly = yes;
    m_readOnlySaid = true;
    return {};
}

Parsed<void> MountReader::setWritable(const std::string &value)
{
    TRY(auto yes, boolean(value));
    m_mount.readOnly = !yes;
    m_readOnlySaid = true;
    return {};
}

Parsed<void> MountReader::setRequired(const std::string &value)
{
    CHECK(onlyFor(isAsked()));
    TRY(auto yes, boolean(value));
    m_mount.required = yes;
    return {};
}

Parsed<void> MountReader::setSize(const std::string &value)
{
    CHECK(onlyFor(m_mount.type == MountType::Tmpfs));
    const auto size = parseByteSize(value);
    if (!size)
        return error(std::format("invalid value for {}: {}", m_key, value));
    m_mount.size = *size;
    return {};
}

Parsed<void> MountReader::setSharing(const std::string &value)
{
    const auto *found = std::ranges::find(sharings, lowered(value));
    if (found == sharings.end())
        return error("unsupported sharing value " + inQuotes(value) + suggestion(value, sharings, true));
    m_mount.sharing = static_cast<CacheSharing>(found - sharings.begin());
    return {};
}

// What can be judged when all fields are known.
Parsed<void> MountReader::complete()
{
    const auto type = m_mount.type;
    if (!isAsked() && type != MountType::Cache) {
        for (const auto &[name, value] :
             {std::pair{"mode", m_mount.mode}, {"uid", m_mount.uid}, {"gid", m_mount.gid}})
            if (value)
                return error(std::format("{} not allowed for {} type mounts", name, inQuotes(typeName())));
    }
    if (!m_readOnlySaid)
        m_mount.readOnly = type != MountType::Cache && type != MountType::Tmpfs;
    if (type == MountType::Secret) {
        if (!m_mount.from.empty())
            return error("secret mount should not have a from");
        if (m_mount.sharing)
            return error("secret mount should not define sharing");
        if (m_mount.source.empty() && m_mount.target.empty() && m_mount.id.empty())
            return error("invalid secret mount. one of source, target required");
        if (!m_mount.source.empty() && !m_mount.id.empty())
            return error("both source and id can't be set");
    }
    if (m_mount.sharing && type != MountType::Cache)
        return error(std::format("invalid cache sharing set for {} mount", typeName()));
    return {};
}

} // namespace

Parsed<RunMount> parseMount(const Word &option, const Expander &expander)
{
    return MountReader(option, expander).read();
}

Parsed<std::vector<RunMount>> parseMounts(const Run &run, const Expander &expander)
{
    std::vector<RunMount> mounts;
    for (const auto &option : run.mounts) {
        TRY(auto mount, parseMount(option, expander));
        mounts.push_back(std::move(mount));
    }
    return mounts;
}

Parsed<RunDevice> parseDevice(const Word &option)
{
    const auto fields = csvFields(option.text);
    if (!fields)
        return refuse(option.range, "failed to parse csv devices: " + fields.error().message);
    RunDevice device;
    device.range = option.range;
    for (const auto &field : *fields) {
        const auto sign = field.find('=');
        const auto key = lowered(field.substr(0, sign));
        const bool bare = sign == std::string::npos;
        const auto value = bare ? std::string("true") : field.substr(sign + 1);
        if (key == "required") {
            const auto yes = parseBool(value);
            if (!yes)
                return refuse(option.range, std::format("invalid value for {}: {}", key, value));
            device.required = *yes;
        } else if (!bare && key == "name") {
            if (!device.name.empty())
                return refuse(option.range, "device name already set to " + device.name);
            device.name = value;
        } else if (device.name.empty()) {
            device.name = field; // "vendor.com/class=name" has a sign of its own
        } else if (bare) {
            return refuse(option.range, std::format("invalid field '{}' must be a key=value pair", field));
        } else {
            static constexpr std::array<std::string_view, 2> keys{"name", "required"};
            return refuse(option.range, std::format("unexpected key '{}' in '{}'{}", key, field,
                                                    suggestion(key, keys, true)));
        }
    }
    return device;
}

} // namespace quayside::dockerfile
