#include "models/dockerfile/cards/order.h"

#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/structure/arguments.h"
#include "engine/dockerfile/structure/uses.h"
#include "models/common/text.h"
#include "models/dockerfile/cards/cardtext.h"
#include "models/dockerfile/cards/quoting.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

namespace quayside::models
{
namespace
{

using namespace dockerfile;
using Names = std::set<std::string, std::less<>>;

constexpr auto installers = std::to_array<std::string_view>(
    {"npm ci", "npm install", "yarn install", "pnpm install", "pip install", "pip3 install", "poetry install",
     "go mod download", "cargo fetch", "bundle install", "composer install", "apt-get install", "apk add",
     "dnf install", "yum install"});

// What is in force at a place of a stage.
struct State {
    std::string user, folder, shell;
    Names variables;
};

// How one card is read where it stands.
struct View {
    int stage = -1; // the card of its FROM
    bool aboveFrom = false, replaced = false;
    std::string user, folder, shell;
    Names missing; // variables that it uses and that are set elsewhere only
    Names lost;    // stages of the file that it names and that do not stand above it
    std::map<std::string, std::size_t> sources; // stages that it names, by the card of their FROM
    bool late = false;                          // installs packages below files that change
};

std::string textOfWords(const std::vector<Word> &words)
{
    std::string text;
    for (const auto &word : words)
        text += word.text + ' ';
    return text;
}

void collectVariables(std::string_view text, Names &names)
{
    for (auto at = text.find('$'); at != text.npos; at = text.find('$', at + 1)) {
        auto begin = at + 1;
        if (text.substr(begin).starts_with('{'))
            ++begin;
        auto end = begin;
        while (end < text.size() && isNameByte(text[end]))
            ++end;
        if (end > begin)
            names.emplace(text.substr(begin, end - begin));
    }
}

// What does not depend on the place.
struct Reading {
    const Node *node = nullptr;
    std::optional<Instruction> instruction; // of a card that counts
    Names uses, sets;
    bool installs = false, broad = false;
};

class Readings
{
public:
    Readings(const DockerfileSnapshot &snapshot, const Cards &cards)
    {
        for (const auto &card : cards.cards) {
            Reading reading;
            if (card.kind == Card::Kind::Instruction)
                read(*card.node(snapshot), reading);
            all.push_back(std::move(reading));
        }
    }

    std::vector<Reading> all;

private:
    static void read(const Node &node, Reading &reading)
    {
        auto instruction = interpret(node);
        if (!instruction)
            return;
        collectVariables(node.original, reading.uses);
        for (const auto &heredoc : node.heredocs)
            collectVariables(heredoc.content, reading.uses);
        if (const auto *env = std::get_if<Env>(&*instruction))
            for (const auto &pair : env->variables)
                reading.sets.insert(pair.name.text);
        if (const auto *arg = std::get_if<Arg>(&*instruction))
            for (const auto &one : arg->arguments)
                reading.sets.insert(one.name.text);
        readFiles(*instruction, reading);
        reading.node = &node;
        reading.instruction = *std::move(instruction);
    }

    static void readFiles(const Instruction &instruction, Reading &reading)
    {
        const Sources *sources = nullptr;
        if (const auto *copy = std::get_if<Copy>(&instruction)) {
            sources = copy->from ? nullptr : &copy->sources;
        } else if (const auto *add = std::get_if<Add>(&instruction)) {
            sources = &add->sources;
        } else if (const auto *run = std::get_if<Run>(&instruction)) {
            const auto text = textOfWords(run->command.words);
            reading.installs = std::ranges::any_of(
                installers, [&](std::string_view installer) { return text.contains(installer); });
        }
        if (sources != nullptr)
            reading.broad = std::ranges::any_of(sources->paths, [](const Word &path) {
                return path.text == "." || path.text == "*" || path.text.ends_with('/');
            });
    }
};

// The instructions that count as a file of their own, in the order that is asked about.
Tree treeOf(const std::vector<Reading> &readings, char escape, const std::vector<std::size_t> &cards)
{
    Tree tree;
    tree.escape = escape;
    for (const auto card : cards)
        tree.nodes.push_back(*readings[card].node);
    return tree;
}

class Walk
{
public:
    Walk(const Readings &readings, char escape, std::vector<std::size_t> order)
        : m_readings(readings.all), m_views(m_readings.size()), m_cards(onlyInstructions(std::move(order))),
          m_tree(treeOf(m_readings, escape, m_cards)), m_structure(m_tree),
          m_states(m_structure.stages.size())
    {
        takeUses();
        for (std::size_t i = 0; i < m_cards.size(); ++i)
            visit(m_structure.steps[i], m_cards[i]);
    }

