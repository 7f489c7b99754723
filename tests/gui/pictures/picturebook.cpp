#include "tests/gui/pictures/picturebook.h"

#include "app/screenplay.h"
#include "ui/dockerfile/editor/codeeditor.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QImage>
#include <QMimeData>
#include <QSplitter>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QToolTip>

#include <cstdio>
#include <set>

namespace quayside::pictures
{

using app::aSecond;
using app::waitUntil;

namespace
{

// A picture of a window has many colours; an empty one has one or two.
bool isPicture(const QString &path, const QSize &atLeast)
{
    const QImage image(path);
    if (image.width() < atLeast.width() || image.height() < atLeast.height())
        return false;
    std::set<QRgb> colors;
    for (int y = 0; y < image.height() && colors.size() < 20; y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    }
    return colors.size() >= 20;
}

} // namespace

PictureBook::PictureBook(const Wanted &wanted) : m_wanted(wanted), m_chapter(wanted.folder) {}

bool PictureBook::open()
{
    if (!m_engine.start()) {
        std::fprintf(stderr, "the engine does not start:\n%s\n", qPrintable(m_engine.log()));
        return false;
    }
    m_session = std::make_unique<models::EngineSession>(m_engine.socketPath());
    m_session->start();
    m_window = std::make_unique<ui::MainWindow>(m_session.get(), QString());
    m_window->resize(m_wanted.size);
    ui::applyScheme(m_wanted.schemes.first());
    m_window->show();
    m_window->showPage(ui::MainWindow::Dockerfiles);
    return QDir().mkpath(m_wanted.folder) &&
           waitUntil(
               [this] {
                   for (const models::ImageRow &row : m_session->images()->rows()) {
                       if (row.reference() == u"busybox:latest")
                           return m_session->hasFeature(QStringLiteral("build-folder"));
                   }
                   return false;
               },
               40 * aSecond);
}

ui::BuildPanel &PictureBook::panel()
{
    return *qobject_cast<ui::BuildPanel *>(studio().bottomViews()->shown());
}

void PictureBook::drop(const QString &file)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file)});
    const QPoint middle = studio().rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&studio(), &enter);
    QDropEvent drop(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&studio(), &drop);
    expect(studio().current() != nullptr && studio().current()->file()->path() == file, "the file is open");
    app::pauseFor(300); // its folder is read
}

void PictureBook::closeAll()
{
    QToolTip::hideText();
    for (ui::FilePane *pane : studio().panes()) {
        pane->discard();
        pane->file()->startNew(QStringLiteral("Dockerfile"), QString());
        pane->editor()->setFirstText(QString());
        studio().closeFile(pane);
    }
    waitUntil([this] { return studio().panes().isEmpty(); }, aSecond);
    m_window->activateWindow(); // a dialog may have been: shortcuts are of the active one
}

void PictureBook::press(QAction *action)
{
    for (QObject *object : action->associatedObjects()) {
        auto *button = qobject_cast<QToolButton *>(object);
        if (button != nullptr && button->isVisible())
            return app::click(button);
    }
    action->trigger();
}

void PictureBook::chooseTab(QTabWidget *tabs, int index)
{
    app::clickAt(tabs->tabBar(), tabs->tabBar()->tabRect(index).center());
    app::pauseFor(100);
}

void PictureBook::drag(QSplitter *splitter, int handle, int by)
{
    QWidget *grip = splitter->handle(handle);
    const QPoint from = grip->rect().center(),
                 way = splitter->orientation() == Qt::Horizontal ? QPoint(by, 0) : QPoint(0, by);
    QTest::mousePress(grip, Qt::LeftButton, {}, from);
    QTest::mouseMove(grip, from + way);
    QTest::mouseRelease(grip, Qt::LeftButton, {}, grip->mapFromGlobal(grip->mapToGlobal(from)));
    app::pauseFor(50);
}

void PictureBook::build()
{
    press(panel().action(ui::BuildPanel::Build));
    const auto ended = [this] {
        const models::BuildOperation *operation = panel().operation();
        return operation != nullptr && !operation->isRunning();
    };
    expect(waitUntil(ended, 60 * aSecond), "the build has ended");
    app::pauseFor(400); // what it made is asked for
}

void PictureBook::typeAt(const QString &place, const QString &text)
{
    ui::CodeEditor *editor = pane().editor();
    const QTextCursor found = editor->document()->find(place);
    expect(!found.isNull(), "the place to type at");
    QTextCursor cursor(editor->document());
    cursor.setPosition(found.selectionStart());
    editor->setTextCursor(cursor);
    editor->setFocus(Qt::OtherFocusReason);
    app::typeText(editor, text);
}

void PictureBook::hoverOver(QWidget *widget, const QPoint &point)
{
    QHelpEvent help(QEvent::ToolTip, point, widget->mapToGlobal(point));
    QApplication::sendEvent(widget, &help);
    expect(waitUntil([] { return QToolTip::isVisible(); }, 2 * aSecond), "a tool tip");
}

void PictureBook::beginChapter(const QString &folder)
{
    m_chapter = m_wanted.folder + u'/' + folder;
    expect(QDir().mkpath(m_chapter), "the folder of the pictures");
}

void PictureBook::shoot(const QString &name)
{
    for (const ui::Scheme scheme : m_wanted.schemes) {
        if (scheme == ui::Scheme::Dark && !m_darkWanted)
            continue;
        ui::applyScheme(scheme);
        const QString file = QStringLiteral("%1/%2-%3%4.png")
                                 .arg(m_chapter, m_wanted.prefix, name,
                                      scheme == ui::Scheme::Dark ? QStringLiteral("-dark") : QString());
        const bool taken = app::takePicture(m_window.get(), file, true) && isPicture(file, m_wanted.size);
        std::fprintf(stderr, "%s%s\n", qPrintable(file), taken ? "" : ": no picture");
        m_good = m_good && taken;
    }
    ui::applyScheme(m_wanted.schemes.first());
}

void PictureBook::expect(bool holds, const char *what)
{
    if (!holds)
        std::fprintf(stderr, "not there: %s\n", what);
    m_good = m_good && holds;
}

} // namespace quayside::pictures
