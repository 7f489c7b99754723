// One function for each instruction: node to aggregate. interpret() picks by keyword.
#pragma once

#include "engine/dockerfile/instructions/instructions.h"

#include <format>
#include <utility>

namespace quayside::dockerfile
{

using Reader = Parsed<Instruction> (*)(const Node &);

Parsed<Instruction> readAdd(const Node &node);
Parsed<Instruction> readArg(const Node &node);
Parsed<Instruction> readCmd(const Node &node);
Parsed<Instruction> readCopy(const Node &node);
Parsed<Instruction> readEntrypoint(const Node &node);
Parsed<Instruction> readEnv(const Node &node);
Parsed<Instruction> readExpose(const Node &node);
Parsed<Instruction> readFrom(const Node &node);
Parsed<Instruction> readHealthcheck(const Node &node);
Parsed<Instruction> readLabel(const Node &node);
Parsed<Instruction> readMaintainer(const Node &node);
Parsed<Instruction> readOnBuild(const Node &node);
Parsed<Instruction> readRun(const Node &node);
Parsed<Instruction> readShell(const Node &node);
Parsed<Instruction> readStopSignal(const Node &node);
Parsed<Instruction> readUser(const Node &node);
Parsed<Instruction> readVolume(const Node &node);
Parsed<Instruction> readWorkdir(const Node &node);

inline Origin originOf(const Node &node)
{
    return {node.range, node.written, node.original, node.comments};
}

// The error of a whole instruction: at its head.
inline std::unexpected<ParseError> refuse(const Node &node, std::string message)
{
    return std::unexpected(ParseError{node.head, std::move(message)});
}

inline std::unexpected<ParseError> refuse(const Range &range, std::string message)
{
    return std::unexpected(ParseError{range, std::move(message)});
}

std::unexpected<ParseError> needsOneAtLeast(const Node &node); // "ENV requires at least one argument"
std::unexpected<ParseError> needsOne(const Node &node);        // "USER requires exactly one argument"
Parsed<void> checkFlags(const Node &node);
CommandLine commandLine(const Node &node, std::size_t first = 0); // of the words from `first` on

} // namespace quayside::dockerfile
