// The context of all texts of this folder that a person reads.
#pragma once

#include <QCoreApplication>

#include <string>
#include <string_view>

namespace quayside::models::language
{

struct DockerfileLanguage {
    Q_DECLARE_TR_FUNCTIONS(quayside::models::language::DockerfileLanguage)
};

[[nodiscard]] inline QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace quayside::models::language
