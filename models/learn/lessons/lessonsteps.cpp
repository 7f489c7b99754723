#include "models/learn/lessons/lessonsteps.h"

#include "models/common/text.h"
#include "models/learn/lessons/lessonrules.h"

#include <algorithm>
#include <array>

namespace quayside::models
{

namespace
{

constexpr int mostConditions = 12, mostOffers = 10, mostDeeds = 50, mostWords = 30, mostStepNeeds = 10;
constexpr qsizetype longestDockerfile = 16'000;

using Act = LessonOffer::Act;

struct ActName {
    const char *name;
    Act act;
    bool ofContainer;
};
constexpr std::array acts = {
    ActName{"stop", Act::Stop, true},
    ActName{"start", Act::Start, true},
    ActName{"restart", Act::Restart, true},
    ActName{"kill", Act::Kill, true},
    ActName{"pause", Act::Pause, true},
    ActName{"unpause", Act::Unpause, true},
    ActName{"remove", Act::Remove, true},
    ActName{"update", Act::Update, true},
    ActName{"build", Act::Build, false},
    ActName{"import", Act::Import, true},
    ActName{"load", Act::Load, true},
    ActName{"handOver", Act::HandOver, true},
    ActName{"commit", Act::Commit, true},
    ActName{"tag", Act::Tag, false},
    ActName{"save", Act::Save, false},
    ActName{"loadSaved", Act::LoadSaved, false},
    ActName{"checkpoint", Act::Checkpoint, true},
    ActName{"move", Act::Move, true},
    ActName{"removeImage", Act::RemoveImage, false},
    ActName{"createVolume", Act::CreateVolume, false},
    ActName{"removeVolume", Act::RemoveVolume, false},
    ActName{"createNetwork", Act::CreateNetwork, false},
    ActName{"removeNetwork", Act::RemoveNetwork, false},
};

QString list(std::initializer_list<const char *> words)
{
    QStringList all;
    for (const char *word : words)
        all.append(QLatin1StringView(word));
    return all.join(QStringLiteral(", "));
}

} // namespace

LessonStep LessonStepReader::read(const YAML::Node &node)
{
    LessonStep step;
    if (!m_yaml->isMap(node, {"needs", "check", "hint", "offers", "solve", "fail"}))
        return step;
    step.needs = m_yaml->words(node, "needs", mostStepNeeds);
    step.hint = m_yaml->text(node, "hint");
    m_yaml->forEach(node, "check", mostConditions, [&](const YAML::Node &one) { readCheck(one, step); });
    m_yaml->forEach(node, "offers", mostOffers, [&](const YAML::Node &one) { readOffer(one, step); });
    step.solve = readDeeds(node, "solve", step);
    step.fail = readDeeds(node, "fail", step);
    if (!step.check.isEmpty() && step.hint.isEmpty())
        m_yaml->mistake(node, tr("A step that is checked needs a “hint: …” for those who are stuck."));
    if (step.check.isEmpty() && !step.solve.isEmpty())
        m_yaml->mistake(node, tr("There is “solve” without “check”: say what is to be checked."));
    return step;
}

void LessonStepReader::readCheck(const YAML::Node &node, LessonStep &step)
{
    using Kind = Condition::Kind;
    using Read = void (LessonStepReader::*)(const YAML::Node &, Condition &);
    static const std::initializer_list<std::tuple<const char *, Kind, Read>> kinds = {
        {"container", Kind::Container, &LessonStepReader::readContainer},
        {"inspect", Kind::Inspect, &LessonStepReader::readValue},
        {"xray", Kind::Xray, &LessonStepReader::readValue},
        {"exec", Kind::Exec, &LessonStepReader::readExec},
        {"process", Kind::Process, &LessonStepReader::readProcess},
        {"event", Kind::Event, &LessonStepReader::readEvent},
        {"image", Kind::Image, &LessonStepReader::readImage},
        {"volume", Kind::Volume, &LessonStepReader::readNamed},
        {"network", Kind::Network, &LessonStepReader::readNamed},
        {"file", Kind::File, &LessonStepReader::readFile},
        {"http", Kind::Http, &LessonStepReader::readHttp},
        {"document", Kind::Document, &LessonStepReader::readDocument},
    };
    QStringList known{"say"};
    for (const auto &[name, kind, read] : kinds)
        known.append(QLatin1StringView(name));
    if (!m_yaml->isMap(node, known))
        return;
    bool any = false;
    for (const auto &[name, kind, read] : kinds) {
        const YAML::Node what = YamlReader::child(node, name);
        if (!what.IsDefined())
            continue;
        Condition condition{.kind = kind, .say = m_yaml->text(node, "say")};
        if (any)
            m_yaml->mistake(what, tr("Begin a new line with “- ” for each thing that is checked."));
        any = true;
        if (what.IsMap())
            (this->*read)(what, condition);
        else
            m_yaml->mistake(
                what, tr("Write the parts of “%1” in braces: {container: …}.").arg(QLatin1StringView(name)));
        step.check.append(condition);
    }
    if (!any)
        m_yaml->mistake(node,
                        tr("This checks nothing. Possible are: %1.").arg(known.join(QStringLiteral(", "))));
}

void LessonStepReader::readContainer(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"name", "state", "exitCode", "oomKilled", "restarts"});
    condition.container = container(node, "name");
    condition.state = m_yaml->text(node, "state");
    const QStringList states{"running", "paused", "exited", "created", "absent"};
    if (!condition.state.isEmpty() && !states.contains(condition.state))
        m_yaml->mistake(node, tr("“%1” is no state. Possible are: %2.")
                                  .arg(condition.state, states.join(QStringLiteral(", "))));
    condition.exitCode = m_yaml->integer(node, "exitCode");
    condition.oomKilled = m_yaml->truth(node, "oomKilled");
    condition.restarts = m_yaml->integer(node, "restarts");
}

