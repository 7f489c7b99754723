#include "models/dockerfile/facts/stepkeys.h"

#include "engine/dockerfile/expansion/expansion.h"
#include "engine/dockerfile/ignore/pathpattern.h"
#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/instructions/mounts.h"
#include "engine/dockerfile/parser/parser.h"
#include "engine/dockerfile/structure/arguments.h"
#include "engine/dockerfile/structure/uses.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <string_view>

namespace quayside::models
{

namespace
{

using dockerfile::Environment;
using dockerfile::Instruction;
using dockerfile::Node;

// With lengths in front, so that no two lists give the same digest.
class Parts
{
public:
    void add(std::string_view part)
    {
        m_text += std::to_string(part.size()) + ':';
        m_text += part;
    }
    [[nodiscard]] std::string digest() const
    {
        return QCryptographicHash::hash(QByteArrayView(m_text.data(), qsizetype(m_text.size())),
                                        QCryptographicHash::Sha1)
            .toStdString();
    }

private:
    std::string m_text;
};

std::string expanded(const std::string &word, const Environment &environment, char escape)
{
    auto out = dockerfile::expand(word, environment, {.escape = escape});
    return out ? std::move(out->text) : word; // a build of it fails
}

std::string cleanPath(std::string_view path)
{
    while (path.starts_with("./") || path.starts_with('/'))
        path.remove_prefix(path.starts_with('/') ? 1 : 2);
    while (path.ends_with('/'))
        path.remove_suffix(1);
    return path == "." ? std::string() : std::string(path);
}

// Whether a file is among those that the source of a COPY takes: the file, or a folder above it.
bool takes(const std::string &source, const std::string &file)
{
    const std::string clean = cleanPath(source);
    if (clean.empty())
        return true;
    const auto pattern = dockerfile::PathPattern::compile(clean);
    for (std::size_t end = file.find('/');; end = file.find('/', end + 1)) {
        const std::string_view part = std::string_view(file).substr(0, end);
        if (part == clean || (pattern && pattern->matches(part)))
            return true;
        if (end == std::string::npos)
            return false;
    }
}

// What is known in one stage, after an instruction.
struct Scope {
    Environment environment, arguments;
    std::vector<std::string> triggers; // ONBUILD
    int last = -1;                     // instruction
};

// What was written in an image's ONBUILD; its node has to stay where it is.
struct Trigger {
    dockerfile::Tree tree;
    std::optional<Instruction> instruction;
};

Trigger triggerOf(const std::string &expression)
{
    Trigger trigger{.tree = dockerfile::parseAll(expression).tree, .instruction = {}};
    if (trigger.tree.nodes.size() != 1)
        return trigger;
    if (auto instruction = dockerfile::parseTrigger(expression))
        trigger.instruction = *std::move(instruction);
    return trigger;
}

class Keys
{
public:
    Keys(const dockerfile::Tree &tree, const BuildInputs &inputs, const std::set<std::string> &changed)
        : m_inputs(inputs), m_changed(changed), m_read(dockerfile::interpretAll(tree).file),
          m_structure(tree), m_global(globalsOf(m_structure, inputs)),
          m_uses(dockerfile::usesOf(m_structure, m_global)), m_keys(tree.nodes.size())
    {
        for (std::size_t i = 0; i < tree.nodes.size(); ++i)
            m_nodes[tree.nodes[i].range.start.line] = int(i);
        for (const auto &use : m_uses)
            if (use.kind == dockerfile::Use::Kind::From)
                m_bases[std::size_t(use.stage)] = &use;
    }

    std::vector<StepKeys> run()
    {
        globals();
        const std::vector<bool> needed = dockerfile::neededStages(m_structure, m_uses, m_inputs.target);
        for (std::size_t stage = 0; stage < m_read.stages.size(); ++stage) {
            m_scopes.emplace_back();
            if (needed[stage])
                walk(stage);
        }
        return std::move(m_keys);
    }

private:
    static Environment globalsOf(const dockerfile::Structure &structure, const BuildInputs &inputs)
    {
        return dockerfile::globalArguments(structure, inputs.platform,
                                           {inputs.arguments.begin(), inputs.arguments.end()})
            .values;
    }

