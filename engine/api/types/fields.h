// One description of a struct's members serves both directions: encode() runs it with a Writer, decode() with
// a Reader. Only for the .cpp files of this folder.
//
//   QUAYSIDE_FIELDS(PortBinding, f, v)      // defines fields(Writer &, const PortBinding &) and
//   fields(Reader &, PortBinding &)
//   {
//       f("HostIp", v.hostIp);              // always written; an absent optional as null
//       f.omitEmpty("Links", v.links);      // left out where empty, zero, false or absent
//       f.nullEmpty("Aliases", v.aliases);  // null where empty, as Go writes a nil slice or map
//       f.words("Cmd", v.cmd);              // nullEmpty; reads a plain string as one element
//       f.group("Size", [&](auto &g) { g("Total", v.sizeTotal); }); // a nested object that has no struct of
//       its own
//   }
#pragma once

#include "engine/api/json.h"
#include "engine/api/types/decode.h"
#include "engine/api/types/descriptor.h"
#include "engine/api/types/endpoint.h"
#include "engine/api/types/health.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#define QUAYSIDE_DECLARE_FIELDS(Type)                                                                        \
    void fields(Writer &, const Type &);                                                                     \
    void fields(Reader &, Type &)

#define QUAYSIDE_FIELDS(Type, f, v) QUAYSIDE_NESTED_FIELDS(Type, Type, f, v)
// For a struct inside another: QUAYSIDE_NESTED_FIELDS(Outer::Inner, OuterInner, f, v)
#define QUAYSIDE_NESTED_FIELDS(Type, Name, f, v)                                                             \
    template <typename F, typename T>                                                                        \
    static void describe##Name(F &f, T &v);                                                                  \
    void fields(Writer &writer, const Type &value)                                                           \
    {                                                                                                        \
        describe##Name(writer, value);                                                                       \
    }                                                                                                        \
    void fields(Reader &reader, Type &value)                                                                 \
    {                                                                                                        \
        describe##Name(reader, value);                                                                       \
    }                                                                                                        \
    template <typename F, typename T>                                                                        \
    static void describe##Name(F &f, T &v)

// encode() and decode<>() of a described struct.
#define QUAYSIDE_CODEC(Type)                                                                                 \
    std::string encode(const Type &value)                                                                    \
    {                                                                                                        \
        return written(value);                                                                               \
    }                                                                                                        \
    template <>                                                                                              \
    Result<Type> decode(std::string_view json)                                                               \
    {                                                                                                        \
        return readDocument<Type>(json);                                                                     \
    }

namespace quayside::api
{

template <typename T>
bool isEmpty(const T &value)
{
    if constexpr (requires { value.has_value(); })
        return !value.has_value();
    else if constexpr (requires { value.empty(); })
        return value.empty();
    else if constexpr (std::is_arithmetic_v<T>)
        return value == T{};
    else
        return false;
}

class Reader;
class Writer;
struct HostConfig;
// Described in one file and part of structs in another:
QUAYSIDE_DECLARE_FIELDS(DriverData);
QUAYSIDE_DECLARE_FIELDS(EndpointSettings);
QUAYSIDE_DECLARE_FIELDS(HealthConfig);
QUAYSIDE_DECLARE_FIELDS(Health);
QUAYSIDE_DECLARE_FIELDS(HostConfig);
QUAYSIDE_DECLARE_FIELDS(NetworkingConfig);
QUAYSIDE_DECLARE_FIELDS(NetworkSettings);
QUAYSIDE_DECLARE_FIELDS(OCIDescriptor);
QUAYSIDE_DECLARE_FIELDS(OCIPlatform);
QUAYSIDE_DECLARE_FIELDS(PortBinding);

class Writer
{
public:
    explicit Writer(std::string &out) : m_out(out) { m_out += '{'; }
    void close() { m_out += '}'; }

    template <typename T>
    void operator()(std::string_view name, const T &value)
    {
        key(name);
        put(m_out, value);
    }
    template <typename T>
    void omitEmpty(std::string_view name, const T &value)
    {
        if (!isEmpty(value))
            (*this)(name, value);
    }
    template <typename T>
    void nullEmpty(std::string_view name, const T &value)
    {
        key(name);
        if (isEmpty(value))
            m_out += "null";
        else
            put(m_out, value);
    }
    template <typename T>
    void words(std::string_view name, const T &value)
    {
        nullEmpty(name, value);
    }
    template <typename Describe>
    void group(std::string_view name, Describe describe)
    {
        key(name);
        Writer inner(m_out);
        describe(inner);
        inner.close();
    }

    // (An exposed port that is published nowhere is a null in a PortMap.)
    static void put(std::string &out, const std::string &value) { appendQuoted(out, value); }
    static void put(std::string &out, std::int64_t value) { out += std::to_string(value); }
    static void put(std::string &out, bool value) { out += value ? "true" : "false"; }
    // JSON has no word for what is no number.
    static void put(std::string &out, double value)
    {
        out += std::isfinite(value) ? std::format("{}", value) : "0";
    }