void LessonStepReader::readValue(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node,
                  {"container", "path", "is", "isNot", "atLeast", "atMost", "matches", "equals", "differs"});
    condition.path = m_yaml->neededText(node, "path");
    if (!condition.path.startsWith(u"host."))
        condition.container = container(node, "container");
    readTest(node, condition.value, true);
}

void LessonStepReader::readExec(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"container", "run", "exit", "output"});
    condition.container = container(node, "container");
    condition.run = m_yaml->words(node, "run", mostWords);
    if (condition.run.isEmpty())
        m_yaml->mistake(node, tr("“run” is missing: the words of a command, as [test, -e, /tmp/done]."));
    condition.exit = m_yaml->integer(node, "exit");
    if (YamlReader::child(node, "output").IsDefined())
        condition.value.matches = m_yaml->expression(node, "output");
    if (!condition.exit && !condition.value.matches)
        condition.exit = 0;
}

void LessonStepReader::readProcess(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"container", "matches", "atLeast", "atMost"});
    condition.container = container(node, "container");
    condition.value.matches = m_yaml->expression(node, "matches");
    condition.value.atLeast = m_yaml->number(node, "atLeast");
    condition.value.atMost = m_yaml->number(node, "atMost");
    if (!condition.value.atLeast && !condition.value.atMost)
        condition.value.atLeast = 1;
}

void LessonStepReader::readEvent(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"type", "action", "container", "name"});
    condition.type = m_yaml->neededText(node, "type");
    condition.action = m_yaml->neededText(node, "action");
    if (YamlReader::child(node, "container").IsDefined())
        condition.container = container(node, "container");
    condition.name = m_yaml->text(node, "name");
}

void LessonStepReader::readImage(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"name", "exists", "layers", "path", "is", "isNot", "atLeast", "atMost", "matches",
                         "equals", "differs"});
    condition.name = m_yaml->neededText(node, "name");
    condition.path = m_yaml->text(node, "path");
    if (!condition.path.isEmpty())
        return readTest(node, condition.value, true);
    condition.exists = m_yaml->truth(node, "exists").value_or(true);
    condition.layers = m_yaml->integer(node, "layers");
    condition.value.atLeast = m_yaml->number(node, "atLeast");
    condition.value.atMost = m_yaml->number(node, "atMost");
}

void LessonStepReader::readNamed(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"name", "exists"});
    condition.name = ownName(node, "name");
    condition.exists = m_yaml->truth(node, "exists").value_or(true);
}

void LessonStepReader::readFile(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"container", "path", "matches", "exists"});
    condition.container = container(node, "container");
    condition.path = m_yaml->neededText(node, "path");
    if (!condition.path.isEmpty() && !condition.path.startsWith(u'/'))
        m_yaml->mistake(node, tr("The path of a file begins with “/”."));
    condition.exists = m_yaml->truth(node, "exists").value_or(true);
    if (YamlReader::child(node, "matches").IsDefined())
        condition.value.matches = m_yaml->expression(node, "matches");
}

