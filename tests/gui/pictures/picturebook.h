// The window that the pictures are of, on an engine of its own, and what a person does in it.
#pragma once

#include "tests/gui/realengine.h"

#include "models/system/enginesession.h"
#include "ui/common/appearance.h"
#include "ui/dockerfile/building/buildpanel.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/studiopage.h"
#include "ui/mainwindow/mainwindow.h"

#include <QTabWidget>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace quayside::pictures
{

struct Wanted {
    QString folder;                                 // of the pictures
    QString prefix = QStringLiteral("dockerfiles"); // of their names
    QList<ui::Scheme> schemes{ui::Scheme::Light, ui::Scheme::Dark};
    QSize size{1280, 800};
    QStringList only; // names of scenes; empty: all
};

class PictureBook
{
public:
    explicit PictureBook(const Wanted &wanted);

    // Engine and window are there, with the image that the samples are built on.
    [[nodiscard]] bool open();

    [[nodiscard]] ui::MainWindow &window() { return *m_window; }
    [[nodiscard]] ui::StudioPage &studio() { return *m_window->studioPage(); }
    [[nodiscard]] ui::FilePane &pane() { return *studio().current(); }
    [[nodiscard]] ui::BuildPanel &panel();
    [[nodiscard]] models::EngineSession &session() { return *m_session; }
    [[nodiscard]] QString path(const QString &name) const { return m_files.filePath(name); }

    void drop(const QString &file); // on the page; it is open then
    void closeAll();                // files, without a question
    void press(QAction *action);    // its button, where it has one on the screen
    void chooseTab(QTabWidget *tabs, int index);
    void drag(QSplitter *splitter, int handle, int by);     // pixels
    void build();                                           // and waits for its end
    void typeAt(const QString &place, const QString &text); // before the first `place` in the text
    void hoverOver(QWidget *widget, const QPoint &point);   // until its tool tip is there

    // The pictures from here on are in this folder of theirs.
    void beginChapter(const QString &folder);
    // Makes the picture <prefix>-<name>.png, and -dark.png of the dark palette where that is wanted. What
    // is not there is a failure.
    void shoot(const QString &name);
    void expect(bool holds, const char *what); // says what is not as it should be in the pictures
    [[nodiscard]] bool wants(const QString &scene) const
    {
        return m_wanted.only.isEmpty() || m_wanted.only.contains(scene);
    }
    void setDarkWanted(bool wanted) { m_darkWanted = wanted; } // of those schemes that are wanted at all
    [[nodiscard]] bool isGood() const { return m_good; }

private:
    RealEngine m_engine;
    QTemporaryDir m_files{QStringLiteral("/var/tmp/quayside-pictures-XXXXXX")};
    Wanted m_wanted;
    QString m_chapter; // the folder that the next picture is in
    std::unique_ptr<models::EngineSession> m_session;
    std::unique_ptr<ui::MainWindow> m_window;
    bool m_good = true, m_darkWanted = true;
};

} // namespace quayside::pictures
