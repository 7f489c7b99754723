#include "app/screenplay.h"
#include "tests/gui/pictures/samples.h"
#include "tests/gui/pictures/scenes.h"
#include "ui/dockerfile/building/buildtimeline.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/findbar.h"

#include <QLineEdit>
#include <QTabWidget>

namespace quayside::pictures
{

using ui::StudioActions;

namespace
{

void takeLongNames(PictureBook &book)
{
    const QString folder = book.path(QStringLiteral("a-project-whose-folder-has-a-long-name"));
    writeLongNames(folder);
    writeFile(folder + QStringLiteral("/a-Dockerfile-with-a-long-name-for-one-of-many-services.Dockerfile"),
              longNames());
    book.drop(folder + QStringLiteral("/a-Dockerfile-with-a-long-name-for-one-of-many-services.Dockerfile"));
    book.drop(folder + QStringLiteral("/Dockerfile"));
    book.build();
    book.shoot(QStringLiteral("long-names"));
    book.chooseTab(book.studio().rightViews(), 1);
    book.chooseTab(book.studio().bottomViews()->shown()->findChild<QTabWidget *>(), 1);
    book.shoot(QStringLiteral("long-names-graph"));
    book.chooseTab(book.studio().rightViews(), 0);
}

void takeLongFile(PictureBook &book)
{
    const QString file = book.path(QStringLiteral("long/Dockerfile"));
    writeFile(file, longDockerfile());
    book.drop(file);
    book.pane().editor()->goTo(150);
    book.press(book.studio().actions()->action(StudioActions::Find));
    app::fillIn(book.pane().findBar()->findChild<QLineEdit *>(), QStringLiteral("echo 1"));
    app::pauseFor(200);
    book.shoot(QStringLiteral("long-file"));
    book.chooseTab(book.studio().rightViews(), 1);
    book.shoot(QStringLiteral("long-file-graph"));
    book.chooseTab(book.studio().rightViews(), 0);
}

void takeManyStages(PictureBook &book)
{
    const QString file = book.path(QStringLiteral("stages/Dockerfile"));
    writeFile(file, manyStages());
    book.drop(file);
    book.chooseTab(book.studio().rightViews(), 1);
    book.shoot(QStringLiteral("many-stages"));
    book.build();
    book.shoot(QStringLiteral("many-stages-built"));
    book.chooseTab(book.studio().rightViews(), 0);
}

// What is there before anything is: no folder, no instruction, nothing built.
void takeEmpty(PictureBook &book)
{
    book.press(book.studio().actions()->action(StudioActions::New));
    app::pauseFor(300);
    book.shoot(QStringLiteral("empty"));
    book.chooseTab(book.studio().rightViews(), 1);
    auto *tabs = book.panel().findChild<QTabWidget *>();
    for (int tab = 1; tab < tabs->count(); ++tab) {
        book.chooseTab(tabs, tab);
        book.shoot(QStringLiteral("empty-%1").arg(tab));
    }
    book.chooseTab(book.studio().rightViews(), 0);
}

// Both changed, and the file is gone.
void takeNotices(PictureBook &book)
{
    const QString file = book.path(QStringLiteral("shared/Dockerfile"));
    writeFile(file, "FROM busybox\n");
    book.drop(file);
    book.typeAt(QStringLiteral("FROM"), QStringLiteral("# mine\n"));
    writeFile(file, "FROM busybox\n# theirs\n");
    app::pauseFor(700);
    book.shoot(QStringLiteral("notice"));
}

} // namespace

QList<Scene> lookScenes()
{
    return {{QStringLiteral("empty"), takeEmpty},
            {QStringLiteral("notice"), takeNotices},
            {QStringLiteral("long-names"), takeLongNames},
            {QStringLiteral("long-file"), takeLongFile},
            {QStringLiteral("many-stages"), takeManyStages}};
}

} // namespace quayside::pictures
