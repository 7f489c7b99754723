// What a terminal session is to be.
#pragma once

#include <QString>

namespace quayside::ui
{

struct TerminalStart {
    enum class What { Shell, Attach, Debug } what = What::Shell;
    QString shell;  // a path; "": the image's bash where it has one, else its sh
    QString user;   // "": the container's own
    QString folder; // "": the container's own
};

} // namespace quayside::ui
