#include "tests/gui/pictures/scenes.h"

#include "app/screenplay.h"
#include "models/images/contenttree.h"
#include "tests/gui/pictures/samples.h"
#include "ui/common/tabs.h"
#include "ui/dockerfile/assistant/assistant.h"
#include "ui/dockerfile/building/buildhistory.h"
#include "ui/dockerfile/building/buildtimeline.h"
#include "ui/dockerfile/building/triedstep.h"
#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/cardlist.h"
#include "ui/dockerfile/cards/cardsview.h"
#include "ui/dockerfile/context/contextview.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/templatedialog.h"
#include "ui/images/contentview.h"
#include "ui/terminal/terminalsession.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTest>
#include <QToolTip>
#include <QTreeWidget>

namespace quayside::pictures
{

using app::aSecond;
using app::waitUntil;
using ui::BuildPanel;
using ui::StudioActions;

namespace
{

enum RightView { Cards, Graph };

// A divider that was moved for what is shown goes back.
struct Room {
    Room(PictureBook &book, const QString &name, int handle, int by)
        : m_splitter(book.studio().findChild<QSplitter *>(name)), m_sizes(m_splitter->sizes())
    {
        book.drag(m_splitter, handle, by);
    }
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;
    ~Room() { m_splitter->setSizes(m_sizes); }

private:
    QSplitter *m_splitter;
    QList<int> m_sizes;
};

void openShop(PictureBook &book)
{
    const QString folder = book.path(QStringLiteral("shop"));
    if (QFile::exists(folder)) // its files are as they were
        writeFile(folder + QStringLiteral("/Dockerfile"), shopDockerfile());
    else
        writeShop(folder);
    book.drop(book.path(QStringLiteral("shop/Dockerfile")));
}

void takeFirstPage(PictureBook &book)
{
    book.shoot(QStringLiteral("first"));
}

void takeTemplates(PictureBook &book)
{
    book.press(book.studio().actions()->action(StudioActions::NewFromTemplate));
    auto *dialog = book.studio().findChild<ui::TemplateDialog *>();
    book.expect(dialog != nullptr, "the dialog of templates");
    if (dialog == nullptr)
        return;
    app::pressKey(dialog->findChild<QComboBox *>(QStringLiteral("template")), Qt::Key_Down);
    app::fillIn(dialog->findChild<QLineEdit *>(QStringLiteral("folder")), QStringLiteral("/srv/hello"));
    book.shoot(QStringLiteral("template"));
    dialog->reject();
    app::pauseFor(50);
}

void takeText(PictureBook &book)
{
    const QString file = book.path(QStringLiteral("tools/Dockerfile"));
    writeFile(file, faultyDockerfile());
    book.drop(file);
    QAbstractItemView *popup = book.pane().assistant()->completer()->popup();
    book.typeAt(QStringLiteral("MAINTAINER"), QStringLiteral("\n"));
    app::pressKey(book.pane().editor(), Qt::Key_Up);
    app::typeText(book.pane().editor(), QStringLiteral("HEALTHCHECK --"));
    book.expect(waitUntil([&] { return popup->isVisible(); }, 2 * aSecond), "proposals");
    app::pauseFor(300);
    book.shoot(QStringLiteral("text"));
    app::pressKey(popup, Qt::Key_Escape);
    app::pressKey(book.pane().editor(), Qt::Key_Z, Qt::ControlModifier);
}

// The explanation of what the pointer rests on.
void takeHover(PictureBook &book)
{
    const QString file = book.path(QStringLiteral("tools/Dockerfile"));
    writeFile(file, faultyDockerfile());
    book.drop(file);
    ui::CodeEditor *editor = book.pane().editor();
    app::pauseFor(500);
    const QTextCursor word = editor->document()->find(QStringLiteral("MAINTAINER"));
    book.hoverOver(editor->viewport(), editor->placeOf(word).center() - QPoint(20, 0));
    book.shoot(QStringLiteral("hover"));
}

void takeCards(PictureBook &book)
{
    openShop(book);
    const Room room(book, QStringLiteral("views"), 1, -150);
    book.chooseTab(book.studio().rightViews(), Cards);
    auto *cards = qobject_cast<ui::CardsView *>(book.studio().rightViews()->shown());
    book.expect(cards != nullptr, "cards");
    if (cards == nullptr)
        return;
    app::clickAt(cards->list()->viewport(), cards->list()->visualRect(cards->model()->index(2)).center());
    cards->list()->setFocus(Qt::MouseFocusReason);
    QTest::keyClick(cards->list(), Qt::Key_Return); // a shortcut
    book.expect(waitUntil([&] { return cards->form() != nullptr; }, aSecond), "the fields of a card");
    app::pauseFor(200);
    book.shoot(QStringLiteral("cards"));
}

void takeGraph(PictureBook &book)
{
    openShop(book);
    const Room room(book, QStringLiteral("views"), 1, -200);
    book.chooseTab(book.studio().rightViews(), Graph);
    book.build();
    app::pauseFor(300);
    book.shoot(QStringLiteral("graph"));
    book.chooseTab(book.studio().rightViews(), Cards);
}

// What the last build did, and which lines an edit makes it do again.
void takeGutter(PictureBook &book)
{
    openShop(book);
    book.build();
    book.typeAt(QStringLiteral("; gzip -k logo"), QStringLiteral("; ls"));
    const auto shaded = [&] {
        const models::InstructionFacts *facts = book.panel().facts()->factsAt(5);
        return facts != nullptr && facts->isStale();
    };
    book.expect(waitUntil(shaded, 5 * aSecond), "a line that will run again");
    const ui::CodeEditor *editor = book.pane().editor();
    book.hoverOver(editor->gutter(), QPoint(12, editor->placeOf(editor->textCursor()).center().y()));
    app::pauseFor(aSecond);
    book.shoot(QStringLiteral("gutter"));
}

void takeTimeline(PictureBook &book)
{
    openShop(book);
    const QString changed =
        QString::fromUtf8(shopDockerfile()).replace(QStringLiteral("sleep "), QStringLiteral("sleep 0"));
    writeFile(book.path(QStringLiteral("shop/Dockerfile")), changed.toUtf8());
    app::pauseFor(500);
    book.build();
    ui::BuildTimeline *timeline = book.panel().timeline();
    app::clickAt(timeline->viewport(), timeline->barOf(7).center());
    book.shoot(QStringLiteral("timeline"));
}

void takeFailedStep(PictureBook &book)
{
    openShop(book);
    writeFile(book.path(QStringLiteral("shop/Dockerfile")), failingDockerfile());
    app::pauseFor(500);
    book.build();
    ui::TriedStep *tried = book.panel().triedStep();
    if (!waitUntil([&] { return tried->terminal() != nullptr; }, aSecond) &&
        tried->enterButton()->isVisible())
        app::click(tried->enterButton());
    book.expect(waitUntil([&] { return tried->terminal() != nullptr && tried->terminal()->isRunning(); },
                          20 * aSecond),
                "a shell in the failed step");
    if (tried->terminal() == nullptr)
        return;
    tried->terminal()->type(QStringLiteral("ls -l /srv\n"));
    book.expect(waitUntil([&] { return tried->terminal()->text().contains(QStringLiteral("style.css")); },
                          10 * aSecond),
                "what the shell answers");
    book.expect(waitUntil([&] { return tried->files()->rowCount() > 0; }, 10 * aSecond), "changed files");
    if (auto *files = tried->findChild<ui::ContentView *>())
        files->expandToDepth(0);
    app::pauseFor(300);
    book.shoot(QStringLiteral("failed"));
}

void takeComparison(PictureBook &book)
{
    openShop(book);
    book.build();
    writeFile(book.path(QStringLiteral("shop/Dockerfile")),
              shopDockerfile().replace("date > /srv/built.txt", "date -u > /srv/built.txt"));
    app::pauseFor(500);
    book.build();
    ui::BuildHistory *history = book.panel().history();
    auto *tabs = book.panel().findChild<ui::Tabs *>();
    book.chooseTab(tabs, tabs->indexOf(history));
    book.expect(waitUntil([&] { return history->list()->topLevelItemCount() >= 2; }, 5 * aSecond),
                "two builds");
    app::clickAt(history->list()->viewport(),
                 history->list()->visualItemRect(history->list()->topLevelItem(0)).center());
    history->list()->setFocus(Qt::OtherFocusReason);
    app::pressKey(history->list(), Qt::Key_Down, Qt::ShiftModifier);
    book.expect(waitUntil([&] { return history->comparison()->topLevelItemCount() > 0; }, 5 * aSecond),
                "a comparison");
    book.shoot(QStringLiteral("compare"));
}

void takeOptions(PictureBook &book)
{
    openShop(book);
    auto *tabs = book.panel().findChild<ui::Tabs *>();
    book.chooseTab(tabs, tabs->count() - 1);
    book.shoot(QStringLiteral("options"));
}

void takeContext(PictureBook &book)
{
    openShop(book);
    const Room room(book, QStringLiteral("columns"), 1, 190);
    auto *context = qobject_cast<ui::ContextView *>(book.studio().leftViews()->shown());
    book.expect(context != nullptr && waitUntil([&] { return context->tree()->rowCount() > 0; }, 5 * aSecond),
                "the folder of the build");
    if (context == nullptr)
        return;
    for (auto *table : context->findChildren<QTreeView *>())
        table->expandToDepth(0);
    app::pauseFor(200);
    book.shoot(QStringLiteral("context"));
}

} // namespace

QList<Scene> guideScenes()
{
    return {{QStringLiteral("first"), takeFirstPage},
            {QStringLiteral("template"), takeTemplates},
            {QStringLiteral("text"), takeText, true},
            {QStringLiteral("hover"), takeHover},
            {QStringLiteral("cards"), takeCards, true},
            {QStringLiteral("gutter"), takeGutter, true}, // the first build: nothing is cached
            {QStringLiteral("graph"), takeGraph, true},
            {QStringLiteral("context"), takeContext},
            {QStringLiteral("options"), takeOptions},
            {QStringLiteral("timeline"), takeTimeline},
            {QStringLiteral("failed"), takeFailedStep, true},
            {QStringLiteral("compare"), takeComparison}};
}

} // namespace quayside::pictures
