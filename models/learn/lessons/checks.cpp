#include "models/learn/lessons/checks.h"

#include "models/client/documents.h"
#include "models/client/files.h"
#include "models/client/observe.h"
#include "models/learn/lessons/pagefetch.h"
#include "models/learn/lessons/valuepath.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr qsizetype mostOutput = 64 << 10;                  // bytes of a command or a file that are looked at
constexpr qsizetype longestShown = 60, longestAnswer = 400; // an answer may be a sentence

QString coded(const QString &name)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

// Enough of a value for a sentence.
QString shortened(const QString &value, qsizetype most = longestShown)
{
    return value.size() > most ? value.left(most) + u'…' : value;
}

bool matches(const std::optional<QString> &expression, const QString &text)
{
    return !expression ||
           QRegularExpression(*expression, QRegularExpression::MultilineOption).match(text).hasMatch();
}

} // namespace

ConditionCheck::ConditionCheck(client::EngineClient *client, const Lesson *lesson,
                               const QList<api::Event> *events, Condition condition, QObject *parent)
    : QObject(parent), m_client(client), m_lesson(lesson), m_events(events),
      m_condition(std::move(condition)), m_file(mostOutput), m_reader(&m_file)
{
}

void ConditionCheck::ask()
{
    using Kind = Condition::Kind;
    switch (m_condition.kind) {
    case Kind::Container:
        return askContainer();
    case Kind::Inspect:
    case Kind::Xray:
        return askValue();
    case Kind::Exec:
        return askExec();
    case Kind::Process:
        return askProcesses();
    case Kind::Event:
        return judgeEvents();
    case Kind::Image:
        return askImage();
    case Kind::Volume:
    case Kind::Network:
        return askNamed();
    case Kind::File:
        return askFile();
    case Kind::Http:
        return askPage();
    case Kind::Document:
        return askDocument();
    }
}

void ConditionCheck::answer(bool holds, const QString &sentence)
{
    if (std::exchange(m_answered, true))
        return;
    emit answered({holds, !holds && !m_condition.say.isEmpty() ? m_condition.say : sentence});
}

void ConditionCheck::answerFailure(const Error &error)
{
    answer(false, QString::fromStdString(error.message));
}

void ConditionCheck::existence(bool there, const QString &sentenceThere, const QString &sentenceGone)
{
    answer(there == m_condition.exists, there ? sentenceThere : sentenceGone);
}

void ConditionCheck::fetch(const QString &path, OnJson onJson)
{
    client::document(*m_client, path.toStdString(), this,
                     [this, onJson = std::move(onJson)](const Result<std::string> &body) {
                         if (!body && body.error().kind == ErrorKind::NotFound)
                             return onJson(QJsonValue(QJsonValue::Undefined));
                         if (!body)
                             return answerFailure(body.error());
                         onJson(QJsonDocument::fromJson(QByteArray::fromStdString(*body)).object());
                     });
}

void ConditionCheck::askContainer()
{
    fetch(QStringLiteral("/containers/%1/json").arg(coded(real())),
          [this](const QJsonValue &json) { judgeContainer(json); });
}

void ConditionCheck::judgeContainer(const QJsonValue &json)
{
    const QString wanted = m_condition.state;
    if (json.isUndefined())
        return answer(wanted == u"absent", tr("There is no container %1.").arg(real()));
    const QString state = valuesAt(json, QStringLiteral("State.Status")).value(0);
    const int exitCode = valuesAt(json, QStringLiteral("State.ExitCode")).value(0).toInt();
    const bool oom = valuesAt(json, QStringLiteral("State.OOMKilled")).value(0) == u"true";
    const int restarts = valuesAt(json, QStringLiteral("RestartCount")).value(0).toInt();
    if (!wanted.isEmpty() && state != wanted)
        return answer(false, tr("%1 is %2, and must be %3.").arg(real(), state, wanted));
    if (m_condition.exitCode && exitCode != *m_condition.exitCode)
        return answer(false, tr("%1 has ended with code %2, not with %3.")
                                 .arg(real())
                                 .arg(exitCode)
                                 .arg(*m_condition.exitCode));
    if (m_condition.oomKilled && oom != *m_condition.oomKilled)
        return answer(false, oom ? tr("%1 was killed for lack of memory.").arg(real())
                                 : tr("%1 was not killed for lack of memory.").arg(real()));
    if (m_condition.restarts && restarts < *m_condition.restarts)
        return answer(false, tr("%1 was restarted %n time(s).", nullptr, restarts).arg(real()));
    answer(true, state == u"exited" ? tr("%1 has ended with code %2.").arg(real()).arg(exitCode)
                                    : tr("%1 is %2.").arg(real(), state));
}

