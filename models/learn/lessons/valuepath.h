// A place in a JSON answer of the engine, and whether what stands there is as it must be.
#pragma once

#include "models/learn/lessons/lesson.h"

#include <QCoreApplication>
#include <QJsonValue>

namespace quayside::models
{

// "HostConfig.Memory", ".NetworkSettings.Ports[\"80/tcp\"]" (as JSON views copy them), "Processes.0.Command",
// "Layers.-1" (from the end), "Processes.*.Command" (of any), "Namespaces[Type=pid].Sharing" (of the first
// such), "Layers.#" (how many). All values that stand there, as text: numbers in short, "true", "false"; null
// is "".
QStringList valuesAt(const QJsonValue &json, const QString &path);

// One of the values fits; others: what `equals` or `differs` is compared with. No value: never.
bool fits(const ValueTest &test, const QStringList &values, const QStringList &others);

class WantedText
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::WantedText)

public:
    // "5", "at least 3", "something like x": for a sentence.
    static QString of(const ValueTest &test);
};

} // namespace quayside::models
