// How far this person has come in each lesson. Kept in the settings.
#pragma once

#include "models/learn/lessons/lesson.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QObject>

namespace quayside::models
{

struct StepRecord {
    QDateTime done;   // the first time; invalid: not yet
    int attempts = 0; // lines typed and buttons pressed until then
};

// A lesson that is laid out: it goes on where it was, also after a restart.
struct Sitting {
    QDateTime started;
    QString engine; // where its containers are
    int step = 0;   // to do; as many as there are: all are done
};

class LessonProgress : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] static StepRecord step(const QString &lesson, int step);
    [[nodiscard]] static int doneSteps(const Lesson &lesson);
    void markDone(const QString &lesson, int step);
    void addAttempt(const QString &lesson, int step); // once it is done no more are counted
    void forget(const QString &lesson);

    [[nodiscard]] static std::optional<Sitting> sitting(const QString &lesson);
    void setSitting(const QString &lesson, const Sitting &sitting);
    void endSitting(const QString &lesson);

    // For a teacher. A line or object for each step: lesson, title, step, what it is called, done, attempts.
    [[nodiscard]] static QByteArray toCsv(const QList<Lesson> &lessons);
    [[nodiscard]] static QByteArray toJson(const QList<Lesson> &lessons);

signals:
    void changed(const QString &lesson);
};

} // namespace quayside::models
