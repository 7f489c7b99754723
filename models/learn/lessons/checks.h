// Whether one thing that a step wants is so: the engine is asked.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/boundedbuffer.h"
#include "models/common/tarfile.h"
#include "models/learn/lessons/lesson.h"

#include <QJsonValue>

#include <functional>

namespace quayside::models
{

struct CheckResult {
    bool holds = false;
    QString sentence; // what was seen; what is missing where it does not hold
    bool operator==(const CheckResult &) const = default;
};

// Asks once. Lives until it is deleted; nothing comes after that.
class ConditionCheck : public QObject
{
    Q_OBJECT

public:
    // events: since the lesson was begun. All must outlive it.
    ConditionCheck(client::EngineClient *client, const Lesson *lesson, const QList<api::Event> *events,
                   Condition condition, QObject *parent);

    void ask();

signals:
    void answered(const quayside::models::CheckResult &result); // once

private:
    using OnJson = std::function<void(const QJsonValue &json)>;

    void askContainer();
    void judgeContainer(const QJsonValue &json);
    void askValue();
    void compareValue(const QStringList &values);
    void judgeValue(const QStringList &values, const QStringList &others);
    void fetchValues(const QString &container, const QString &path,
                     std::function<void(const QStringList &)> then);
    void askExec();
    void readExec(const std::string &id, client::TerminalStream *stream);
    void judgeExec(const std::string &id);
    void askProcesses();
    void judgeEvents();
    void askImage();
    void judgeImage(const api::ImageInspect &image);
    void askNamed();
    void askFile();
    void askDocument();
    void askPage();
    // json undefined: there is no such thing.
    void fetch(const QString &path, OnJson onJson);
    void existence(bool there, const QString &sentenceThere, const QString &sentenceGone);
    void answer(bool holds, const QString &sentence);
    void answerFailure(const Error &error);
    [[nodiscard]] QString real() const { return m_lesson->realName(m_condition.container); }

    client::EngineClient *m_client;
    const Lesson *m_lesson;
    const QList<api::Event> *m_events;
    Condition m_condition;
    QByteArray m_output;
    BoundedBuffer m_file;
    TarFileReader m_reader;
    bool m_answered = false;
};

} // namespace quayside::models