    void globals()
    {
        for (const dockerfile::Arg &arg : m_read.metaArgs) {
            StepKeys *keys = keysAt(arg.origin);
            if (keys == nullptr)
                continue;
            Parts parts;
            for (const auto &definition : arg.arguments) {
                const std::string &name = definition.name.text;
                const auto known = m_global.find(name);
                const std::string value = known == m_global.end() ? std::string() : known->second;
                parts.add(name);
                parts.add(value);
                keys->variables[name] = value;
            }
            keys->needed = true;
            keys->certain = keys->hopeful = parts.digest();
        }
    }

    StepKeys *keysAt(const dockerfile::Origin &origin)
    {
        const auto node = m_nodes.find(origin.range.start.line);
        return node == m_nodes.end() ? nullptr : &m_keys[std::size_t(node->second)];
    }

    void walk(std::size_t stage)
    {
        Scope &scope = m_scopes[stage];
        m_stage = stage;
        begin(stage, scope);
        for (const Instruction &instruction : m_read.stages[stage].instructions)
            take(instruction, scope);
    }

    void begin(std::size_t stage, Scope &scope)
    {
        const dockerfile::From &from = m_read.stages[stage].from;
        StepKeys *keys = keysAt(from.origin);
        const auto base = m_bases.find(stage);
        if (keys == nullptr || base == m_bases.end())
            return;
        keys->needed = true;
        scope.last = int(keys - m_keys.data());
        std::vector<std::string> triggers;
        if (const int found = base->second->found; found >= 0) {
            const Scope &below = m_scopes[std::size_t(found)];
            scope.environment = below.environment;
            triggers = below.triggers;
            keys->parent = below.last;
            // It goes on with what that stage came to.
            if (keys->parent >= 0) {
                keys->certain = m_keys[std::size_t(keys->parent)].certain;
                keys->hopeful = m_keys[std::size_t(keys->parent)].hopeful;
            }
        } else {
            triggers = beginWithImage(base->second->name, from, *keys);
        }
        for (const std::string &expression : triggers)
            pull(expression, scope, *keys);
    }

    // What it brings along of triggers.
    std::vector<std::string> beginWithImage(const std::string &name, const dockerfile::From &from,
                                            StepKeys &keys) const
    {
        const std::string platform =
            from.platform ? expanded(from.platform->text, m_global, m_read.escape) : m_inputs.platform;
        // What is known of an image is of this machine's platform.
        const auto known = platform.empty() ? m_inputs.bases.find(name) : m_inputs.bases.end();
        Parts parts;
        parts.add(name);
        parts.add(platform);
        keys.base = name;
        if (known != m_inputs.bases.end()) {
            keys.baseId = known->second.id;
            parts.add(keys.baseId);
        }
        keys.certain = keys.hopeful = parts.digest();
        if (auto expansion = dockerfile::expand(from.base.text, m_global, {.escape = m_read.escape}))
            for (const std::string &variable : expansion->used)
                keys.variables[variable] = m_global.at(variable);
        return known == m_inputs.bases.end() ? std::vector<std::string>() : known->second.onBuild;
    }

    // A trigger is a part of its FROM.
    void pull(const std::string &expression, Scope &scope, StepKeys &keys)
    {
        const Trigger trigger = triggerOf(expression);
        if (trigger.instruction)
            add(*trigger.instruction, trigger.tree.nodes.front(), scope, keys, keys);
    }

    void take(const Instruction &instruction, Scope &scope)
    {
        StepKeys *keys = keysAt(dockerfile::originOf(instruction));
        if (keys == nullptr)
            return;
        keys->needed = true;
        keys->parent = scope.last;
        static const StepKeys nothing;
        const auto index = std::size_t(keys - m_keys.data());
        add(instruction, m_structure.tree.nodes[index], scope,
            scope.last < 0 ? nothing : m_keys[std::size_t(scope.last)], *keys);
        scope.last = int(index);
    }