    template <typename T>
    static void put(std::string &out, const std::optional<T> &value)
    {
        if (value)
            put(out, *value);
        else
            out += "null";
    }
    template <typename T>
    static void put(std::string &out, const std::vector<T> &values)
    {
        list(out, '[', ']', values, [&](const T &value) { put(out, value); });
    }
    static void put(std::string &out, const std::set<std::string> &values)
    {
        list(out, '{', '}', values, [&](const std::string &value) {
            appendQuoted(out, value);
            out += ":{}";
        });
    }
    template <typename T>
    static void put(std::string &out, const std::map<std::string, T> &values)
    {
        list(out, '{', '}', values, [&](const auto &entry) {
            appendQuoted(out, entry.first);
            out += ':';
            if constexpr (std::is_same_v<T, std::vector<PortBinding>>)
                entry.second.empty() ? void(out += "null") : put(out, entry.second);
            else
                put(out, entry.second);
        });
    }
    template <typename T>
        requires requires(Writer &writer, const T &value) { fields(writer, value); }
    static void put(std::string &out, const T &value)
    {
        Writer inner(out);
        fields(inner, value);
        inner.close();
    }

private:
    template <typename Values, typename Put>
    static void list(std::string &out, char open, char close, const Values &values, Put putOne)
    {
        out += open;
        bool first = true;
        for (const auto &value : values) {
            if (!std::exchange(first, false))
                out += ',';
            putOne(value);
        }
        out += close;
    }

    void key(std::string_view name)
    {
        if (!std::exchange(m_first, false))
            m_out += ',';
        appendQuoted(m_out, name);
        m_out += ':';
    }

    std::string &m_out;
    bool m_first = true;
};

// The first problem stays in `problem`; after it nothing more is read.
class Reader
{
public:
    Reader(const Json &object, std::string path, std::string &problem)
        : m_object(object), m_path(std::move(path)), m_problem(problem)
    {
    }

    template <typename T>
    void operator()(std::string_view name, T &value)
    {
        if (const Json *json = find(name))
            get(*json, value, join(name));
    }
    template <typename T>
    void omitEmpty(std::string_view name, T &value)
    {
        (*this)(name, value);
    }
    template <typename T>
    void nullEmpty(std::string_view name, T &value)
    {
        (*this)(name, value);
    }
    template <typename T>
    void words(std::string_view name, T &value)
    {
        const Json *json = find(name);
        if (json && json->is_string())
            get(Json::array({*json}), value, join(name));
        else if (json)
            get(*json, value, join(name));
    }
    template <typename Describe>
    void group(std::string_view name, Describe describe)
    {
        const Json *json = find(name);
        if (json && expect(json->is_object(), "an object", *json, join(name))) {
            Reader inner(*json, join(name), m_problem);
            describe(inner);
        }
    }

    void get(const Json &json, std::string &value, const std::string &path);
    void get(const Json &json, std::int64_t &value, const std::string &path);
    void get(const Json &json, bool &value, const std::string &path);
    void get(const Json &json, double &value, const std::string &path);
    void get(const Json &json, std::set<std::string> &values, const std::string &path);

    template <typename T>
    void get(const Json &json, std::optional<T> &value, const std::string &path)
    {
        get(json, value.emplace(T{}), path);
    }
    template <typename T>
    void get(const Json &json, std::vector<T> &values, const std::string &path)
    {
        if (!expect(json.is_array(), "an array", json, path))
            return;
        values.clear();
        for (const Json &element : json) {
            T &value = values.emplace_back();
            if (!element.is_null())
                get(element, value, std::format("{}[{}]", path, values.size() - 1));
        }
    }
    template <typename T>
    void get(const Json &json, std::map<std::string, T> &values, const std::string &path)
    {
        if (!expect(json.is_object(), "an object", json, path))
            return;
        values.clear();
        for (const auto &[key, element] : json.items()) {
            T &value = values[checked(key, path)];
            if (!element.is_null())
                get(element, value, std::format("{}.{}", path, key));
        }
    }
    template <typename T>
        requires requires(Reader &reader, T &value) { fields(reader, value); }
    void get(const Json &json, T &value, const std::string &path)
    {
        if (!expect(json.is_object(), "an object", json, path))
            return;
        Reader inner(json, path, m_problem);
        fields(inner, value);
    }

private:
    // The member of that name, in whatever case; nullptr where it is absent or null.
    const Json *find(std::string_view name);
    bool expect(bool condition, std::string_view wanted, const Json &json, const std::string &path);
    const std::string &checked(const std::string &text, const std::string &path);
    [[nodiscard]] std::string join(std::string_view name) const;

    const Json &m_object;
    std::string m_path;
    std::string &m_problem;
};

template <typename T>
std::string written(const T &value)
{
    std::string out;
    Writer::put(out, value);
    return out;
}

// The document as Json, after which read() takes it apart.
Result<Json> parseDocument(std::string_view json);

template <typename T>
Result<T> readDocument(std::string_view json)
{
    TRY(const Json document, parseDocument(json));
    T value{};
    std::string problem;
    Reader reader(document, {}, problem);
    reader.get(document, value, {});
    if (!problem.empty())
        return fail(ErrorKind::InvalidArgument, "invalid JSON: {}", problem);
    return value;
}

} // namespace quayside::api
