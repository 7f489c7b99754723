// Why a container has ended, and what can be done about it.
#pragma once

#include "models/containers/containerrow.h"

#include <QStringList>

#include <functional>

namespace quayside::models
{

enum class DeathCure { None, MoreMemory, EditOptions, ShowLog, ShowFiles };

struct Death {
    QString what; // "exit 137: out of memory"
    QString why;  // one or two sentences
    QString next; // what to do about it; may be ""
    QList<DeathCure> cures;
};

// userName: of a uid of this machine; "" where there is none. `self`: the uid of who looks.
struct DeathReader {
    std::function<QString(qint64 uid)> userName;
    qint64 self = -1;
};

// Of one that has ended. An engine that tells no more than the contract gets what that says.
Death explainDeath(const api::ContainerInspect &container, const DeathReader &reader);
EndCause causeOf(const api::ContainerInspect &container);
// "SIGKILL" of 9; "" where it has no name.
QString signalName(int number);

} // namespace quayside::models