    // `above`: what it is built upon.
    void add(const Instruction &instruction, const Node &node, Scope &scope, const StepKeys &above,
             StepKeys &keys)
    {
        Parts same, certain;
        if (const auto *run = std::get_if<dockerfile::Run>(&instruction))
            addRun(*run, scope, keys, same, certain);
        else if (const auto *copy = std::get_if<dockerfile::Copy>(&instruction))
            addCopy(*copy, scope, keys, same, certain);
        else if (const auto *add = std::get_if<dockerfile::Add>(&instruction))
            addAdd(*add, scope, keys, same, certain);
        else if (const auto *arg = std::get_if<dockerfile::Arg>(&instruction))
            addArg(*arg, scope, same);
        else
            addOther(instruction, node, scope, keys, same);
        const auto chain = [&](const std::string &before, const Parts *more) {
            Parts all;
            all.add(before);
            all.add(same.digest());
            if (more != nullptr)
                all.add(more->digest());
            return all.digest();
        };
        keys.certain = chain(above.certain, &certain);
        keys.hopeful = chain(above.hopeful, nullptr);
    }

    [[nodiscard]] Environment namesIn(const Scope &scope) const
    {
        Environment names = scope.arguments;
        for (const auto &[name, value] : scope.environment)
            names[name] = value;
        return names;
    }
    std::string word(const std::string &text, const Scope &scope, StepKeys &keys) const
    {
        const Environment names = namesIn(scope);
        auto out = dockerfile::expand(text, names, {.escape = m_read.escape});
        if (!out)
            return text;
        for (const std::string &name : out->used)
            keys.variables[name] = names.at(name);
        return std::move(out->text);
    }

    // The content of another stage, or of an image.
    void addSource(const std::string &from, StepKeys &keys, Parts &same, Parts &certain) const
    {
        const auto *stage = m_structure.stageCalled(from, int(m_stage));
        const int last = stage == nullptr ? -1 : m_scopes[std::size_t(m_structure.indexOf(*stage))].last;
        if (last < 0) {
            same.add(from);
            return;
        }
        keys.stages.insert(last);
        certain.add(m_keys[std::size_t(last)].certain);
    }
    void addFiles(const std::string &source, StepKeys &keys, Parts &certain) const
    {
        for (const std::string &file : m_changed) {
            if (!takes(source, file))
                continue;
            if (keys.changedFile.empty())
                keys.changedFile = file;
            certain.add("changed");
            return;
        }
    }

    void addRun(const dockerfile::Run &run, const Scope &scope, StepKeys &keys, Parts &same,
                Parts &certain) const
    {
        same.add(run.command.shell ? "RUN" : "RUN[]");
        for (const auto &each : run.command.words)
            same.add(each.text);
        for (const auto &heredoc : run.command.heredocs) {
            same.add(heredoc.name);
            same.add(dockerfile::chomped(heredoc));
        }
        same.add(run.network.text);
        same.add(run.security.text);
        // All of them, whether the command asks for them or not; the environment goes before them.
        for (const auto &[name, value] : scope.arguments)
            if (!scope.environment.contains(name)) {
                same.add(name + "=" + value);
                keys.variables[name] = value;
            }
        for (const auto &mount : run.mounts)
            same.add(mount.text);
        const auto mounts = dockerfile::parseMounts(
            run, [&](const std::string &text) -> Result<std::string> { return word(text, scope, keys); });
        if (!mounts)
            return;
        for (const auto &mount : *mounts) {
            if (mount.type != dockerfile::MountType::Bind)
                continue; // what a cache or a secret holds makes no difference
            if (mount.from.empty())
                addFiles(mount.source, keys, certain);
            else
                addSource(mount.from, keys, same, certain);
        }
    }

    template <typename Instruction>
    void addCommon(const Instruction &copy, const Scope &scope, StepKeys &keys, Parts &same) const
    {
        for (const auto &each : copy.exclude)
            same.add("exclude " + word(each.text, scope, keys));
        if (copy.chown)
            same.add("chown " + word(copy.chown->text, scope, keys));
        if (copy.chmod)
            same.add("chmod " + word(copy.chmod->text, scope, keys));
        same.add(word(copy.sources.destination.text, scope, keys));
        same.add(copy.link ? "link" : "");
        for (const auto &path : copy.sources.paths)
            same.add(cleanPath(word(path.text, scope, keys)));
        for (const auto &file : copy.sources.files) {
            same.add(file.name);
            const Environment names = namesIn(scope);
            auto text =
                file.expand
                    ? dockerfile::expand(file.content, names, {.escape = m_read.escape, .ignoreQuotes = true})
                    : Result<dockerfile::Expansion>(dockerfile::Expansion{.text = file.content});
            same.add(text ? text->text : file.content);
        }
    }

