// What each of the kernel's capabilities allows (capabilities(7)), in one sentence.
#pragma once

#include <QCoreApplication>
#include <QString>

#include <string>

namespace quayside::models
{

class Capabilities
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::Capabilities)

public:
    static constexpr int count = 41; // of Linux 5.9 and later
    // "CAP_CHOWN" → "Give files to other users." Of a name that is not known: empty.
    static QString sentence(const std::string &name);
};

} // namespace quayside::models
