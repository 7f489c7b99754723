#include "models/dockerfile/cards/cardtext.h"

#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/unicode.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace quayside::models
{
namespace
{

using namespace dockerfile;

QString qt(const std::string &text)
{
    return QString::fromStdString(text).simplified();
}

QString joined(const std::vector<Word> &words)
{
    QStringList list;
    for (const auto &word : words)
        list.append(qt(word.text));
    return list.join(QStringLiteral(", "));
}

QString names(const std::vector<KeyValue> &pairs)
{
    QStringList list;
    for (const auto &pair : pairs)
        list.append(qt(pair.name.text));
    return list.join(QStringLiteral(", "));
}

// The command as it would be typed; of a script its first line.
QString commandOf(const CommandLine &line)
{
    if (line.shell && line.heredocs.size() == 1 && line.words.size() == 1 &&
        line.words.front().text.starts_with("<<")) {
        const auto content = QString::fromStdString(line.heredocs.front().content).trimmed();
        const auto first = content.section(u'\n', 0, 0).simplified();
        return content.contains(u'\n') ? first + QStringLiteral(" …") : first;
    }
    QStringList list;
    for (const auto &word : line.words)
        list.append(qt(word.text));
    return list.join(u' ');
}

QString sourcesOf(const Sources &sources)
{
    QStringList list;
    for (const auto &path : sources.paths)
        list.append(path.text == "." ? CardText::tr("all files") : qt(path.text));
    if (!sources.files.empty())
        list.append(CardText::tr("a text written here"));
    return list.join(QStringLiteral(", "));
}

struct Title {
    QString operator()(const From &one) const
    {
        const auto base = one.base.text == "scratch" ? CardText::tr("nothing") : qt(one.base.text);
        return one.name ? CardText::tr("Start “%1” from %2").arg(qt(one.name->text), base)
                        : CardText::tr("Start from %1").arg(base);
    }
    QString operator()(const Run &one) const { return CardText::tr("Run %1").arg(commandOf(one.command)); }
    QString operator()(const Cmd &one) const
    {
        return CardText::tr("When started: %1").arg(commandOf(one.command));
    }
    QString operator()(const Entrypoint &one) const
    {
        return CardText::tr("Always start with: %1").arg(commandOf(one.command));
    }
    QString operator()(const Label &one) const { return CardText::tr("Label %1").arg(names(one.labels)); }
    QString operator()(const Maintainer &one) const
    {
        return CardText::tr("Written by %1").arg(qt(one.name.text));
    }
    QString operator()(const Expose &one) const
    {
        return CardText::tr("Listens on port %1").arg(joined(one.ports));
    }
    QString operator()(const Env &one) const { return CardText::tr("Set %1").arg(names(one.variables)); }
    QString operator()(const Add &one) const
    {
        return CardText::tr("Add %1 to %2").arg(sourcesOf(one.sources), qt(one.sources.destination.text));
    }
    QString operator()(const Copy &one) const
    {
        const auto destination = qt(one.sources.destination.text);
        const auto to = destination == u'.' ? CardText::tr("the working folder") : destination;
        return one.from
                   ? CardText::tr("Copy %1 from %2 to %3").arg(sourcesOf(one.sources), qt(one.from->text), to)
                   : CardText::tr("Copy %1 to %2").arg(sourcesOf(one.sources), to);
    }
    QString operator()(const Volume &one) const
    {
        return CardText::tr("Keep %1 in a volume").arg(joined(one.paths));
    }
    QString operator()(const User &one) const
    {
        return CardText::tr("Go on as user %1").arg(qt(one.user.text));
    }
    QString operator()(const Workdir &one) const { return CardText::tr("Work in %1").arg(qt(one.path.text)); }
    QString operator()(const Arg &one) const
    {
        QStringList list;
        for (const auto &argument : one.arguments)
            list.append(
                argument.value
                    ? CardText::tr("%1 (else %2)").arg(qt(argument.name.text), qt(argument.value->text))
                    : qt(argument.name.text));
        return CardText::tr("Ask for %1").arg(list.join(QStringLiteral(", ")));
    }
    QString operator()(const OnBuild &one) const
    {
        return CardText::tr("In images built on this: %1").arg(qt(one.expression));
    }
    QString operator()(const StopSignal &one) const
    {
        return CardText::tr("Stop with %1").arg(qt(one.signal.text));
    }
    QString operator()(const Healthcheck &one) const
    {
        return one.none ? CardText::tr("Do not check its health")
                        : CardText::tr("Healthy while this works: %1").arg(commandOf(one.command));
    }
    QString operator()(const Shell &one) const
    {
        return CardText::tr("Commands go to %1").arg(qt(one.words.front().text));
    }
};

struct Explained {
    std::string_view keyword;
    const char *action, *explanation;
};

// In the order in which a file mostly has them.
constexpr Explained explained[] = {
    {"FROM", QT_TRANSLATE_NOOP("quayside::models::CardText", "Base image"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "Begins a stage with all files of another image, such as debian or python.")},
    {"WORKDIR", QT_TRANSLATE_NOOP("quayside::models::CardText", "Working folder"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "The folder in which what follows is done; it is made where it is missing.")},
    {"COPY", QT_TRANSLATE_NOOP("quayside::models::CardText", "Copy files"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "Puts files of your project, or of another stage, into the image.")},
    {"RUN", QT_TRANSLATE_NOOP("quayside::models::CardText", "Run a command"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "Runs a command while the image is built and keeps what it changes.")},
    {"ENV", QT_TRANSLATE_NOOP("quayside::models::CardText", "Variable"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "Sets an environment variable, here and in every container.")},
    {"ARG", QT_TRANSLATE_NOOP("quayside::models::CardText", "Argument of the build"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "A value that can be given when it is built, such as a version.")},
    {"EXPOSE", QT_TRANSLATE_NOOP("quayside::models::CardText", "Port"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "Says on which port the program listens; it is opened when a container is run.")},
    {"USER", QT_TRANSLATE_NOOP("quayside::models::CardText", "User"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "Who runs the commands that follow, and the program: safer than root.")},
    {"CMD", QT_TRANSLATE_NOOP("quayside::models::CardText", "What to start"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "The program that a container of this image starts, unless it is told another one.")},
    {"ENTRYPOINT", QT_TRANSLATE_NOOP("quayside::models::CardText", "What to start always"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "The program that always starts; the other command becomes its arguments.")},
    {"HEALTHCHECK", QT_TRANSLATE_NOOP("quayside::models::CardText", "Health check"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "A command that says now and then whether the program still works.")},
    {"VOLUME", QT_TRANSLATE_NOOP("quayside::models::CardText", "Folder to keep"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "A folder whose files outlive the container, in a volume.")},
    {"LABEL", QT_TRANSLATE_NOOP("quayside::models::CardText", "Label"),
     QT_TRANSLATE_NOOP("quayside::models::CardText", "A note on the image: its title, its licence …")},
    {"ADD", QT_TRANSLATE_NOOP("quayside::models::CardText", "Fetch or unpack"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "As copying, and it fetches addresses and unpacks archives.")},
    {"SHELL", QT_TRANSLATE_NOOP("quayside::models::CardText", "Shell"),
     QT_TRANSLATE_NOOP("quayside::models::CardText", "The shell that reads the commands that follow.")},
    {"STOPSIGNAL", QT_TRANSLATE_NOOP("quayside::models::CardText", "Stop signal"),
     QT_TRANSLATE_NOOP("quayside::models::CardText", "The signal that asks the program to end.")},
    {"ONBUILD", QT_TRANSLATE_NOOP("quayside::models::CardText", "For later builds"),
     QT_TRANSLATE_NOOP("quayside::models::CardText",
                       "An instruction that is done when another image is built on this one.")},
    {"MAINTAINER", QT_TRANSLATE_NOOP("quayside::models::CardText", "Author"),
     QT_TRANSLATE_NOOP("quayside::models::CardText", "Who wrote it; a label is used today.")},
};

const Explained *find(std::string_view keyword)
{
    const auto *found = std::ranges::find(explained, keyword, &Explained::keyword);
    return found == std::end(explained) ? nullptr : found;
}

} // namespace

QString CardText::title(const Node &node)
{
    const auto instruction = interpret(node);
    return instruction ? std::visit(Title(), *instruction) : qt(node.original);
}

QString CardText::title(const DockerfileSnapshot &snapshot, const Card &card)
{
    const auto *node = card.node(snapshot);
    if (card.kind == Card::Kind::Unknown || node == nullptr)
        return tr("Cannot be read");
    return title(*node);
}

QString CardText::detail(const DockerfileSnapshot &snapshot, const Card &card)
{
    if (const auto *node = card.node(snapshot))
        return qt(node->original);
    const auto begin = snapshot.lines.lineStart(card.line);
    return qt(snapshot.text.substr(begin, card.end - begin));
}

QString CardText::comments(const Card &card)
{
    QStringList lines;
    const auto all = QString::fromStdString(card.text).split(u'\n');
    for (int i = 0; i < card.line - card.firstLine && i < all.size(); ++i)
        if (auto line = all[i].trimmed(); !line.isEmpty())
            lines.append(line.mid(line.startsWith(u'#') ? 1 : 0).trimmed());
    return lines.join(u'\n');
}

QString CardText::action(std::string_view keyword)
{
    const auto *found = find(keyword);
    return found == nullptr ? QString() : tr(found->action);
}

QString CardText::explanation(std::string_view keyword)
{
    const auto *found = find(keyword);
    return found == nullptr ? QString() : tr(found->explanation);
}

} // namespace quayside::models
