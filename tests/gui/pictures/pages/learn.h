// The pictures of docs/learn.md: the lessons, three of them laid out, the time line, an X-ray, a launch.
#pragma once

#include "tests/gui/pictures/picturebook.h"

namespace quayside::pictures
{

void shootLearning(PictureBook &book);

} // namespace quayside::pictures
