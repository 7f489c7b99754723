#include "engine/isolation/plan/codec.h"

#include "engine/isolation/plan/fields.h"

#include <cstring>

namespace quayside::isolation
{
namespace
{

constexpr std::uint32_t magic = 0x50595351; // "QSYP"
constexpr std::uint32_t format = 3;
enum class PlanKind : std::uint32_t { Launch = 1, Exec = 2 };

class Encoder
{
public:
    template <typename T>
    void operator()(const char *, const T &value)
    {
        put(value);
    }
    template <typename T>
        requires std::is_integral_v<T> || std::is_enum_v<T>
    void put(T value)
    {
        // Both ends are one build on one machine: native order.
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    void put(const std::string &text)
    {
        put(static_cast<std::uint32_t>(text.size()));
        m_bytes += text;
    }
    template <typename T>
    void put(const std::vector<T> &values)
    {
        put(static_cast<std::uint32_t>(values.size()));
        for (const T &value : values)
            put(value);
    }
    void put(const std::map<std::string, std::string> &pairs)
    {
        put(static_cast<std::uint32_t>(pairs.size()));
        for (const auto &[key, value] : pairs) {
            put(key);
            put(value);
        }
    }
    template <typename T>
    void put(const std::optional<T> &value)
    {
        put(value.has_value());
        put(value.value_or(T{}));
    }
    template <typename T>
        requires std::is_class_v<T>
    void put(const T &part)
    {
        walk(*this, part);
    }
    std::string take() { return std::move(m_bytes); }

private:
    std::string m_bytes;
};

// After the first thing that is wrong everything reads as zero, and ok() says no.
class Decoder
{
public:
    explicit Decoder(std::string_view bytes) : m_rest(bytes) {}
    template <typename T>
    void operator()(const char *, T &value)
    {
        get(value);
    }
    template <typename T>
        requires std::is_integral_v<T>
    void get(T &value)
    {
        using Raw = std::conditional_t<std::is_same_v<T, bool>, std::uint8_t, T>;
        Raw raw{};
        if (m_ok && m_rest.size() >= sizeof raw) {
            std::memcpy(&raw, m_rest.data(), sizeof raw);
            m_rest.remove_prefix(sizeof raw);
        } else {
            m_ok = false;
        }
        if constexpr (std::is_same_v<T, bool>)
            m_ok = m_ok && raw <= 1;
        value = static_cast<T>(raw);
    }
    template <typename T>
        requires std::is_enum_v<T>
    void get(T &value)
    {
        std::underlying_type_t<T> raw{};
        get(raw);
        m_ok = m_ok && raw <= static_cast<std::underlying_type_t<T>>(lastOf(T{}));
        value = m_ok ? static_cast<T>(raw) : T{};
    }
    void get(std::string &text)
    {
        const std::uint32_t size = count();
        text.assign(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
    }
    template <typename T>
    void get(std::vector<T> &values)
    {
        // Grown one by one: a count that lies runs out of bytes before it costs memory.
        const std::uint32_t size = count();
        for (std::uint32_t i = 0; i < size && m_ok; ++i)
            get(values.emplace_back());
    }
    void get(std::map<std::string, std::string> &pairs)
    {
        const std::uint32_t size = count();
        for (std::uint32_t i = 0; i < size && m_ok; ++i) {
            std::string key;
            get(key);
            get(pairs[std::move(key)]);
        }
    }
    template <typename T>
    void get(std::optional<T> &value)
    {
        bool there = false;
        T content{};
        get(there);
        get(content);
        value = there ? std::optional(content) : std::nullopt;
    }
    template <typename T>
        requires std::is_class_v<T>
    void get(T &part)
    {
        walk(*this, part);
    }
    [[nodiscard]] bool complete() const { return m_ok && m_rest.empty(); }

private:
    // A count of things that take at least a byte each.
    std::uint32_t count()
    {
        std::uint32_t size = 0;
        get(size);
        m_ok = m_ok && size <= m_rest.size();
        return m_ok ? size : 0;
    }
    std::string_view m_rest;
    bool m_ok = true;
};

template <typename Plan>
std::string encodeAs(PlanKind kind, const Plan &plan)
{
    Encoder encoder;
    encoder.put(magic);
    encoder.put(format);
    encoder.put(kind);
    encoder.put(plan);
    return encoder.take();
}

template <typename Plan>
Result<Plan> decodeAs(PlanKind kind, std::string_view bytes)
{
    if (bytes.size() > maxPlanBytes)
        return fail(ErrorKind::TooLarge, "a plan of {} bytes is over the limit of {}", bytes.size(),
                    maxPlanBytes);
    Decoder decoder(bytes);
    std::uint32_t head[3] = {};
    for (std::uint32_t &number : head)
        decoder.get(number);
    if (head[0] != magic || head[1] != format || head[2] != static_cast<std::uint32_t>(kind))
        return fail(ErrorKind::InvalidArgument, "this is not a plan of this build: header {:x} {} {}",
                    head[0], head[1], head[2]);
    Plan plan;
    decoder.get(plan);
    if (!decoder.complete())
        return fail(ErrorKind::InvalidArgument,
                    "the plan is damaged: {} bytes do not hold what they announce", bytes.size());
    return plan;
}

} // namespace

std::string encode(const LaunchPlan &plan)
{
    return encodeAs(PlanKind::Launch, plan);
}
std::string encode(const ExecPlan &plan)
{
    return encodeAs(PlanKind::Exec, plan);
}

Result<LaunchPlan> decodeLaunchPlan(std::string_view bytes)
{
    return decodeAs<LaunchPlan>(PlanKind::Launch, bytes);
}

Result<ExecPlan> decodeExecPlan(std::string_view bytes)
{
    return decodeAs<ExecPlan>(PlanKind::Exec, bytes);
}

} // namespace quayside::isolation
