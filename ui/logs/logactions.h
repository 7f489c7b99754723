// How the actions and buttons of a log are made.
#pragma once

#include "ui/common/icons.h"

#include <QKeySequence>

class QAction;
class QToolButton;
class QWidget;

namespace quayside::ui
{

// Works where `owner` or what is in it has the focus.
QAction *makeLogAction(QWidget *owner, Symbol symbol, const QString &text, const QString &toolTip,
                       const QKeySequence &keys = {});
QToolButton *makeLogButton(QAction *action, QWidget *parent);

} // namespace quayside::ui
