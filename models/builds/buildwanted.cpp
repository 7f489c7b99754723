#include "models/builds/buildwanted.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QSettings>

namespace quayside::models
{

namespace
{

constexpr int mostRemembered = 100; // as many as the engine keeps records
constexpr int mostFolders = 10;

QMap<QString, QString> pairsIn(const QVariant &value)
{
    QMap<QString, QString> pairs;
    const QVariantMap map = value.toMap();
    for (auto pair = map.cbegin(); pair != map.cend(); ++pair)
        pairs.insert(pair.key(), pair.value().toString());
    return pairs;
}

QVariantMap variantOf(const QMap<QString, QString> &pairs)
{
    QVariantMap map;
    for (auto pair = pairs.cbegin(); pair != pairs.cend(); ++pair)
        map.insert(pair.key(), pair.value());
    return map;
}

QVariantMap mapOf(const QString &id, const BuildWanted &wanted)
{
    return {{QStringLiteral("id"), id},
            {QStringLiteral("folder"), wanted.folder},
            {QStringLiteral("dockerfile"), wanted.dockerfile},
            {QStringLiteral("name"), wanted.name},
            {QStringLiteral("target"), wanted.target},
            {QStringLiteral("arguments"), QStringList(wanted.arguments.keys())},
            {QStringLiteral("labels"), variantOf(wanted.labels)},
            {QStringLiteral("secrets"), variantOf(wanted.secrets)},
            {QStringLiteral("sshAgent"), wanted.sshAgent},
            {QStringLiteral("network"), wanted.network},
            {QStringLiteral("platform"), wanted.platform},
            {QStringLiteral("noCache"), wanted.noCache},
            {QStringLiteral("pull"), wanted.pull}};
}

BuildWanted wantedOf(const QVariantMap &map)
{
    BuildWanted wanted{.folder = map.value(QStringLiteral("folder")).toString(),
                       .dockerfile = map.value(QStringLiteral("dockerfile")).toString(),
                       .name = map.value(QStringLiteral("name")).toString(),
                       .target = map.value(QStringLiteral("target")).toString(),
                       .arguments = {},
                       .labels = pairsIn(map.value(QStringLiteral("labels"))),
                       .secrets = pairsIn(map.value(QStringLiteral("secrets"))),
                       .sshAgent = map.value(QStringLiteral("sshAgent")).toBool(),
                       .network = map.value(QStringLiteral("network")).toString(),
                       .platform = map.value(QStringLiteral("platform")).toString(),
                       .noCache = map.value(QStringLiteral("noCache")).toBool(),
                       .pull = map.value(QStringLiteral("pull")).toBool()};
    for (const QString &name : map.value(QStringLiteral("arguments")).toStringList())
        wanted.arguments.insert(name, QString());
    return wanted;
}

QVariantList rememberedBuilds()
{
    const QString text = QSettings().value(QStringLiteral("builds/remembered")).toString();
    return QJsonDocument::fromJson(text.toUtf8()).toVariant().toList();
}

} // namespace

std::optional<QMap<QString, QString>> parsePairs(const QString &text, PairNames names, QString *wrong)
{
    static const QRegularExpression variable(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$")),
        label(QStringLiteral("^[^\\s=\"']+$"));
    const QRegularExpression &name = names == PairNames::Arguments ? variable : label;
    QMap<QString, QString> pairs;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty())
            continue;
        const qsizetype equals = trimmed.indexOf(u'=');
        if (equals < 0 || !name.match(trimmed.left(equals)).hasMatch()) {
            if (wrong != nullptr)
                *wrong = trimmed;
            return std::nullopt;
        }
        pairs.insert(trimmed.left(equals), trimmed.mid(equals + 1));
    }
    return pairs;
}

void rememberBuild(const QString &id, const BuildWanted &wanted)
{
    QVariantList list = rememberedBuilds();
    list.prepend(mapOf(id, wanted));
    while (list.size() > mostRemembered)
        list.removeLast();
    QSettings().setValue(QStringLiteral("builds/remembered"),
                         QString::fromUtf8(QJsonDocument::fromVariant(list).toJson(QJsonDocument::Compact)));
}

std::optional<BuildWanted> recallBuild(const QString &id)
{
    for (const QVariant &entry : rememberedBuilds()) {
        if (const QVariantMap map = entry.toMap(); map.value(QStringLiteral("id")).toString() == id)
            return wantedOf(map);
    }
    return std::nullopt;
}

QStringList rememberedBuildsOf(const QString &folder, const QString &dockerfile)
{
    QStringList ids;
    for (const QVariant &entry : rememberedBuilds()) {
        const QVariantMap map = entry.toMap();
        if (map.value(QStringLiteral("folder")).toString() == folder &&
            map.value(QStringLiteral("dockerfile")).toString() == dockerfile)
            ids.append(map.value(QStringLiteral("id")).toString());
    }
    return ids;
}

QStringList recentFolders()
{
    QStringList folders;
    for (const QVariant &entry : rememberedBuilds()) {
        const QString folder = entry.toMap().value(QStringLiteral("folder")).toString();
        if (!folder.isEmpty() && !folders.contains(folder) && folders.size() < mostFolders)
            folders.append(folder);
    }
    return folders;
}

} // namespace quayside::models
