// What is shown. Each begins with no file open and leaves none open.
#pragma once

#include "tests/gui/pictures/picturebook.h"

namespace quayside::pictures
{

struct Scene {
    QString name;
    void (*play)(PictureBook &book);
    bool inTheDark = false; // the guide shows it dark, too
};

QList<Scene> guideScenes(); // the guide's pictures
QList<Scene> lookScenes();  // what is hard to show well: long names, many lines, many stages

} // namespace quayside::pictures