void ConditionCheck::fetchValues(const QString &container, const QString &path,
                                 std::function<void(const QStringList &)> then)
{
    const bool host = path.startsWith(u"host."), image = m_condition.kind == Condition::Kind::Image;
    const QString real = image ? container : m_lesson->realName(container), name = coded(real);
    const QString target = host    ? QStringLiteral("/quayside/xray")
                           : image ? QStringLiteral("/images/%1/json").arg(name)
                           : m_condition.kind == Condition::Kind::Xray
                               ? QStringLiteral("/quayside/containers/%1/xray").arg(name)
                               : QStringLiteral("/containers/%1/json").arg(name);
    fetch(target, [this, path = host ? path.mid(5) : path, real, image,
                   then = std::move(then)](const QJsonValue &json) {
        if (json.isUndefined())
            return answer(false, image ? tr("There is no image %1.").arg(real)
                                       : tr("There is no container %1.").arg(real));
        then(valuesAt(json, path));
    });
}

void ConditionCheck::askValue()
{
    const bool image = m_condition.kind == Condition::Kind::Image;
    fetchValues(image ? m_condition.name : m_condition.container, m_condition.path,
                [this](const QStringList &values) { compareValue(values); });
}

void ConditionCheck::compareValue(const QStringList &values)
{
    const auto &other = m_condition.value.equals ? m_condition.value.equals : m_condition.value.differs;
    if (!other)
        return judgeValue(values, {});
    fetchValues(other->container, other->path,
                [this, values](const QStringList &others) { judgeValue(values, others); });
}

void ConditionCheck::judgeValue(const QStringList &values, const QStringList &others)
{
    const bool holds = fits(m_condition.value, values, others);
    const qsizetype most = m_condition.kind == Condition::Kind::Document ? longestAnswer : longestShown;
    const QString seen =
        values.isEmpty() ? tr("nothing") : shortened(values.join(QStringLiteral(", ")), most);
    answer(holds, holds ? tr("%1 is %2.", "path, value").arg(m_condition.path, seen)
                        : tr("%1 is %2, and must be %3.", "path, value, wanted")
                              .arg(m_condition.path, seen, WantedText::of(m_condition.value)));
}

void ConditionCheck::askExec()
{
    api::ExecCreateRequest request{.attachStdout = true, .attachStderr = true};
    for (const QString &word : std::as_const(m_condition.run))
        request.cmd.push_back(word.toStdString());
    m_client->createExec(real().toStdString(), request, this, [this](const Result<std::string> &id) {
        if (!id)
            return answerFailure(id.error());
        m_client->startExec(*id, {}, this, [this, id = *id](const Result<client::TerminalStream *> &stream) {
            if (stream)
                readExec(id, *stream);
            else
                answerFailure(stream.error());
        });
    });
}

void ConditionCheck::readExec(const std::string &id, client::TerminalStream *stream)
{
    connect(stream, &client::TerminalStream::received, this, [this](api::Stream, const QByteArray &bytes) {
        m_output.append(bytes.first(std::min(bytes.size(), mostOutput - m_output.size())));
    });
    connect(stream, &client::TerminalStream::ended, this, [this, id, stream] {
        stream->deleteLater();
        judgeExec(id);
    });
}

void ConditionCheck::judgeExec(const std::string &id)
{
    m_client->inspectExec(id, this, [this](const Result<api::ExecInspect> &exec) {
        if (!exec)
            return answerFailure(exec.error());
        const int code = int(exec->exitCode.value_or(-1));
        const bool isScript = m_condition.run.size() > 2 && m_condition.run[1] == u"-c"; // too long to show
        if (isScript && m_condition.exit && !m_condition.value.matches)
            return answer(code == *m_condition.exit, code == *m_condition.exit
                                                         ? tr("A test in %1 says so.").arg(real())
                                                         : tr("A test in %1 says no.").arg(real()));
        const QString command = m_condition.run.join(u' '), output = QString::fromUtf8(m_output).trimmed();
        if (m_condition.exit && code != *m_condition.exit)
            return answer(
                false,
                tr("“%1” ends with code %2, not with %3.").arg(command).arg(code).arg(*m_condition.exit));
        if (!matches(m_condition.value.matches, output))
            return answer(false, tr("“%1” says “%2”.").arg(command, shortened(output)));
        answer(true, output.isEmpty() ? tr("“%1” ends with code %2.").arg(command).arg(code)
                                      : tr("“%1” says “%2”.").arg(command, shortened(output)));
    });
}

