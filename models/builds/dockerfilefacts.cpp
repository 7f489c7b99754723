#include "models/builds/dockerfilefacts.h"

#include "engine/dockerfile/instructions/instructions.h"
#include "engine/dockerfile/parser/parser.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace quayside::models
{

namespace
{

QString textOf(const std::string &text)
{
    return QString::fromStdString(text);
}

void addArguments(const dockerfile::Arg &arg, QStringList &names)
{
    for (const dockerfile::ArgDefinition &definition : arg.arguments) {
        if (const QString name = textOf(definition.name.text); !name.isEmpty() && !names.contains(name))
            names.append(name);
    }
}

} // namespace

DockerfileFacts factsOf(const QByteArray &text)
{
    DockerfileFacts facts{.stages = {}, .arguments = {}, .problem = {}, .exists = true};
    const dockerfile::Outcome parsed =
        dockerfile::parseAll({text.constData(), static_cast<std::size_t>(text.size())});
    const dockerfile::Interpretation read = dockerfile::interpretAll(parsed.tree);
    for (const dockerfile::Arg &arg : read.file.metaArgs)
        addArguments(arg, facts.arguments);
    for (const dockerfile::Stage &stage : read.file.stages) {
        facts.stages.append(
            {stage.from.name ? textOf(stage.from.name->text) : QString::number(facts.stages.size()),
             textOf(stage.from.base.text)});
        for (const dockerfile::Instruction &instruction : stage.instructions) {
            if (const auto *arg = std::get_if<dockerfile::Arg>(&instruction))
                addArguments(*arg, facts.arguments);
        }
    }
    const auto &wrong = !parsed.errors.empty() ? parsed.errors : read.errors;
    if (!wrong.empty())
        facts.problem = textOf(dockerfile::asError(wrong.front()).message);
    return facts;
}

DockerfileFacts readDockerfile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile()) // to open a fifo would wait for its other end
        return {};
    QFile file(path);
    DockerfileFacts none{.stages = {}, .arguments = {}, .problem = {}, .exists = true};
    if (info.size() > qint64(dockerfile::mostText)) {
        none.problem = QCoreApplication::translate("quayside::models::DockerfileFacts",
                                                   "it is larger than a Dockerfile may be");
        return none;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        none.problem = file.errorString();
        return none;
    }
    return factsOf(file.readAll());
}

} // namespace quayside::models
