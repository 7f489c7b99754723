#include "tests/gui/pictures/pages/learn.h"

#include "app/screenplay.h"
#include "models/learn/lessons/lessonsession.h"
#include "ui/common/tabs.h"
#include "ui/containers/containeractions.h"
#include "ui/containers/containerdetails.h"
#include "ui/containers/containerspage.h"
#include "ui/learn/launch/launchpane.h"
#include "ui/learn/lessons/learnpage.h"
#include "ui/learn/lessons/lessonview.h"
#include "ui/learn/timeline/timelinepage.h"
#include "ui/learn/xraypane.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QAction>
#include <QTreeView>

namespace quayside::pictures
{

using app::aSecond;
using ui::ContainerDetails;
using ui::LaunchPane;
using ui::LessonView;
using ui::MainWindow;

namespace
{

using Phase = models::LessonSession::Phase;

// Laid out, with the first step done by `line`.
void shootLesson(PictureBook &book, const QString &id, const QString &line)
{
    if (!book.wants(QStringLiteral("learn")))
        return;
    book.window().openLesson(id);
    LessonView *view = book.window().learnPage()->lesson();
    models::LessonSession *session = view->session();
    app::waitUntil([&] { return view->action(LessonView::Start)->isEnabled(); }, 10 * aSecond);
    view->action(LessonView::Start)->trigger();
    book.expect(app::waitUntil([&] { return session->phase() == Phase::Started; }, 60 * aSecond),
                "the lesson can be laid out");
    const auto shell = [&] {
        return view->terminal() != nullptr ? view->terminal()->currentSession() : nullptr;
    };
    if (!line.isEmpty()) {
        book.expect(app::waitUntil([&] { return shell() != nullptr && shell()->isRunning(); }, 20 * aSecond),
                    "the lesson has a shell");
        app::pauseFor(aSecond);
        shell()->type(line + u'\n');
        book.expect(app::waitUntil([&] { return session->currentStep() > 0; }, 20 * aSecond),
                    "the step is done");
        app::pauseFor(aSecond);
    }
    book.shoot(QStringLiteral("lesson-") + id);
    session->reset();
    app::waitUntil([&] { return session->phase() == Phase::Idle; }, 40 * aSecond);
}

void shootPage(PictureBook &book)
{
    book.window().showPage(MainWindow::Learn);
    app::pauseFor(aSecond / 2);
    if (book.wants(QStringLiteral("learn")))
        book.shoot(QStringLiteral("learn"));
    if (!book.wants(QStringLiteral("timeline")))
        return;
    ui::LearnPage *page = book.window().learnPage();
    page->tabs()->setCurrentWidget(page->timeline());
    app::pauseFor(aSecond / 2);
    book.shoot(QStringLiteral("timeline"));
}

const models::ContainerRow *firstOf(PictureBook &book, bool running)
{
    for (const models::ContainerRow &row : book.session().containers()->rows()) {
        if (row.isRunning() == running)
            return &row;
    }
    return nullptr;
}

void shootXray(PictureBook &book)
{
    const models::ContainerRow *row = firstOf(book, true);
    book.expect(row != nullptr, "a container runs");
    if (row == nullptr)
        return;
    const auto show = [&](bool host) {
        book.window().containersPage()->select(row->id);
        ContainerDetails *details = book.window().containerDetails();
        details->showTab(ContainerDetails::Xray);
        details->hostBeside()->setChecked(host);
        app::waitUntil([&] { return details->xrayPane()->hasHost() == host; }, 10 * aSecond);
        app::pauseFor(2 * aSecond);
        if (host) { // the rooms; what else runs on this computer is nobody's business
            QTreeView *view = details->xrayPane()->view();
            view->collapseAll();
            view->expand(view->model()->index(0, 0));
        }
    };
    for (const bool host : {false, true}) {
        const QString name = host ? QStringLiteral("xray-host") : QStringLiteral("xray");
        if (!book.wants(name))
            continue;
        show(host);
        book.shoot(name);
    }
    book.window().containerDetails()->hostBeside()->setChecked(false);
}

void shootLaunch(PictureBook &book)
{
    const models::ContainerRow *row = firstOf(book, false);
    book.expect(row != nullptr, "a container does not run");
    if (row == nullptr || !book.wants(QStringLiteral("launch")))
        return;
    const QString id = row->id;
    book.window().containersPage()->select(id);
    book.window().containersPage()->actions()->run(ui::ContainerActions::StepByStep, {id});
    LaunchPane *pane = book.window().containerDetails()->launchPane();
    for (int step = 0; step < 11; ++step) {
        if (app::waitUntil(
                [&] {
                    pane = book.window().containerDetails()->launchPane();
                    return pane != nullptr && pane->action(LaunchPane::Next)->isEnabled();
                },
                10 * aSecond))
            pane->action(LaunchPane::Next)->trigger();
        app::pauseFor(aSecond / 3);
    }
    book.expect(pane != nullptr && pane->follower()->isHeld(), "the launch is held");
    app::pauseFor(aSecond);
    book.shoot(QStringLiteral("launch"));
    if (pane != nullptr)
        pane->action(LaunchPane::Abort)->trigger();
    app::pauseFor(aSecond);
}

} // namespace

void shootLearning(PictureBook &book)
{
    shootPage(book);
    shootLesson(book, QStringLiteral("pid-namespace"), QStringLiteral("sleep 1111 &"));
    shootLesson(book, QStringLiteral("chroot"), {});
    shootLesson(book, QStringLiteral("layers"), {});
    book.window().showPage(MainWindow::Containers);
    shootXray(book);
    shootLaunch(book);
}

} // namespace quayside::pictures