    const View &view(std::size_t card) const { return m_views[card]; }

private:
    std::vector<std::size_t> onlyInstructions(std::vector<std::size_t> order) const
    {
        std::erase_if(order, [&](std::size_t card) { return !m_readings[card].instruction; });
        return order;
    }
    std::size_t cardOf(const Step &step) const
    {
        return m_cards[static_cast<std::size_t>(&step - m_structure.steps.data())];
    }
    void takeUses();
    void visit(const Step &step, std::size_t card);
    void begin(int stage, std::size_t card);
    void follow(const Instruction &instruction, std::size_t card);

    const std::vector<Reading> &m_readings;
    std::vector<View> m_views;
    std::vector<std::size_t> m_cards; // beside the steps
    Tree m_tree;
    Structure m_structure;
    std::vector<State> m_states;  // by stage, at its end
    std::map<int, int> m_parents; // stages
    int m_stage = -1;             // the card of its FROM
    int m_index = -1;             // of the stage
    State m_state;
    Names m_global; // arguments above the first FROM
    bool m_broad = false;
    std::map<std::size_t, std::size_t> m_last; // of CMD, ENTRYPOINT and HEALTHCHECK in this stage, by index()
};

void Walk::takeUses()
{
    const int all = static_cast<int>(m_structure.stages.size());
    for (const auto &use : usesOf(m_structure, globalArguments(m_structure, {}).values)) {
        auto &view = m_views[cardOf(*use.step)];
        const bool byName = use.kind == Use::Kind::From;
        if (use.found >= 0)
            view.sources[use.name] = cardOf(*m_structure.stages[static_cast<std::size_t>(use.found)].from);
        else if (byName ? m_structure.stageNamed(use.name, all) : m_structure.stageCalled(use.name, all))
            view.lost.insert(use.name);
        if (byName && use.found >= 0)
            m_parents[use.stage] = use.found;
    }
}

void Walk::begin(int stage, std::size_t card)
{
    if (m_index >= 0)
        m_states[static_cast<std::size_t>(m_index)] = std::move(m_state);
    m_index = stage;
    m_stage = static_cast<int>(card);
    const auto parent = m_parents.find(stage);
    m_state = parent == m_parents.end() ? State{} : m_states[static_cast<std::size_t>(parent->second)];
    m_broad = false;
    m_last.clear();
}

void Walk::visit(const Step &step, std::size_t card)
{
    const auto &reading = m_readings[card];
    auto &view = m_views[card];
    // Arguments above the first FROM count for the lines of FROM only.
    const bool from = std::holds_alternative<From>(*reading.instruction);
    for (const auto &name : reading.uses)
        if (!(from || m_stage < 0 ? m_global : m_state.variables).contains(name))
            view.missing.insert(name);
    if (from)
        begin(step.stage, card);
    view.aboveFrom = m_stage < 0 && !std::holds_alternative<Arg>(*reading.instruction);
    view.stage = m_stage;
    view.user = m_state.user;
    view.folder = m_state.folder;
    view.shell = m_state.shell;
    view.late = reading.installs && m_broad;
    m_broad = m_broad || reading.broad;
    follow(*reading.instruction, card);
    (m_stage < 0 ? m_global : m_state.variables).insert(reading.sets.begin(), reading.sets.end());
}

void Walk::follow(const Instruction &instruction, std::size_t card)
{
    if (const auto *user = std::get_if<User>(&instruction))
        m_state.user = user->user.text;
    if (const auto *workdir = std::get_if<Workdir>(&instruction))
        m_state.folder = workdir->path.text.starts_with('/') ? workdir->path.text
                                                             : m_state.folder + '/' + workdir->path.text;
    if (const auto *shell = std::get_if<Shell>(&instruction))
        m_state.shell = textOfWords(shell->words);
    if (!std::holds_alternative<Cmd>(instruction) && !std::holds_alternative<Entrypoint>(instruction) &&
        !std::holds_alternative<Healthcheck>(instruction))
        return;
    if (const auto last = m_last.find(instruction.index()); last != m_last.end())
        m_views[last->second].replaced = true;
    m_last[instruction.index()] = card;
}

bool minds(const Instruction &instruction, bool (*relative)(const std::string &))
{
    if (const auto *copy = std::get_if<Copy>(&instruction))
        return relative(copy->sources.destination.text);
    if (const auto *add = std::get_if<Add>(&instruction))
        return relative(add->sources.destination.text);
    return std::holds_alternative<Run>(instruction);
}

bool mindsShell(const Instruction &instruction)
{
    const auto *run = std::get_if<Run>(&instruction);
    const auto *cmd = std::get_if<Cmd>(&instruction);
    const auto *entrypoint = std::get_if<Entrypoint>(&instruction);
    return (run && run->command.shell) || (cmd && cmd->command.shell) ||
           (entrypoint && entrypoint->command.shell);
}

QString shown(const std::string &text)
{
    return QString::fromStdString(text);
}

class Comparison
{
public:
    Comparison(const DockerfileSnapshot &snapshot, const Cards &cards) : m_snapshot(snapshot), m_cards(cards)
    {
    }

