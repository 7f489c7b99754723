// What a person wants to be built, and what is remembered of it for the next time.
#pragma once

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace quayside::models
{

struct BuildWanted {
    QString folder;                                    // the context, on this machine
    QString dockerfile = QStringLiteral("Dockerfile"); // its path in the folder
    QString name;                                      // "app:1"; empty: none
    QString target;                                    // a stage; empty: the last one
    QMap<QString, QString> arguments, labels;
    QMap<QString, QString> secrets; // for RUN --mount=type=secret: ids, and the files that hold them
    bool sshAgent = false;          // for RUN --mount=type=ssh: this user's (SSH_AUTH_SOCK)
    QString network;  // of RUN: "default", "none", "host", or one by name; empty: the engine's own
    QString platform; // "linux/arm64"; empty: the engine's own
    bool noCache = false, pull = false;

    bool operator==(const BuildWanted &) const = default;
};

enum class PairNames { Arguments, Labels };
// "NAME=value", one a line; empty lines are passed over. None, with the line in `wrong`, where one is not
// that. Names of labels may have other characters than those of variables, but no blanks; ids of secrets too.
std::optional<QMap<QString, QString>> parsePairs(const QString &text, PairNames names,
                                                 QString *wrong = nullptr);

// The engine's record of a build does not know where its folder was. Kept in the settings, of the newest
// builds of this window; of arguments only the names, as in the record: a value may be a secret.
void rememberBuild(const QString &id, const BuildWanted &wanted);
std::optional<BuildWanted> recallBuild(const QString &id);
// The remembered builds of one Dockerfile, the newest first: their ids.
QStringList rememberedBuildsOf(const QString &folder, const QString &dockerfile);
// Folders that were built from lately, the newest first.
QStringList recentFolders();

} // namespace quayside::models
