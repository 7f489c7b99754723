// The way through the whole window: every page, every tab, and every dialog that a menu opens.
#pragma once

#include "ui/mainwindow/mainwindow.h"

#include <QString>

#include <functional>

namespace quayside::walk
{

// `look` is called with what is to be looked at, the window or a dialog, and where that is.
using Look = std::function<void(QWidget *top, const QString &station)>;

// Selects the first row of each page. Dialogs are those of the actions whose text ends in an ellipsis, as the
// platform's guidelines have it; they are closed without having done anything. File dialogs are Qt's own, and
// only closed. Returns the number of stations.
int visitAll(ui::MainWindow &window, const Look &look);

} // namespace quayside::walk
