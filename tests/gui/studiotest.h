// What the tests of the Dockerfile studio share beside the window: its parts, and hands for them.
#pragma once

#include "tests/gui/windowtest.h"

#include "ui/dockerfile/building/buildpanel.h"
#include "ui/dockerfile/cards/cardsview.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/graph/graphview.h"
#include "ui/dockerfile/studiopage.h"

#include <QTemporaryDir>

class QMenu;
class QPushButton;
class QToolButton;

class StudioTest : public WindowTest
{
protected:
    QTemporaryDir m_folder; // of the person's projects

    void openStudio(); // without drafts of an earlier test
    void showStudio(); // by its key
    void closeAll();   // files; what is not saved goes
    void closeDialogs();
    // Without a window manager nobody gives the window its keys back when a menu or list has gone.
    void activate();

    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QByteArray read(const QString &name) const; // "not there" where it is not

    [[nodiscard]] quayside::ui::StudioPage *studio() { return m_window->studioPage(); }
    [[nodiscard]] QString text() { return studio()->current()->file()->text(); }
    void run(quayside::ui::StudioActions::Verb verb) { studio()->actions()->action(verb)->trigger(); }
    // A new file with this text, the cursor at the "|" in it; and the same in a file of the folder.
    quayside::ui::FilePane *start(const QString &text);
    quayside::ui::FilePane *open(const QString &name, const QString &text);
    // Of the file in front; they are shown then.
    quayside::ui::CardsView *cards();
    quayside::ui::GraphView *graph();
    quayside::ui::BuildPanel *panel();

    // The visible button with that text, without "&"; nullptr where there is none.
    [[nodiscard]] static QPushButton *button(const QWidget *in, const QString &text);
    [[nodiscard]] static QToolButton *toolButton(const QWidget *in, const QAction *action);
    template <typename Dialog>
    [[nodiscard]] Dialog *openDialog() const
    {
        for (Dialog *dialog : m_window->findChildren<Dialog *>()) {
            if (dialog->isVisible())
                return dialog;
        }
        return nullptr;
    }

    // Moves to an entry of a menu that is open, and clicks.
    static void choose(QMenu *menu, QAction *entry);
    // By the mouse, in the menu of the button "Add".
    void addFromPalette(const QString &keyword);
    // In the form that is open. A line is done with Return, a text of several with Ctrl+Return.
    void fillField(const char *id, const QString &value);
    void clickCard(int row, bool twice = false);
    void saveAs(const QString &path); // the dialog that is open
    // Presses Build, and waits until what is said of the build is all there.
    void build(quayside::models::Operation::State expected = quayside::models::Operation::State::Succeeded);
};
