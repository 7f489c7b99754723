#include "models/dockerfile/cards/form.h"

#include "engine/dockerfile/unicode.h"
#include "models/common/shellwords.h"
#include "models/dockerfile/cards/nodetext.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{
namespace
{

using Shape = CommandText::Shape;
using Type = Field::Type;

class FormReader
{
public:
    FormReader(const DockerfileSnapshot &snapshot, const dockerfile::Node &node) : m_text(snapshot, node) {}

    Form read();

private:
    using Reader = void (FormReader::*)();

    void from();
    void run();
    void copy();
    void add();
    void pairs();
    void path() { onlyWord("path", true); }
    void user() { onlyWord("user", false); }
    void signal() { onlyWord("signal", false); }
    void name() { onlyWord("name", false); }
    void ports() { list("ports", m_text.words(false)); }
    void paths() { list("paths", m_text.words(true)); }
    void command() { command({Shape::Shell, Shape::Exec}); }
    void shell() { command({Shape::Exec}); }
    void healthcheck();
    void onbuild();

    void add(Field field) { m_form.fields.push_back(std::move(field)); }
    void text(std::string id, std::string value) { add({.id = std::move(id), .text = std::move(value)}); }
    void onlyWord(std::string id, bool quoted);
    void list(std::string id, const std::vector<Token> &tokens);
    void command(std::vector<Shape> shapes);
    void flagText(std::string_view name, std::vector<std::string> choices = {});
    void flagSwitch(std::string_view name);
    void flagList(std::string_view name);
    void sources();

