// Acting on real widgets as a person does, and waiting for what follows. Shared by the tour and the page
// pictures.
#pragma once

#include <QString>
#include <QWidget>

#include <functional>

namespace quayside::app
{

constexpr int aSecond = 1000; // in milliseconds

// Handles events until `holds`, at most that long. Returns whether it holds.
bool waitUntil(const std::function<bool()> &holds, int milliseconds);
void pauseFor(int milliseconds);

// Synthesised input; the widget must be visible. Combined key presses go to the widget that has the focus
// within it.
void click(QWidget *widget);
void clickAt(QWidget *widget, const QPoint &point);
void typeText(QWidget *widget, const QString &text);
void pressKey(QWidget *widget, int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
// Empties a line edit by keys and types into it.
void fillIn(QWidget *lineEdit, const QString &text);

// The dialog of this kind that is open on the window; nullptr where none is.
template <typename Dialog>
Dialog *openDialog(const QWidget &window)
{
    for (Dialog *dialog : window.findChildren<Dialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

// A picture of the window with the dialogs and menus that stand before it, and tool tips where they are
// wanted. False: it could not be written.
bool takePicture(QWidget *window, const QString &fileName, bool withToolTips = false);

// GET over a plain socket, without anything of the window in between. The body; "" and *error where it
// failed.
QString httpGet(int port, const QString &path, QString *error);
int freePort(int wanted);

} // namespace quayside::app
