// What the instructions of a Dockerfile say, before variables are expanded: one aggregate for each, every
// part with its place. The checks, limits and messages are BuildKit's (frontend/dockerfile/instructions),
// with its stable flags.
#pragma once

#include "engine/dockerfile/parser/tree.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace quayside::dockerfile
{

// What all of them have.
struct Origin {
    Range range;                   // of the instruction, here-documents included
    Word keyword;                  // as it is written: "RUN"
    std::string code;              // the whole of it in one line: Node::original
    std::vector<Comment> comments; // directly above it
};

// name=value, or "name value" in the old form.
struct KeyValue {
    Word name, value;
    bool legacy = false;
};

// A here-document as a file. Content without leading tabs where it is written with <<-.
struct InlineFile {
    std::string name;
    std::string content;
    bool expand = true; // whether variables in it are expanded (COPY, ADD: ExpandOptions::ignoreQuotes)
    Range range;        // of its content
};

// RUN, CMD, ENTRYPOINT and HEALTHCHECK: arguments, or one text for the shell.
struct CommandLine {
    bool shell = true;       // the text goes to SHELL, else the words are argv
    std::vector<Word> words; // shell: none or one
    std::vector<Heredoc>
        heredocs; // RUN only: content and terminator of each, in the order of the words "<<…"
};

// COPY and ADD: what from where.
struct Sources {
    std::vector<Word> paths;
    std::vector<InlineFile> files; // from here-documents
    Word destination;
};

struct From {
    Origin origin;
    Word base;                // an image, a stage or "scratch"
    std::optional<Word> as;   // the keyword, as written
    std::optional<Word> name; // as written; Stage::name is in lower case
    std::optional<Word> platform;
};

struct Run {
    Origin origin;
    CommandLine command;
    std::vector<Word> mounts;     // "type=cache,target=/x": see mounts.h, once variables are known
    Word network{"default", {}};  // default, none or host
    Word security{"sandbox", {}}; // sandbox or insecure
    std::vector<Word> devices;    // CDI names, --device
};

struct Cmd {
    Origin origin;
    CommandLine command;
};

struct Entrypoint {
    Origin origin;
    CommandLine command;
};

struct Label {
    Origin origin;
    std::vector<KeyValue> labels;
};

struct Maintainer {
    Origin origin;
    Word name;
};

struct Expose {
    Origin origin;
    std::vector<Word> ports; // as written; variables may make several of one (expandWords)
};

struct Env {
    Origin origin;
    std::vector<KeyValue> variables;
};

struct Add {
    Origin origin;
    Sources sources;
    std::optional<Word> chown, chmod, checksum;
    bool link = false;
    std::optional<bool> keepGitDir, unpack;
    std::vector<Word> exclude;
};

struct Copy {
    Origin origin;
    Sources sources;
    std::optional<Word> from, chown, chmod;
    bool link = false, parents = false;
    std::vector<Word> exclude;
};

struct Volume {
    Origin origin;
    std::vector<Word> paths;
};

struct User {
    Origin origin;
    Word user; // name or number, with or without ":group"
};

struct Workdir {
    Origin origin;
    Word path;
};

struct ArgDefinition {
    Word name;
    std::optional<Word> value;
    std::string description; // of the comment "# name what it is for" above it
};

struct Arg {
    Origin origin;
    std::vector<ArgDefinition> arguments;
};

struct OnBuild {
    Origin origin;
    // What is kept in the image and run by the builds upon it: see parseTrigger(). Here-documents are part of
    // it.
    std::string expression;
    Word trigger; // its keyword, as written
};

struct StopSignal {
    Origin origin;
    Word signal;
};

struct Healthcheck {
    Origin origin;
    bool none = false;   // HEALTHCHECK NONE
    CommandLine command; // else
    // Zero: not said.
    std::chrono::nanoseconds interval{}, timeout{}, startPeriod{}, startInterval{};
    int retries = 0;
};

struct Shell {
    Origin origin;
    std::vector<Word> words; // at least one
};

using Instruction = std::variant<From, Run, Cmd, Label, Maintainer, Expose, Env, Add, Copy, Entrypoint,
                                 Volume, User, Workdir, Arg, OnBuild, StopSignal, Healthcheck, Shell>;

[[nodiscard]] const Origin &originOf(const Instruction &instruction);
// "RUN": in upper case, whatever is written.
[[nodiscard]] std::string_view keywordOf(const Instruction &instruction);
// All of them, upper case, sorted.
[[nodiscard]] const std::vector<std::string_view> &keywords();

struct Stage {
    From from;
    std::string name;                      // lower case; empty where it has none
    std::vector<Instruction> instructions; // without its FROM; never another FROM
};

struct Dockerfile {
    char escape = '\\';
    std::vector<Arg> metaArgs; // before the first FROM
    std::vector<Stage> stages; // may be none, as far as this folder is concerned
};

// The whole file, or what is wrong first.
[[nodiscard]] Parsed<Dockerfile> interpret(const Tree &tree);
// For an editor and for the linter: all that makes sense, and all that is wrong. An instruction with an error
// is left out; the stage of a FROM that cannot be read is there, with an empty base.
struct Interpretation {
    Dockerfile file;
    std::vector<ParseError> errors;
};
[[nodiscard]] Interpretation interpretAll(const Tree &tree);
// The errors of interpretAll(), for whoever wants nothing else: half the time.
[[nodiscard]] std::vector<ParseError> instructionErrors(const Tree &tree);

// One instruction.
[[nodiscard]] Parsed<Instruction> interpret(const Node &node);

// What ONBUILD left in an image: exactly one instruction, and none of FROM, MAINTAINER and ONBUILD.
[[nodiscard]] Parsed<Instruction> parseTrigger(std::string_view expression);

// What a stage may be called, in lower case.
[[nodiscard]] bool isStageName(std::string_view name);

// The stage of that name, whatever its case; the last one of several. Only among the stages before the one of
// index `before`. For FROM; an empty name is none.
[[nodiscard]] std::optional<std::size_t> findStageByName(const Dockerfile &file, std::string_view name,
                                                         std::size_t before);
// The same, or its number in decimal. For --from, and for the target of a build.
[[nodiscard]] std::optional<std::size_t> findStage(const Dockerfile &file, std::string_view name,
                                                   std::size_t before);

} // namespace quayside::dockerfile
