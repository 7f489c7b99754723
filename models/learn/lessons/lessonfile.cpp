#include "models/learn/lessons/lessonfile.h"

#include "models/learn/lessons/lessonrules.h"
#include "models/learn/lessons/lessonsteps.h"
#include "models/learn/lessons/lessontext.h"
#include "models/learn/lessons/yamlreader.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr int mostContainers = 10, mostSteps = 20, mostNeeds = 10, mostMade = 200;

class LessonReader
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::LessonReader)

public:
    explicit LessonReader(const QString &name) : m_yaml(name, 2), m_name(name) {}

    LessonFile read(const QByteArray &bytes)
    {
        QString head, body;
        if (cut(bytes, head, body)) {
            if (const auto node = m_yaml.parse(head.toStdString()))
                readHead(*node, body);
        }
        m_lesson.file = m_name;
        return {m_lesson, m_yaml.mistakes()};
    }

private:
    bool cut(const QByteArray &bytes, QString &head, QString &body)
    {
        if (bytes.size() > LessonFile::mostBytes)
            m_yaml.mistakeAt(0, tr("The file is larger than 256 KiB. A lesson is a text: keep it short."));
        else if (!bytes.isValidUtf8())
            m_yaml.mistakeAt(0, tr("The file is not UTF-8. Save it as UTF-8."));
        else if (bytes.contains('\0'))
            m_yaml.mistakeAt(0, tr("The file is no text: there is a NUL in it."));
        else
            return cutLines(QString::fromUtf8(bytes).split(u'\n'), head, body);
        return false;
    }
    bool cutLines(const QStringList &lines, QString &head, QString &body)
    {
        const auto isRule = [](const QString &line) { return line.trimmed() == u"---"; };
        if (!isRule(lines.first())) {
            m_yaml.mistakeAt(
                1, tr("The first line must be “---”; keys follow, then “---” again, then the text."));
            return false;
        }
        const auto end = std::find_if(lines.begin() + 1, lines.end(), isRule);
        if (end == lines.end()) {
            m_yaml.mistakeAt(1, tr("The second line “---” is missing: it ends the keys."));
            return false;
        }
        head = QStringList(lines.begin() + 1, end).join(u'\n');
        body = QStringList(end + 1, lines.end()).join(u'\n');
        m_bodyLine = int(end - lines.begin()) + 2;
        return true;
    }

    void readHead(const YAML::Node &node, const QString &body)
    {
        m_yaml.isMap(node, {"id", "title", "shelf", "order", "minutes", "year", "summary", "needs",
                            "containers", "wire", "terminal", "steps"});
        m_lesson.id = m_yaml.neededText(node, "id", 60);
        if (!LessonRules::isId(m_lesson.id))
            m_yaml.mistake(node, tr("The id may have small letters, digits and “-” between them."));
        else if (QFileInfo(m_name).completeBaseName() != m_lesson.id)
            m_yaml.mistake(
                node, tr("The id “%1” is not the name of the file. Call the file %1.md.").arg(m_lesson.id));
        findNames(node);
        m_yaml.setExpand([this](const QString &text) { return expand(text); });
        readFacts(node);
        m_yaml.forEach(node, "containers", mostContainers,
                       [this](const YAML::Node &one) { readContainer(one); });
        m_lesson.terminal = m_yaml.text(node, "terminal", 60);
        if (!m_lesson.terminal.isEmpty() && !m_names.contains(m_lesson.terminal))
            m_yaml.mistake(YamlReader::child(node, "terminal"),
                           tr("“terminal” names no container of “containers”."));
        LessonStepReader steps(&m_yaml, &m_lesson, madeByOffers(node));
        QList<int> lines;
        m_yaml.forEach(node, "steps", mostSteps, [&](const YAML::Node &one) {
            lines.append(m_yaml.lineOf(one));
            m_lesson.steps.append(steps.read(one));
        });
        readBody(expand(body));
    }

    // Texts name the containers, and so do the containers' own lines.
    void findNames(const YAML::Node &node)
    {
        const YAML::Node list = YamlReader::child(node, "containers");
        if (!list.IsSequence())
            return;
        for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), mostContainers); ++i) {
            const YAML::Node name = YamlReader::child(list[i], "name");
            if (name.IsScalar())
                m_names.append(QString::fromStdString(name.Scalar()));
        }
    }
    [[nodiscard]] QStringList madeByOffers(const YAML::Node &node) const
    {
        QStringList made;
        const YAML::Node steps = YamlReader::child(node, "steps");
        for (std::size_t i = 0; steps.IsSequence() && i < std::min<std::size_t>(steps.size(), mostSteps);
             ++i) {
            const YAML::Node offers = YamlReader::child(steps[i], "offers");
            for (std::size_t j = 0; offers.IsSequence() && j < offers.size() && made.size() < mostMade; ++j) {
                const YAML::Node run = YamlReader::child(offers[j], "run");
                if (!run.IsScalar())
                    continue;
                if (const auto options = LessonRules::readRun(expand(QString::fromStdString(run.Scalar()))))
                    made.append(m_lesson.realName(options->name));
            }
        }
        return made;
    }
    [[nodiscard]] QString expand(QString text) const
    {
        text.replace(QStringLiteral("${id}"), m_lesson.id);
        for (const QString &name : m_names)
            text.replace(QStringLiteral("${%1}").arg(name), m_lesson.realName(name));
        return text;
    }

    void readFacts(const YAML::Node &node)
    {
        m_lesson.title = m_yaml.neededText(node, "title", 80);
        m_lesson.summary = m_yaml.neededText(node, "summary", 300);
        const QString shelf = m_yaml.text(node, "shelf");
        if (!shelf.isEmpty() && shelf != u"lessons" && shelf != u"ancestors")
            m_yaml.mistake(YamlReader::child(node, "shelf"), tr("“shelf” is lessons or ancestors."));
        m_lesson.shelf = shelf == u"ancestors" ? Lesson::Shelf::Ancestors : Lesson::Shelf::Lessons;
        m_lesson.order = m_yaml.integer(node, "order").value_or(1000);
        m_lesson.minutes = m_yaml.integer(node, "minutes").value_or(10);
        if (m_lesson.minutes < 1 || m_lesson.minutes > 600)
            m_yaml.mistake(node, tr("“minutes” is from 1 to 600."));
        m_lesson.year = m_yaml.integer(node, "year").value_or(0);
        m_lesson.wire = m_yaml.truth(node, "wire").value_or(false);
        m_lesson.needs = m_yaml.words(node, "needs", mostNeeds);
    }

    void readContainer(const YAML::Node &node)
    {
        if (!m_yaml.isMap(node, {"name", "run", "start"}))
            return;
        LessonContainer container;
        container.name = m_yaml.neededText(node, "name", 60);
        container.run = m_yaml.neededText(node, "run");
        container.start = m_yaml.truth(node, "start").value_or(true);
        if (!LessonRules::isId(container.name))
            m_yaml.mistake(
                node, tr("The name of a container may have small letters, digits and “-” between them."));
        if (m_names.count(container.name) > 1)
            m_yaml.mistake(node, tr("Two containers have the name “%1”.").arg(container.name));
        if (!container.run.isEmpty()) {
            const Result<RunOptions> options = LessonRules::readRun(container.run);
            if (!options)
                m_yaml.mistake(YamlReader::child(node, "run"),
                               QString::fromStdString(options.error().message) + u'.');
            else if (!options->name.isEmpty())
                m_yaml.mistake(node, tr("Leave --name out: the lesson names its containers itself."));
        }
        m_lesson.containers.append(container);
    }

    void readBody(const QString &body)
    {
        int unclosed = 0;
        const QList<LessonSection> sections = sectionsOf(body, m_bodyLine, &unclosed);
        if (unclosed != 0)
            m_yaml.mistakeAt(unclosed, tr("This ``` is never closed."));
        m_lesson.introduction = sections.first().parts;
        const qsizetype headings = sections.size() - 1;
        if (headings == 0)
            m_yaml.mistakeAt(m_bodyLine, tr("The text has no steps: begin each with a line “## Title”."));
        if (headings != m_lesson.steps.size())
            m_yaml.mistakeAt(
                headings > m_lesson.steps.size() ? sections[m_lesson.steps.size() + 1].line : m_bodyLine,
                tr("The text has %1 headings “## …”, and “steps” has %2 entries: they must be as many.")
                    .arg(headings)
                    .arg(m_lesson.steps.size()));
        for (qsizetype i = 0; i < std::min(headings, m_lesson.steps.size()); ++i) {
            m_lesson.steps[i].title = sections[i + 1].title;
            m_lesson.steps[i].text = sections[i + 1].parts;
        }
    }

    YamlReader m_yaml;
    QString m_name;
    Lesson m_lesson;
    QStringList m_names;
    int m_bodyLine = 1;
};

} // namespace

LessonFile LessonFile::parse(const QByteArray &bytes, const QString &name)
{
    // yaml-cpp reports by exceptions, also of what it finds only while it is walked through.
    try {
        return LessonReader(name).read(bytes);
    } catch (const YAML::Exception &error) {
        return {.mistakes = {{name, error.mark.is_null() ? 0 : error.mark.line + 2,
                              QString::fromStdString(error.msg)}}};
    }
}

LessonFile LessonFile::read(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (!file.open(QIODevice::ReadOnly))
        return {.mistakes = {{name, 0,
                              QCoreApplication::translate("quayside::models::LessonReader",
                                                          "The file cannot be read: %1.")
                                  .arg(file.errorString())}}};
    return parse(file.read(mostBytes + 1), name);
}

} // namespace quayside::models
