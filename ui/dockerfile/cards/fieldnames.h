// What the fields of an instruction are called, and what may stand in them.
#pragma once

#include "models/dockerfile/cards/form.h"

#include <QString>

namespace quayside::ui
{

// `keyword`: of the instruction, upper case.
[[nodiscard]] QString fieldLabel(const std::string &keyword, const models::Field &field);
[[nodiscard]] QString fieldHint(const std::string &keyword, const models::Field &field); // "": none
[[nodiscard]] QString shapeName(models::CommandText::Shape shape);
[[nodiscard]] QString shapeToolTip(models::CommandText::Shape shape);

} // namespace quayside::ui
