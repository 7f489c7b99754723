#include "engine/isolation/cgroups/devices.h"

#include <cstddef>
#include <cstring>

namespace quayside::isolation::cgroups
{
namespace
{

enum Register : std::uint8_t { result, context, type, access, major, minor, scratch };

bpf_insn instruction(int code, Register target, std::uint8_t source = 0, std::int16_t offset = 0,
                     std::int32_t value = 0)
{
    bpf_insn made{};
    made.code = static_cast<std::uint8_t>(code);
    made.dst_reg = target & 0xf;
    made.src_reg = source & 0xf;
    made.off = offset;
    made.imm = value;
    return made;
}

bpf_insn load(Register target, std::size_t offset)
{
    return instruction(BPF_LDX | BPF_MEM | BPF_W, target, context, static_cast<std::int16_t>(offset));
}

bpf_insn constant(int operation, Register target, std::int32_t value)
{
    return instruction(BPF_ALU | operation | BPF_K, target, 0, 0, value);
}

int accessBits(const std::string &letters)
{
    int bits = 0;
    for (const char letter : letters)
        bits |= letter == 'r'   ? BPF_DEVCG_ACC_READ
                : letter == 'w' ? BPF_DEVCG_ACC_WRITE
                                : BPF_DEVCG_ACC_MKNOD;
    return bits;
}

// Each test jumps behind the rule where it fails.
void addRule(const DeviceRule &rule, std::vector<bpf_insn> &program)
{
    std::vector<bpf_insn> tests;
    const auto mustEqual = [&](Register value, std::int64_t wanted) {
        if (wanted >= 0)
            tests.push_back(
                instruction(BPF_JMP32 | BPF_JNE | BPF_K, value, 0, 0, static_cast<std::int32_t>(wanted)));
    };
    if (rule.type != 'a')
        mustEqual(type, rule.type == 'b' ? BPF_DEVCG_DEV_BLOCK : BPF_DEVCG_DEV_CHAR);
    mustEqual(major, rule.major);
    mustEqual(minor, rule.minor);
    // Every kind of access that is asked for must be among the rule's.
    tests.push_back(instruction(BPF_ALU | BPF_MOV | BPF_X, scratch, access));
    tests.push_back(constant(BPF_AND, scratch, ~accessBits(rule.access)));
    tests.push_back(instruction(BPF_JMP32 | BPF_JNE | BPF_K, scratch, 0, 0, 0));
    tests.push_back(constant(BPF_MOV, result, 1));
    tests.push_back(instruction(BPF_JMP | BPF_EXIT, result));
    for (std::size_t i = 0; i < tests.size(); ++i) {
        if (BPF_OP(tests[i].code) == BPF_JNE && BPF_CLASS(tests[i].code) == BPF_JMP32)
            tests[i].off = static_cast<std::int16_t>(tests.size() - i - 1);
    }
    program.insert(program.end(), tests.begin(), tests.end());
}

} // namespace

std::vector<DeviceRule> defaultDevices()
{
    return {{'c', -1, -1, "m"}, {'b', -1, -1, "m"}, {'c', 1, 3, "rwm"},   {'c', 1, 5, "rwm"},
            {'c', 1, 7, "rwm"}, {'c', 1, 8, "rwm"}, {'c', 1, 9, "rwm"},   {'c', 5, 0, "rwm"},
            {'c', 5, 1, "rwm"}, {'c', 5, 2, "rwm"}, {'c', 136, -1, "rwm"}};
}

std::string lineOf(const DeviceRule &rule)
{
    const auto number = [](std::int64_t value) {
        return value < 0 ? std::string("*") : std::to_string(value);
    };
    return std::format("{} {}:{} {}", rule.type, number(rule.major), number(rule.minor), rule.access);
}

std::vector<bpf_insn> deviceProgram(const std::vector<DeviceRule> &rules)
{
    std::vector<bpf_insn> program{
        load(type,
             offsetof(bpf_cgroup_dev_ctx, access_type)), // low 16 bits: the type, above: what is asked for
        instruction(BPF_ALU | BPF_MOV | BPF_X, access, type),
        constant(BPF_AND, type, 0xffff),
        constant(BPF_RSH, access, 16),
        load(major, offsetof(bpf_cgroup_dev_ctx, major)),
        load(minor, offsetof(bpf_cgroup_dev_ctx, minor)),
    };
    for (const DeviceRule &rule : rules)
        addRule(rule, program);
    program.push_back(constant(BPF_MOV, result, 0));
    program.push_back(instruction(BPF_JMP | BPF_EXIT, result));
    return program;
}

Result<Fd> loadDeviceProgram(Kernel &kernel, const std::vector<DeviceRule> &rules)
{
    const std::vector<bpf_insn> program = deviceProgram(rules);
    static constexpr char license[] = "GPL";
    bpf_attr attributes{};
    attributes.prog_type = BPF_PROG_TYPE_CGROUP_DEVICE;
    attributes.insns = reinterpret_cast<std::uintptr_t>(program.data());
    attributes.insn_cnt = static_cast<std::uint32_t>(program.size());
    attributes.license = reinterpret_cast<std::uintptr_t>(license);
    std::memcpy(attributes.prog_name, "quayside", sizeof "quayside");
    Fd loaded(kernel.bpf(BPF_PROG_LOAD, &attributes, sizeof attributes));
    if (!loaded)
        return failErrno(-loaded.get(), "loading the BPF program for the device list");
    return loaded;
}

Result<> attachDeviceProgram(Kernel &kernel, const Fd &program, int cgroup)
{
    bpf_attr attributes{};
    attributes.target_fd = static_cast<std::uint32_t>(cgroup);
    attributes.attach_bpf_fd = static_cast<std::uint32_t>(program.get());
    attributes.attach_type = BPF_CGROUP_DEVICE;
    attributes.attach_flags = BPF_F_ALLOW_MULTI; // those of the groups above count as well
    if (const int done = kernel.bpf(BPF_PROG_ATTACH, &attributes, sizeof attributes); done < 0)
        return failErrno(-done, "attaching the BPF program for the device list");
    return {};
}

} // namespace quayside::isolation::cgroups
