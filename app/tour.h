// --tour: the first walk of a user, through the real window, each step checked and pictured.
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

// One PNG for each step in `folder`, a line for each on standard output. The program's exit code: 0 only
// where every step held.
int playTour(models::EngineSession &session, ui::MainWindow &window, const QString &folder);

} // namespace quayside::app
