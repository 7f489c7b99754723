#include "engine/stage/criu.h"

#include <optional>

#include <linux/sched.h>

namespace quayside::stage::criu
{
namespace
{

// Numbers of fields and values, as in rpc.proto.
namespace field
{
constexpr unsigned type = 1, options = 2, notifySuccess = 3;     // criu_req
constexpr unsigned success = 2, restore = 4, notify = 5;         // criu_resp
constexpr unsigned restoredPid = 1, script = 1, notifiedPid = 2; // criu_restore_resp, criu_notify
constexpr unsigned imagesFolder = 1, fileLocks = 8, logLevel = 9, logFile = 10; // criu_opts
constexpr unsigned notifyScripts = 12, root = 13, workFolder = 17, sibling = 26, inherit = 27;
constexpr unsigned cgroupMode = 34, external = 37, emptyNamespaces = 38, closeTcp = 52;
constexpr unsigned key = 1, descriptor = 2; // inherit_fd
} // namespace field
constexpr std::uint64_t restoreType = 2, notifyType = 6, ignoreCgroups = 0, warnings = 2;

enum class Wire : std::uint8_t { Number = 0, Bytes = 2 };

class Writer
{
public:
    Writer &number(unsigned name, std::uint64_t value)
    {
        varint(std::uint64_t{name} << 3U | static_cast<unsigned>(Wire::Number));
        varint(value);
        return *this;
    }
    Writer &bytes(unsigned name, std::string_view value)
    {
        varint(std::uint64_t{name} << 3U | static_cast<unsigned>(Wire::Bytes));
        varint(value.size());
        m_out += value;
        return *this;
    }
    std::string take() { return std::move(m_out); }

private:
    void varint(std::uint64_t value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_out += static_cast<char>((value & 0x7fU) | 0x80U);
        m_out += static_cast<char>(value);
    }
    std::string m_out;
};

struct Field {
    unsigned name = 0;
    std::uint64_t number = 0;
    std::string_view bytes;
};

class Reader
{
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}
    // None: the end, or what ok() says is wrong. Of other kinds than ours CRIU's answers have none.
    std::optional<Field> next()
    {
        if (m_rest.empty() || !m_ok)
            return std::nullopt;
        const std::uint64_t head = varint();
        Field found{.name = static_cast<unsigned>(head >> 3U), .number = varint(), .bytes = {}};
        if ((head & 7U) == static_cast<unsigned>(Wire::Bytes) && found.number <= m_rest.size()) {
            found.bytes = m_rest.substr(0, found.number);
            m_rest.remove_prefix(found.number);
        } else if ((head & 7U) != static_cast<unsigned>(Wire::Number)) {
            m_ok = false;
        }
        return m_ok ? std::optional(found) : std::nullopt;
    }
    [[nodiscard]] bool ok() const { return m_ok; }

private:
    std::uint64_t varint()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7fU} << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    std::string_view m_rest;
    bool m_ok = true;
};

bool readPart(std::string_view bytes, unsigned pidField, Answer &answer, bool withScript)
{
    Reader reader(bytes);
    while (const auto found = reader.next()) {
        if (found->name == pidField)
            answer.pid = static_cast<pid_t>(found->number);
        else if (withScript && found->name == field::script)
            answer.script = found->bytes;
    }
    return reader.ok();
}

Answer::Kind kindOf(std::uint64_t type)
{
    if (type == notifyType)
        return Answer::Kind::Notify;
    return type == restoreType ? Answer::Kind::Restored : Answer::Kind::Other;
}

} // namespace

// Networks are the engine's to make, so that open TCP connections have lost their other end. CRIU leaves
// cgroups alone, and makes the first of them our
// child.
std::string restoreRequest(const Restore &restore)
{
    Writer options;
    options.number(field::imagesFolder, static_cast<unsigned>(restore.images))
        .number(field::workFolder, static_cast<unsigned>(restore.images))
        .number(field::fileLocks, 1)
        .number(field::logLevel, warnings)
        .bytes(field::logFile, logName)
        .number(field::notifyScripts, 1)
        .bytes(field::root, restore.root)
        .number(field::sibling, 1);
    for (const auto &[key, fd] : restore.inherited)
        options.bytes(
            field::inherit,
            Writer().bytes(field::key, key).number(field::descriptor, static_cast<unsigned>(fd)).take());
    options.number(field::cgroupMode, ignoreCgroups);
    for (const std::string &name : restore.external)
        options.bytes(field::external, name);
    options.number(field::emptyNamespaces, CLONE_NEWNET).number(field::closeTcp, 1);
    return Writer().number(field::type, restoreType).bytes(field::options, options.take()).take();
}

std::string goOn()
{
    return Writer().number(field::type, notifyType).number(field::notifySuccess, 1).take();
}

Result<Answer> parseAnswer(std::string_view bytes)
{
    Answer answer;
    Reader reader(bytes);
    bool good = true;
    while (const auto found = reader.next()) {
        if (found->name == field::type)
            answer.kind = kindOf(found->number);
        else if (found->name == field::success)
            answer.success = found->number != 0;
        else if (found->name == field::restore)
            good = good && readPart(found->bytes, field::restoredPid, answer, false);
        else if (found->name == field::notify)
            good = good && readPart(found->bytes, field::notifiedPid, answer, true);
    }
    if (!good || !reader.ok())
        return fail(ErrorKind::InvalidArgument, "CRIU's answer of {} bytes is none that is known",
                    bytes.size());
    return answer;
}

} // namespace quayside::stage::criu