void ConditionCheck::askProcesses()
{
    client::processes(
        *m_client, real().toStdString(), {}, this, [this](const Result<client::ProcessTable> &table) {
            if (!table)
                return answerFailure(table.error());
            const auto count =
                std::ranges::count_if(table->rows, [this](const std::vector<std::string> &row) {
                    return !row.empty() &&
                           matches(m_condition.value.matches, QString::fromStdString(row.back()));
                });
            const ValueTest number{.atLeast = m_condition.value.atLeast, .atMost = m_condition.value.atMost};
            answer(fits(number, {QString::number(count)}, {}),
                   tr("%n process(es) in %1 are “%2”.", nullptr, int(count))
                       .arg(real(), *m_condition.value.matches));
        });
}

void ConditionCheck::judgeEvents()
{
    const auto isIt = [this](const api::Event &event) {
        const auto attribute = event.actor.attributes.find("name");
        const QString name = attribute == event.actor.attributes.end()
                                 ? QString::fromStdString(event.actor.id)
                                 : QString::fromStdString(attribute->second);
        return QString::fromStdString(event.type) == m_condition.type &&
               QString::fromStdString(event.action).startsWith(m_condition.action) &&
               (m_condition.container.isEmpty() || name == real()) &&
               (m_condition.name.isEmpty() || name == m_condition.name);
    };
    const bool seen = std::ranges::any_of(*m_events, isIt);
    answer(seen, seen ? tr("The engine has told of it: %1 %2.", "container die")
                            .arg(m_condition.type, m_condition.action)
                      : tr("The engine has not told of it yet: %1 %2.", "container die")
                            .arg(m_condition.type, m_condition.action));
}

void ConditionCheck::askImage()
{
    if (!m_condition.path.isEmpty())
        return askValue();
    m_client->inspectImage(m_condition.name.toStdString(), this,
                           [this](const Result<api::ImageInspect> &image) {
                               if (image)
                                   judgeImage(*image);
                               else if (image.error().kind == ErrorKind::NotFound)
                                   existence(false, {}, tr("There is no image %1.").arg(m_condition.name));
                               else
                                   answerFailure(image.error());
                           });
}

void ConditionCheck::judgeImage(const api::ImageInspect &image)
{
    const int layers = int(image.rootFS.layers.size());
    const ValueTest number{.atLeast = m_condition.value.atLeast, .atMost = m_condition.value.atMost};
    const bool isSo =
        (!m_condition.layers || *m_condition.layers == layers) && fits(number, {QString::number(layers)}, {});
    answer(m_condition.exists && isSo,
           tr("The image %1 has %n layer(s).", nullptr, layers).arg(m_condition.name));
}

void ConditionCheck::askNamed()
{
    const bool volume = m_condition.kind == Condition::Kind::Volume;
    const QString name = m_lesson->realName(m_condition.name);
    fetch((volume ? QStringLiteral("/volumes/%1") : QStringLiteral("/networks/%1")).arg(coded(name)),
          [this, volume, name](const QJsonValue &json) {
              if (volume)
                  existence(!json.isUndefined(), tr("There is a volume %1.").arg(name),
                            tr("There is no volume %1.").arg(name));
              else
                  existence(!json.isUndefined(), tr("There is a network %1.").arg(name),
                            tr("There is no network %1.").arg(name));
          });
}

void ConditionCheck::askFile()
{
    m_file.open(QIODevice::ReadWrite);
    client::downloadPath(*m_client, real().toStdString(), m_condition.path.toStdString(), &m_reader, this, {},
                         [this](const Result<> &done) {
                             const QString path = m_condition.path;
                             if (!done && done.error().kind == ErrorKind::NotFound)
                                 return existence(false, {}, tr("There is no %1 in %2.").arg(path, real()));
                             // What is larger than is looked at ends in an error here.
                             if (!done && m_file.data().isEmpty() && m_condition.value.matches)
                                 return answerFailure(done.error());
                             const QString text = QString::fromUtf8(m_file.data());
                             if (!matches(m_condition.value.matches, text))
                                 return answer(false,
                                               tr("%1 says “%2”.").arg(path, shortened(text.trimmed())));
                             existence(true, tr("%1 is there.").arg(path), {});
                         });
}

void ConditionCheck::askDocument()
{
    fetch(m_condition.name,
          [this](const QJsonValue &json) { judgeValue(valuesAt(json, m_condition.path), {}); });
}

void ConditionCheck::askPage()
{
    auto *page = new PageFetch(m_condition.port, m_condition.path, this);
    connect(page, &PageFetch::fetched, this, [this](const QString &text) {
        const bool holds = matches(m_condition.value.matches, text);
        answer(holds, tr("Port %1 answers “%2”.").arg(m_condition.port).arg(shortened(text.trimmed())));
    });
    connect(page, &PageFetch::failed, this, [this](const QString &reason) {
        answer(false, tr("Port %1 does not answer: %2.").arg(m_condition.port).arg(reason));
    });
}

} // namespace quayside::models
