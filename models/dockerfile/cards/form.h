// What an instruction says, as fields of a form, and fields written back: only the bytes of what has changed
// are other ones then.
#pragma once

#include "engine/base/result.h"
#include "models/dockerfile/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace quayside::models
{

// A command: text for the shell, the words of an array, or (RUN only) a script in a here-document.
struct CommandText {
    enum class Shape { Shell, Exec, Script };
    Shape shape = Shape::Shell;
    std::string text; // Shell, Script: its lines; a shell's lines are continued ones in the file
    std::vector<std::string> words; // Exec
    bool operator==(const CommandText &) const = default;
};

struct Field {
    enum class Type {
        Text,
        Choice, // one of `choices`, or none of them: ""
        Switch,
        List,  // of texts, in order
        Pairs, // "name=value", or "name" alone where it has no value, in order
        Command,
    };
    // As the reference names it: image, name, platform; command, mount, network, security; sources,
    // destination, from, chown, chmod, link, parents, exclude, checksum; pairs; path, user, ports, paths,
    // signal, trigger; none, interval, timeout, start-period, start-interval, retries.
    std::string id;
    Type type = Type::Text;
    std::string text; // Text, Choice; values of quoting.h where quotes count
    bool on = false;
    std::vector<std::string> list; // List, Pairs
    CommandText command;
    std::vector<std::string> choices;
    std::vector<CommandText::Shape> shapes; // Command: those that the instruction can have
    bool operator==(const Field &) const = default;
};

struct Form {
    std::string keyword; // upper case
    std::vector<Field> fields;

    [[nodiscard]] const Field *field(std::string_view id) const; // null where it has none of that name
};

// `node`: one of the snapshot's tree. Empty for what is no instruction.
[[nodiscard]] Form formOf(const DockerfileSnapshot &snapshot, const dockerfile::Node &node);

// The edits after which the instruction has this field, and all others as they were; none where it has it
// already. InvalidArgument, in a sentence to be shown: a value that cannot be written there.
[[nodiscard]] Result<std::vector<dockerfile::Edit>> withField(const DockerfileSnapshot &snapshot,
                                                              std::size_t node, const Field &field);

// The same command in the other form. Text of a shell becomes words where it needs no shell, else the words
// of a call of one.
[[nodiscard]] CommandText toShape(const CommandText &command, CommandText::Shape shape);

} // namespace quayside::models