    QStringList compare(CardBlock block, std::size_t before)
    {
        const Readings readings(m_snapshot, m_cards);
        std::vector<std::size_t> order(m_cards.cards.size());
        std::iota(order.begin(), order.end(), 0U);
        const Walk old(readings, m_snapshot.parsed.tree.escape, order);
        const auto at = [&](std::size_t index) { return order.begin() + static_cast<std::ptrdiff_t>(index); };
        const auto end = block.first + block.count;
        if (before < block.first)
            std::rotate(at(before), at(block.first), at(end));
        else
            std::rotate(at(block.first), at(end), at(before));
        const Walk now(readings, m_snapshot.parsed.tree.escape, order);
        for (const auto card : order)
            if (readings.all[card].instruction) {
                compareNames(card, old.view(card), now.view(card));
                compareState(card, *readings.all[card].instruction, old.view(card), now.view(card));
            }
        if (block.count == 1 && old.view(block.first).stage != now.view(block.first).stage &&
            now.view(block.first).stage >= 0)
            m_light.append(
                CardText::tr("“%1” would belong to another stage: %2.")
                    .arg(name(block.first), name(static_cast<std::size_t>(now.view(block.first).stage))));
        return m_grave + m_light;
    }

private:
    QString name(std::size_t card) const
    {
        return Text::elideMiddle(CardText::detail(m_snapshot, m_cards.cards[card]), 48);
    }

    void compareNames(std::size_t card, const View &old, const View &now)
    {
        if (now.aboveFrom && !old.aboveFrom)
            m_grave.append(CardText::tr("“%1” would stand above the first FROM, where only ARG may: the file "
                                        "could not be built.")
                               .arg(name(card)));
        for (const auto &stage : now.lost)
            if (!old.lost.contains(stage))
                m_grave.append(CardText::tr("“%1” would need the stage “%2”, which is made only below it.")
                                   .arg(name(card), shown(stage)));
        for (const auto &[stage, from] : now.sources)
            if (const auto before = old.sources.find(stage);
                before != old.sources.end() && before->second != from)
                m_grave.append(CardText::tr("“%1” would mean another stage by “%2”: %3.")
                                   .arg(name(card), shown(stage), name(from)));
        for (const auto &variable : now.missing)
            if (!old.missing.contains(variable))
                m_grave.append(CardText::tr("“%1” uses %2, which would not be set there yet.")
                                   .arg(name(card), shown(variable)));
        if (now.replaced && !old.replaced)
            m_light.append(
                CardText::tr("“%1” would have no effect any more: a later one replaces it.").arg(name(card)));
        if (now.late && !old.late)
            m_light.append(CardText::tr("“%1” would come after the source files: everything below them runs "
                                        "again whenever a source file changes.")
                               .arg(name(card)));
    }

    void compareState(std::size_t card, const Instruction &instruction, const View &old, const View &now)
    {
        if (now.aboveFrom)
            return;
        const auto relative = [](const std::string &path) { return !path.starts_with('/'); };
        if (std::holds_alternative<Run>(instruction) && old.user != now.user)
            m_light.append(
                now.user.empty()
                    ? CardText::tr("“%1” would be run as the user of the base image, mostly root.")
                          .arg(name(card))
                    : CardText::tr("“%1” would be run as the user %2.").arg(name(card), shown(now.user)));
        if (minds(instruction, relative) && old.folder != now.folder)
            m_light.append(now.folder.empty()
                               ? CardText::tr("“%1” would be done in the working folder of the base image.")
                                     .arg(name(card))
                               : CardText::tr("“%1” would be done in the folder %2.")
                                     .arg(name(card), shown(now.folder)));
        if (mindsShell(instruction) && old.shell != now.shell)
            m_light.append(CardText::tr("“%1” would be read by another shell.").arg(name(card)));
    }

    const DockerfileSnapshot &m_snapshot;
    const Cards &m_cards;
    QStringList m_grave, m_light;
};

} // namespace

QStringList moveWarnings(const DockerfileSnapshot &snapshot, const Cards &cards, CardBlock block,
                         std::size_t before)
{
    if (before >= block.first && before <= block.first + block.count)
        return {};
    return Comparison(snapshot, cards).compare(block, std::min(before, cards.cards.size()));
}

} // namespace quayside::models
