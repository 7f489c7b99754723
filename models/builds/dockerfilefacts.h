// What a Dockerfile offers to somebody who is about to build it: its stages and its arguments.
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace quayside::models
{

struct DockerfileFacts {
    struct Stage {
        QString name; // its number where it has none
        QString base; // what it is FROM, as written
    };
    QList<Stage> stages;
    QStringList arguments; // of ARG, each once
    QString problem;       // it cannot be read, or what is wrong with it first, in a sentence; "": nothing
    bool exists = false;
};

DockerfileFacts factsOf(const QByteArray &text);
// A path on this machine; only regular files of at most 4 MiB are opened.
DockerfileFacts readDockerfile(const QString &path);

} // namespace quayside::models
