// The font of logs and shells, in the size that the person has chosen.
#pragma once

#include <QFont>

namespace quayside::ui
{

QFont outputFont();

} // namespace quayside::ui