void LessonStepReader::readHttp(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"port", "matches", "path"});
    condition.port = m_yaml->integer(node, "port").value_or(0);
    condition.path = m_yaml->text(node, "path");
    if (condition.port < 1 || condition.port > 65535)
        m_yaml->mistake(node, tr("“port” must be a number from 1 to 65535."));
    if (YamlReader::child(node, "matches").IsDefined())
        condition.value.matches = m_yaml->expression(node, "matches");
}

void LessonStepReader::readDocument(const YAML::Node &node, Condition &condition)
{
    m_yaml->isMap(node, {"path", "at", "is", "isNot", "atLeast", "atMost", "matches"});
    condition.name = m_yaml->neededText(node, "path");
    condition.path = m_yaml->neededText(node, "at");
    if (!condition.name.isEmpty() && !condition.name.startsWith(u'/'))
        m_yaml->mistake(node, tr("“path” is what the engine is asked for, as /quayside/checkpoint."));
    readTest(node, condition.value, false);
}

void LessonStepReader::readTest(const YAML::Node &node, ValueTest &test, bool mayCompare)
{
    test.is = m_yaml->optionalText(node, "is");
    test.isNot = m_yaml->optionalText(node, "isNot");
    if (YamlReader::child(node, "matches").IsDefined())
        test.matches = m_yaml->expression(node, "matches");
    test.atLeast = m_yaml->number(node, "atLeast");
    test.atMost = m_yaml->number(node, "atMost");
    if (mayCompare) {
        test.equals = readOther(node, "equals");
        test.differs = readOther(node, "differs");
    }
    if (test.isEmpty())
        m_yaml->mistake(node,
                        tr("Say what the value must be: %1.")
                            .arg(list({"is", "isNot", "atLeast", "atMost", "matches", "equals", "differs"})));
}

std::optional<ValueTest::Other> LessonStepReader::readOther(const YAML::Node &node, const char *key)
{
    const YAML::Node other = YamlReader::child(node, key);
    if (!other.IsDefined())
        return std::nullopt;
    if (!m_yaml->isMap(other, {"container", "image", "path"}))
        return std::nullopt;
    ValueTest::Other read{.path = m_yaml->neededText(other, "path")};
    if (YamlReader::child(other, "image").IsDefined())
        read.container = m_yaml->text(other, "image");
    else if (!read.path.startsWith(u"host."))
        read.container = container(other, "container");
    return read;
}

void LessonStepReader::readOffer(const YAML::Node &node, LessonStep &step)
{
    if (!m_yaml->isMap(node, {"id", "label", "users", "run", "act", "container", "name", "memory", "cpus",
                              "pids", "tag", "dockerfile", "path", "changes"}))
        return;
    LessonOffer offer;
    offer.id = m_yaml->neededText(node, "id", 60);
    offer.label = m_yaml->neededText(node, "label", 60);
    const auto has =
        [&](const LessonStep &one) { // by its id alone it is pressed, in whichever step it stands
            return std::ranges::any_of(one.offers,
                                       [&](const LessonOffer &other) { return other.id == offer.id; });
        };
    if (has(step) || std::ranges::any_of(m_lesson->steps, has))
        m_yaml->mistake(node, tr("Two offers have the id “%1”. Give each its own.").arg(offer.id));
    offer.run = m_yaml->text(node, "run");
    const bool hasAct = YamlReader::child(node, "act").IsDefined();
    if (offer.run.isEmpty() == !hasAct)
        m_yaml->mistake(node, tr("An offer has either “run: …” or “act: …”."));
    if (!offer.run.isEmpty()) {
        const Result<RunOptions> options = LessonRules::readRun(offer.run);
        if (!options)
            m_yaml->mistake(YamlReader::child(node, "run"),
                            QString::fromStdString(options.error().message) + u'.');
        else if (options->name.isEmpty())
            m_yaml->mistake(node, tr("Give the container a name, as --name learn-%1-two.").arg(m_lesson->id));
    }
    if (hasAct)
        readAct(node, offer);
    step.offers.append(offer);
}

