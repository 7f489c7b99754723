// --screenshot-pages: a picture of each page, light and dark, with what the engine has.
#pragma once

#include <QString>

namespace quayside::models
{
class EngineSession;
}
namespace quayside::ui
{
class MainWindow;
}

namespace quayside::app
{

// The program's exit code: 0 where every picture was written.
int takePageShots(models::EngineSession &session, ui::MainWindow &window, const QString &folder);

} // namespace quayside::app