    void addCopy(const dockerfile::Copy &copy, const Scope &scope, StepKeys &keys, Parts &same,
                 Parts &certain) const
    {
        same.add("COPY");
        same.add(copy.parents ? "parents" : "");
        addCommon(copy, scope, keys, same);
        if (copy.from)
            addSource(copy.from->text, keys, same, certain);
        else
            for (const auto &path : copy.sources.paths)
                addFiles(word(path.text, scope, keys), keys, certain);
    }

    void addAdd(const dockerfile::Add &add, const Scope &scope, StepKeys &keys, Parts &same,
                Parts &certain) const
    {
        same.add("ADD");
        same.add(add.checksum ? add.checksum->text : "");
        same.add(add.unpack ? (*add.unpack ? "unpack" : "packed") : "");
        same.add(add.keepGitDir.value_or(false) ? "git" : "");
        addCommon(add, scope, keys, same);
        for (const auto &path : add.sources.paths)
            addFiles(word(path.text, scope, keys), keys, certain);
    }

    // A value that is given is no part of its step: it counts where it is used.
    void addArg(const dockerfile::Arg &arg, Scope &scope, Parts &same)
    {
        same.add("ARG");
        for (const auto &definition : arg.arguments) {
            const std::string &name = definition.name.text;
            std::optional<std::string> value;
            same.add(name);
            if (definition.value) {
                value = expanded(definition.value->text, namesIn(scope), m_read.escape);
                same.add(*value);
            }
            if (const auto known = m_global.find(name); !value && known != m_global.end())
                value = known->second;
            if (const auto given = m_inputs.arguments.find(name); given != m_inputs.arguments.end())
                value = given->second;
            if (value)
                scope.arguments[name] = *value;
            else
                scope.arguments.erase(name);
        }
    }

    void addOther(const Instruction &instruction, const Node &node, Scope &scope, StepKeys &keys, Parts &same)
    {
        static constexpr std::array<std::string_view, 6> asTheyAre{"cmd",     "entrypoint", "healthcheck",
                                                                   "onbuild", "shell",      "maintainer"};
        const bool asItIs = std::ranges::contains(asTheyAre, std::string_view(node.keyword));
        same.add(node.keyword);
        same.add(node.json ? "[]" : "");
        for (const auto &flag : node.flags)
            same.add(flag.text);
        for (const auto &each : node.words)
            same.add(asItIs ? each.text : word(each.text, scope, keys));
        if (!node.child.empty())
            same.add(node.original);
        if (const auto *trigger = std::get_if<dockerfile::OnBuild>(&instruction))
            scope.triggers.push_back(trigger->expression);
        if (const auto *env = std::get_if<dockerfile::Env>(&instruction)) {
            const Environment names = namesIn(scope); // as it was before it
            for (const auto &variable : env->variables)
                scope.environment[expanded(variable.name.text, names, m_read.escape)] =
                    expanded(variable.value.text, names, m_read.escape);
        }
    }

    const BuildInputs &m_inputs;
    const std::set<std::string> &m_changed;
    dockerfile::Dockerfile m_read;
    dockerfile::Structure m_structure;
    Environment m_global;
    std::vector<dockerfile::Use> m_uses;
    std::map<std::size_t, const dockerfile::Use *> m_bases; // by stage
    std::vector<StepKeys> m_keys;
    std::map<int, int> m_nodes;  // first line → index
    std::vector<Scope> m_scopes; // by stage
    std::size_t m_stage = 0;     // that is walked through
};

} // namespace

std::vector<StepKeys> keysOf(const dockerfile::Tree &tree, const BuildInputs &inputs,
                             const std::set<std::string> &changedFiles)
{
    return Keys(tree, inputs, changedFiles).run();
}

} // namespace quayside::models