void LessonStepReader::readAct(const YAML::Node &node, LessonOffer &offer)
{
    const QString name = m_yaml->text(node, "act");
    const auto *act = std::ranges::find_if(
        acts, [&](const ActName &known) { return name == QLatin1StringView(known.name); });
    if (act == acts.end()) {
        QStringList all;
        for (const ActName &known : acts)
            all.append(QLatin1StringView(known.name));
        m_yaml->mistake(node,
                        tr("“%1” is no act. Possible are: %2.").arg(name, all.join(QStringLiteral(", "))));
        return;
    }
    offer.act = act->act;
    if (act->ofContainer) {
        offer.container = container(node, "container");
        readLimits(node, offer);
        readArchive(node, offer);
        offer.users = m_yaml->words(node, "users", mostWords);
        if (offer.act == Act::Move)
            offer.name = ownName(node, "name");
    } else if (offer.act == Act::Build) {
        offer.tag = m_yaml->neededText(node, "tag");
        offer.dockerfile = m_yaml->neededText(node, "dockerfile", longestDockerfile);
        checkOwnImage(node, offer.tag);
    } else if (offer.act == Act::Tag) {
        offer.name = m_yaml->neededText(node, "name");
        offer.tag = m_yaml->neededText(node, "tag");
        checkOwnImage(node, offer.tag);
    } else if (offer.act == Act::RemoveImage || offer.act == Act::Save || offer.act == Act::LoadSaved) {
        offer.name = m_yaml->neededText(node, "name");
        checkOwnImage(node, offer.name);
    } else {
        offer.name = ownName(node, "name");
    }
}

void LessonStepReader::readLimits(const YAML::Node &node, LessonOffer &offer)
{
    if (const auto memory = m_yaml->optionalText(node, "memory")) {
        offer.memory = parseSize(*memory);
        if (!offer.memory)
            m_yaml->mistake(node, tr("“%1” is no size. Write it as 16m or 1g.").arg(*memory));
    }
    offer.cpus = m_yaml->number(node, "cpus");
    offer.pids = m_yaml->integer(node, "pids");
    if (offer.act == Act::Update && !offer.memory && !offer.cpus && !offer.pids)
        m_yaml->mistake(node, tr("Say what is updated: memory, cpus or pids."));
}

void LessonStepReader::readArchive(const YAML::Node &node, LessonOffer &offer)
{
    if (offer.act != Act::Import && offer.act != Act::Load && offer.act != Act::Commit)
        return;
    if (offer.act != Act::Commit)
        offer.path = m_yaml->neededText(node, "path");
    offer.changes = m_yaml->words(node, "changes", mostWords);
    if (offer.act == Act::Load)
        return;
    offer.tag = m_yaml->neededText(node, "tag");
    checkOwnImage(node, offer.tag);
}

void LessonStepReader::checkOwnImage(const YAML::Node &node, const QString &name)
{
    if (!name.startsWith(QStringLiteral("learn-") + m_lesson->id))
        m_yaml->mistake(node, tr("The name of an image of a lesson begins with learn-%1.").arg(m_lesson->id));
}

// Of a container, declared or made by an offer.
QString LessonStepReader::container(const YAML::Node &node, const char *key)
{
    const QString name = m_yaml->neededText(node, key, 100);
    const bool declared = std::ranges::any_of(m_lesson->containers,
                                              [&](const LessonContainer &one) { return one.name == name; });
    const QString real = m_lesson->realName(name);
    const bool byName = name.startsWith(m_lesson->prefix()); // who writes it out means it
    if (!name.isEmpty() && !declared && !byName && !m_made.contains(real))
        m_yaml->mistake(node, tr("There is no container “%1” in this lesson.").arg(name));
    return name;
}

QString LessonStepReader::ownName(const YAML::Node &node, const char *key)
{
    const QString name = m_yaml->neededText(node, key, 100);
    if (!name.isEmpty() && !m_lesson->realName(name).startsWith(m_lesson->prefix()))
        m_yaml->mistake(node,
                        tr("What a lesson makes has a name that begins with %1.").arg(m_lesson->prefix()));
    return name;
}

QList<LessonDeed> LessonStepReader::readDeeds(const YAML::Node &node, const char *key, const LessonStep &step)
{
    using Kind = LessonDeed::Kind;
    QList<LessonDeed> deeds;
    m_yaml->forEach(node, key, mostDeeds, [&](const YAML::Node &one) {
        if (!m_yaml->isMap(one, {"type", "key", "offer", "wait"}))
            return;
        for (const auto &[name, kind] : {std::pair("type", Kind::Type), std::pair("key", Kind::Key),
                                         std::pair("offer", Kind::Offer), std::pair("wait", Kind::Wait)}) {
            if (!YamlReader::child(one, name).IsDefined())
                continue;
            const QString text = m_yaml->text(one, name);
            if (kind == Kind::Offer &&
                std::ranges::none_of(step.offers, [&](const LessonOffer &offer) { return offer.id == text; }))
                m_yaml->mistake(one, tr("There is no offer “%1” in this step.").arg(text));
            deeds.append({kind, text});
        }
    });
    return deeds;
}

} // namespace quayside::models