    NodeText m_text;
    Form m_form;
};

Form FormReader::read()
{
    static constexpr std::pair<std::string_view, Reader> readers[] = {
        {"from", &FormReader::from},
        {"run", &FormReader::run},
        {"copy", &FormReader::copy},
        {"add", &FormReader::add},
        {"env", &FormReader::pairs},
        {"label", &FormReader::pairs},
        {"arg", &FormReader::pairs},
        {"workdir", &FormReader::path},
        {"user", &FormReader::user},
        {"expose", &FormReader::ports},
        {"volume", &FormReader::paths},
        {"cmd", &FormReader::command},
        {"entrypoint", &FormReader::command},
        {"shell", &FormReader::shell},
        {"healthcheck", &FormReader::healthcheck},
        {"stopsignal", &FormReader::signal},
        {"onbuild", &FormReader::onbuild},
        {"maintainer", &FormReader::name},
    };
    const auto *found =
        std::ranges::find(readers, m_text.node().keyword, &std::pair<std::string_view, Reader>::first);
    m_form.keyword = dockerfile::uppered(m_text.node().keyword);
    if (found != std::end(readers))
        (this->*found->second)();
    return std::move(m_form);
}

void FormReader::from()
{
    const auto &words = m_text.node().words;
    text("image", words.empty() ? std::string() : words.front().text);
    text("name", words.size() == 3 ? words[2].text : std::string());
    flagText("platform");
}

void FormReader::run()
{
    command({Shape::Shell, Shape::Exec, Shape::Script});
    flagList("mount");
    flagText("network", {"default", "none", "host"});
    flagText("security", {"sandbox", "insecure"});
}

void FormReader::sources()
{
    auto tokens = m_text.words(true);
    std::string destination;
    if (!tokens.empty()) {
        destination = tokens.back().value;
        tokens.pop_back();
    }
    list("sources", tokens);
    text("destination", destination);
}

void FormReader::copy()
{
    sources();
    flagText("from");
    flagText("chown");
    flagText("chmod");
    flagSwitch("link");
    flagSwitch("parents");
    flagList("exclude");
}

void FormReader::add()
{
    sources();
    flagText("checksum");
    flagText("chown");
    flagText("chmod");
    flagSwitch("link");
    flagSwitch("keep-git-dir");
    flagList("exclude");
}

void FormReader::pairs()
{
    list("pairs", m_text.pairs());
    m_form.fields.back().type = Type::Pairs;
}

void FormReader::healthcheck()
{
    const auto &words = m_text.node().words;
    const bool none = !words.empty() && dockerfile::uppered(words.front().text) == "NONE";
    add({.id = "none", .type = Type::Switch, .on = none});
    if (!none)
        command({Shape::Shell, Shape::Exec});
    for (const auto *name : {"interval", "timeout", "start-period", "start-interval", "retries"})
        flagText(name);
}

void FormReader::onbuild()
{
    const auto &children = m_text.node().child;
    CommandText trigger;
    if (!children.empty())
        trigger.text = m_text.joinedLines(m_text.offset(children.front().range.start));
    add({.id = "trigger", .type = Type::Command, .command = std::move(trigger), .shapes = {Shape::Shell}});
}

void FormReader::onlyWord(std::string id, bool quoted)
{
    const auto tokens = m_text.words(quoted);
    text(std::move(id), tokens.empty() ? std::string() : tokens.front().value);
}

void FormReader::list(std::string id, const std::vector<Token> &tokens)
{
    Field field{.id = std::move(id), .type = Type::List};
    for (const auto &token : tokens)
        field.list.push_back(token.value);
    add(std::move(field));
}

void FormReader::command(std::vector<Shape> shapes)
{
    add({.id = "command", .type = Type::Command, .command = m_text.command(), .shapes = std::move(shapes)});
}

void FormReader::flagText(std::string_view name, std::vector<std::string> choices)
{
    const auto *flag = m_text.flag(name);
    add({.id = std::string(name),
         .type = choices.empty() ? Type::Text : Type::Choice,
         .text = flag == nullptr ? std::string() : NodeText::flagValue(*flag),
         .choices = std::move(choices)});
}

void FormReader::flagSwitch(std::string_view name)
{
    const auto *flag = m_text.flag(name);
    add({.id = std::string(name),
         .type = Type::Switch,
         .on = flag != nullptr && dockerfile::lowered(NodeText::flagValue(*flag)) != "false"});
}

void FormReader::flagList(std::string_view name)
{
    Field field{.id = std::string(name), .type = Type::List};
    for (const auto &flag : m_text.node().flags)
        if (flag.text.starts_with("--" + field.id + "="))
            field.list.push_back(NodeText::flagValue(flag));
    add(std::move(field));
}

// Whether a shell does more with it than to split it into words.
bool needsShell(const QString &text)
{
    return std::ranges::any_of(text,
                               [](QChar c) { return QStringLiteral("$&|;<>()*?[]{}`~#!\n").contains(c); });
}

bool callsShell(const std::vector<std::string> &words)
{
    return words.size() == 3 && words[0] == "/bin/sh" && words[1] == "-c";
}

} // namespace

const Field *Form::field(std::string_view id) const
{
    const auto found = std::ranges::find(fields, id, &Field::id);
    return found == fields.end() ? nullptr : &*found;
}

Form formOf(const DockerfileSnapshot &snapshot, const dockerfile::Node &node)
{
    return FormReader(snapshot, node).read();
}

CommandText toShape(const CommandText &command, CommandText::Shape shape)
{
    if (command.shape == shape)
        return command;
    CommandText out{.shape = shape, .text = {}, .words = {}};
    if (shape != Shape::Exec) {
        QStringList words;
        for (const auto &word : command.words)
            words.append(QString::fromStdString(word));
        out.text = command.shape != Shape::Exec ? command.text
                   : callsShell(command.words)  ? command.words[2]
                                                : joinShellWords(words).toStdString();
        return out;
    }
    const auto text = QString::fromStdString(command.text);
    const auto words = splitShellWords(text);
    if (!words || needsShell(text)) {
        out.words = {"/bin/sh", "-c", command.text};
        return out;
    }
    for (const auto &word : *words)
        out.words.push_back(word.toStdString());
    return out;
}

} // namespace quayside::models
