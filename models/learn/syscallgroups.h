// System calls that a seccomp filter refuses, in groups that say what refusing them prevents.
#pragma once

#include <QCoreApplication>
#include <QList>
#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace quayside::models
{

struct SyscallGroup {
    QString key, name, sentence; // sentence: what denying them prevents
    QStringList calls;           // those of the group that are refused
    bool operator==(const SyscallGroup &) const = default;
};

class SyscallGroups
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::SyscallGroups)

public:
    // Every name is in one group; those without a call are left out. What belongs to none is in the last.
    static QList<SyscallGroup> of(const std::vector<std::string> &denied);
    static QString sentence(const QString &key);
};

} // namespace quayside::models
