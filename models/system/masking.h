// What leaves this computer in a report says nothing that may be a secret.
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QString>

namespace quayside::models
{

// A document of the engine without the values of variables, labels and options, without command lines and
// what health checks said; names and numbers stay. What is no JSON becomes a sentence that says so.
QByteArray maskDocument(const QByteArray &json);
QJsonValue maskValue(const QJsonValue &value, const QString &key = {});

// "https://user:secret@proxy" → "https://***@proxy"; what follows "Authorization:", "password=", "token=" and
// the like goes as well.
QString maskText(QString text);

} // namespace quayside::models
