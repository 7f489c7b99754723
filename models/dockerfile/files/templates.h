// Dockerfiles to start with, each with the few files that it needs to build: resources/templates.
#pragma once

#include "engine/base/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

namespace quayside::models
{

struct Template {
    QString id;
    QString title, description; // translated
};

class Templates
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::Templates)

public:
    static QList<Template> all();
    static QStringList
    files(const QString &id); // paths below its folder, sorted: ".dockerignore", "Dockerfile", …
    static QByteArray content(const QString &id, const QString &file);
    // Writes them into a folder, made where it is not there. Fails, and writes nothing, where one of them is
    // there already. The path of the Dockerfile.
    static Result<QString> create(const QString &id, const QString &folder);
};

} // namespace quayside::models
