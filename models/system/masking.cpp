#include "models/system/masking.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace quayside::models
{

namespace
{

const QString masked = QStringLiteral("***");

// "NAME=value" → "NAME=***"
QJsonValue maskPair(const QJsonValue &pair)
{
    const QString name = pair.toString().section(u'=', 0, 0);
    return pair.toString().contains(u'=') ? QString(name + u'=' + masked) : name;
}

QJsonValue maskPairs(const QJsonValue &value)
{
    if (value.isObject()) {
        QJsonObject result;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            result.insert(it.key(), masked);
        return result;
    }
    QJsonArray result;
    for (const QJsonValue &one : value.toArray())
        result.append(maskPair(one));
    return value.isArray() ? QJsonValue(result) : value.isNull() ? value : QJsonValue(masked);
}

// What programs are started with: how many words, not which.
QJsonValue maskWords(const QJsonValue &value)
{
    if (value.isArray())
        return QStringLiteral("*** (%1)").arg(value.toArray().size());
    return value.isNull() ? value : QJsonValue(masked);
}

} // namespace

QJsonValue maskValue(const QJsonValue &value, const QString &key)
{
    static const QSet<QString> pairs = {QStringLiteral("Env"),         QStringLiteral("Labels"),
                                        QStringLiteral("Annotations"), QStringLiteral("Options"),
                                        QStringLiteral("DriverOpts"),  QStringLiteral("BuildArgs"),
                                        QStringLiteral("StorageOpt")};
    static const QSet<QString> words = {QStringLiteral("Cmd"),        QStringLiteral("Args"),
                                        QStringLiteral("Entrypoint"), QStringLiteral("Test"),
                                        QStringLiteral("Command"),    QStringLiteral("Output"),
                                        QStringLiteral("OnBuild"),    QStringLiteral("Shell")};
    if (pairs.contains(key))
        return maskPairs(value);
    if (words.contains(key))
        return maskWords(value);
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QJsonObject result;
        for (auto it = object.begin(); it != object.end(); ++it) {
            // Options of the log driver have no name of their own: a token of a log service may be among
            // them.
            const bool options = key == u"LogConfig" && it.key() == u"Config";
            result.insert(it.key(), options ? maskPairs(*it) : maskValue(*it, it.key()));
        }
        return result;
    }
    if (value.isArray()) {
        QJsonArray result;
        for (const QJsonValue &one : value.toArray())
            result.append(maskValue(one));
        return result;
    }
    return value.isString() ? QJsonValue(maskText(value.toString())) : value;
}

QByteArray maskDocument(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return QCoreApplication::translate("quayside::models::Diagnostics", "The answer is no JSON: %1")
                   .arg(error.errorString())
                   .toUtf8() +
               '\n';
    if (document.isArray())
        return QJsonDocument(maskValue(document.array()).toArray()).toJson();
    return QJsonDocument(maskValue(document.object()).toObject()).toJson();
}

QString maskText(QString text)
{
    static const QRegularExpression login(QStringLiteral(R"((://)[^/@\s"]+@)"));
    static const QRegularExpression header(
        QStringLiteral(R"(((?:Authorization|X-Registry-Auth|X-Registry-Config|Cookie)\s*:\s*)[^\r\n]*)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression named(
        QStringLiteral(
            R"(((?:pass(?:word|wd)?|secret|token|api[_-]?key|auth)\w*["']?\s*[=:]\s*)("[^"]*"|'[^']*'|[^\s,;&]+))"),
        QRegularExpression::CaseInsensitiveOption);
    text.replace(login, QStringLiteral("\\1***@"));
    text.replace(header, QStringLiteral("\\1***"));
    return text.replace(named, QStringLiteral("\\1***"));
}

} // namespace quayside::models
