#include "models/learn/lessons/lessonprogress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace quayside::models
{

namespace
{

QString lessonKey(const QString &lesson, const char *what)
{
    return QStringLiteral("lessons/%1/%2").arg(lesson, QLatin1StringView(what));
}

QString stepKey(const QString &lesson, int step, const char *what)
{
    return QStringLiteral("lessons/%1/step%2/%3").arg(lesson).arg(step + 1).arg(QLatin1StringView(what));
}

// RFC 4180. What a table calculator would take for a formula stays a text.
QString csvCell(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    text.replace(u'"', QStringLiteral("\"\""));
    return u'"' + text + u'"';
}

} // namespace

StepRecord LessonProgress::step(const QString &lesson, int step)
{
    const QSettings settings;
    return {QDateTime::fromString(settings.value(stepKey(lesson, step, "done")).toString(), Qt::ISODate),
            settings.value(stepKey(lesson, step, "attempts"), 0).toInt()};
}

int LessonProgress::doneSteps(const Lesson &lesson)
{
    int done = 0;
    for (int i = 0; i < lesson.steps.size(); ++i)
        done += step(lesson.id, i).done.isValid() ? 1 : 0;
    return done;
}

void LessonProgress::markDone(const QString &lesson, int step)
{
    if (this->step(lesson, step).done.isValid())
        return;
    QSettings().setValue(stepKey(lesson, step, "done"),
                         QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    emit changed(lesson);
}

void LessonProgress::addAttempt(const QString &lesson, int step)
{
    const StepRecord record = this->step(lesson, step);
    if (!record.done.isValid())
        QSettings().setValue(stepKey(lesson, step, "attempts"), record.attempts + 1);
}

void LessonProgress::forget(const QString &lesson)
{
    QSettings().remove(QStringLiteral("lessons/") + lesson);
    emit changed(lesson);
}

std::optional<Sitting> LessonProgress::sitting(const QString &lesson)
{
    const QSettings settings;
    const QDateTime started =
        QDateTime::fromString(settings.value(lessonKey(lesson, "started")).toString(), Qt::ISODateWithMs);
    if (!started.isValid())
        return std::nullopt;
    return Sitting{started, settings.value(lessonKey(lesson, "engine")).toString(),
                   settings.value(lessonKey(lesson, "step"), 0).toInt()};
}

void LessonProgress::setSitting(const QString &lesson, const Sitting &sitting)
{
    QSettings settings;
    settings.setValue(lessonKey(lesson, "started"), sitting.started.toUTC().toString(Qt::ISODateWithMs));
    settings.setValue(lessonKey(lesson, "engine"), sitting.engine);
    settings.setValue(lessonKey(lesson, "step"), sitting.step);
    emit changed(lesson);
}

void LessonProgress::endSitting(const QString &lesson)
{
    QSettings settings;
    for (const char *what : {"started", "engine", "step"})
        settings.remove(lessonKey(lesson, what));
    emit changed(lesson);
}

QByteArray LessonProgress::toCsv(const QList<Lesson> &lessons)
{
    QString text = QStringLiteral("lesson,title,step,step title,done,attempts\r\n");
    for (const Lesson &lesson : lessons) {
        for (int i = 0; i < lesson.steps.size(); ++i) {
            const StepRecord record = step(lesson.id, i);
            text += QStringList{csvCell(lesson.id),
                                csvCell(lesson.title),
                                QString::number(i + 1),
                                csvCell(lesson.steps[i].title),
                                record.done.toString(Qt::ISODate),
                                QString::number(record.attempts)}
                        .join(u',') +
                    QStringLiteral("\r\n");
        }
    }
    return text.toUtf8();
}

QByteArray LessonProgress::toJson(const QList<Lesson> &lessons)
{
    QJsonArray all;
    for (const Lesson &lesson : lessons) {
        QJsonArray steps;
        for (int i = 0; i < lesson.steps.size(); ++i) {
            const StepRecord record = step(lesson.id, i);
            steps.append(
                QJsonObject{{"step", i + 1},
                            {"title", lesson.steps[i].title},
                            {"done", record.done.isValid() ? QJsonValue(record.done.toString(Qt::ISODate))
                                                           : QJsonValue()},
                            {"attempts", record.attempts}});
        }
        all.append(QJsonObject{{"lesson", lesson.id}, {"title", lesson.title}, {"steps", steps}});
    }
    return QJsonDocument(all).toJson();
}

} // namespace quayside::models
