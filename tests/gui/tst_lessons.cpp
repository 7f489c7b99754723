// Every lesson, done in the window as a person does it: what only looks right must not count, what is right
// must. QUAYSIDE_LESSONS=id,id: only these. QUAYSIDE_PICTURES=folder: a picture of each.
#include "tests/gui/windowtest.h"

#include "models/client/containerfiles.h"
#include "models/learn/lessons/builtin.h"
#include "models/learn/lessons/lessonsession.h"
#include "ui/common/notice.h"
#include "ui/common/tabs.h"
#include "ui/learn/lessons/learnpage.h"
#include "ui/learn/lessons/lessonstepview.h"
#include "ui/learn/lessons/lessonview.h"
#include "ui/learn/lessons/mistakesdialog.h"
#include "ui/learn/lessons/shelfpage.h"
#include "ui/terminal/terminalpane.h"
#include "ui/terminal/terminalsession.h"

#include <QBuffer>
#include <QListWidget>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalSpy>
#include <QToolBar>
#include <QTreeWidget>
#include <qtermwidget.h>

using namespace quayside;
using models::Lesson;
using models::LessonDeed;
using models::LessonSession;
using models::MadeThing;
using ui::LessonView;
using ui::ShelfPage;

class tst_Lessons : public WindowTest
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    ui::LearnPage *learn() const { return m_window->learnPage(); }
    LessonView *view() const { return learn()->lesson(); }
    LessonSession *session() const { return view()->session(); }
    ui::TerminalSession *shell() const { return view()->terminal()->currentSession(); }
    QWidget *display() const { return shell()->terminal()->focusProxy(); }

    void write(const QString &name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    static QByteArray small(const char *id, const char *needs = "[]")
    {
        return QByteArray("---\nid: ") + id + "\ntitle: Small " + id +
               "\nsummary: A small one.\nneeds: " + needs +
               "\ncontainers:\n  - {name: box, run: busybox sleep infinity}\nsteps:\n  - check:\n      - "
               "file: {container: "
               "box, path: /made}\n    hint: Make it.\n    offers:\n      - {id: stop, label: Stop it, act: "
               "stop, "
               "container: box}\n  - {}\n---\nText.\n\n## Make it\n\nA [kernel](term:kernel).\n\n## Read "
               "it\n\nThat is "
               "all.\n";
    }
    void picture(const QString &name) const
    {
        if (const QString folder = qEnvironmentVariable("QUAYSIDE_PICTURES"); !folder.isEmpty())
            m_window->grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
    }

    // By the navigation and the list, as a person goes.
    void open(const QString &id)
    {
        m_window->activateWindow(); // a box may have been the active one
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        for (auto *list : m_window->findChildren<QListWidget *>()) {
            if (list->count() == ui::MainWindow::PageCount)
                QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                                  list->visualItemRect(list->item(ui::MainWindow::Learn)).center());
        }
        QVERIFY(learn()->isVisible());
        const Lesson *lesson = learn()->shelf()->find(id);
        QVERIFY2(lesson != nullptr, qPrintable(id));
        if (lesson->shelf != Lesson::Shelf::Lessons) {
            m_window->openLesson(id); // the time line's own test goes there by it
        } else {
            learn()->showShelf();
            learn()->tabs()->setCurrentWidget(learn()->shelfPage());
            learn()->shelfPage()->select(id);
            QTest::keyClick(learn()->shelfPage()->table(), Qt::Key_Return);
        }
        QTRY_VERIFY(view() != nullptr && view()->lessonId() == id && view()->isVisible());
        session()->setInterval(100);
    }
    void start()
    {
        QTRY_VERIFY2_WITH_TIMEOUT(view()->action(LessonView::Start)->isEnabled(),
                                  qPrintable(session()->obstacle()), 20'000);
        QSignalSpy failed(session(), &LessonSession::failed);
        view()->action(LessonView::Start)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session()->phase() == LessonSession::Phase::Started || !failed.isEmpty(),
                                 30'000);
        QVERIFY2(failed.isEmpty(), qPrintable(failed.value(0).value(0).toString()));
        if (view()->terminal() == nullptr)
            return;
        QTRY_VERIFY_WITH_TIMEOUT(shell() != nullptr && shell()->isRunning(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(hasPrompt(), 20'000);
    }
    void reset()
    {
        view()->action(LessonView::Reset)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(openBox() != nullptr || session()->phase() == LessonSession::Phase::Idle,
                                 20'000);
        if (QMessageBox *box = openBox())
            pressDestructive(box);
        QTRY_COMPARE_WITH_TIMEOUT(session()->phase(), LessonSession::Phase::Idle, 40'000);
    }
    QStringList left()
    {
        Lesson any;
        any.id = session()->lesson().id;
        models::MadeThings things(m_session->client(), any, {}, true);
        std::optional<QStringList> names;
        connect(&things, &models::MadeThings::found, this, [&](const QList<MadeThing> &list) {
            names.emplace();
            for (const MadeThing &thing : list)
                names->append(thing.name);
        });
        things.find();
        (void)QTest::qWaitFor([&] { return names.has_value(); }, 20'000);
        return names.value_or(QStringList("no answer"));
    }

    QString shown() const { return shell()->text().simplified().remove(u' '); }
    bool hasPrompt() const
    {
        const QString text = shell()->text().trimmed();
        return text.endsWith(u'#') || text.endsWith(u'$');
    }
    // Until the prompt is back; a program in the foreground keeps it.
    void type(const QString &line)
    {
        QTRY_VERIFY_WITH_TIMEOUT(shell() != nullptr && shell()->isRunning(), 20'000);
        const qsizetype before = shown().size(), more = line.simplified().remove(u' ').size();
        QTest::keyClicks(display(), line);
        QTest::keyClick(display(), Qt::Key_Return);
        (void)QTest::qWaitFor(
            [&] {
                return shell() == nullptr || !shell()->isRunning() ||
                       (shown().size() >= before + more && hasPrompt());
            },
            4000);
    }
    void press(int step, const QString &offer)
    {
        QPushButton *button = view()->step(step)->offerButton(offer);
        QVERIFY2(button != nullptr, qPrintable(offer));
        view()->text()->ensureWidgetVisible(button);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 20'000);
        QSignalSpy ended(session(), &LessonSession::offerEnded);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!ended.isEmpty(), 90'000);
        if (const QString problem = ended.value(0).value(1).toString(); !problem.isEmpty())
            qInfo("%s: %s", qPrintable(offer), qPrintable(problem));
    }
    void perform(int step, const LessonDeed &deed)
    {
        switch (deed.kind) {
        case LessonDeed::Kind::Type:
            type(deed.text);
            break;
        case LessonDeed::Kind::Key:
            QTest::keyClick(display(), Qt::Key(Qt::Key_A + deed.text.back().toLower().unicode() - 'a'),
                            Qt::ControlModifier);
            break;
        case LessonDeed::Kind::Offer:
            press(step, deed.text);
            break;
        case LessonDeed::Kind::Wait:
            QTRY_VERIFY2_WITH_TIMEOUT(
                shell()->text().contains(QRegularExpression(deed.text, QRegularExpression::MultilineOption)),
                qPrintable(deed.text + " in\n" + shell()->text()), 30'000);
            break;
        }
    }
    QString told() const
    {
        QString text = view()->step(session()->currentStep()) == nullptr
                           ? QString("over")
                           : view()->step(session()->currentStep())->statusText();
        if (view()->terminal() != nullptr && shell() != nullptr)
            text += u'\n' + shell()->text().right(1500);
        return text;
    }
    void doStep(int step)
    {
        const models::LessonStep &wanted = session()->lesson().steps[step];
        QCOMPARE(session()->currentStep(), step);
        if (wanted.check.isEmpty()) {
            for (QPushButton *button : view()->step(step)->findChildren<QPushButton *>()) {
                if (button->text().contains("read"))
                    QTest::mouseClick(button, Qt::LeftButton);
            }
            QCOMPARE(session()->currentStep(), step + 1);
            return;
        }
        QVERIFY2(!wanted.solve.isEmpty() && !wanted.fail.isEmpty(),
                 "a step that is checked has solve and fail");
        for (const LessonDeed &deed : wanted.fail)
            perform(step, deed);
        const int before = session()->checks();
        QTRY_VERIFY_WITH_TIMEOUT(session()->checks() >= before + 2 || session()->currentStep() != step,
                                 30'000);
        QVERIFY2(session()->currentStep() == step, qPrintable("what must not satisfy it did\n" + told()));
        for (const LessonDeed &deed : wanted.solve)
            perform(step, deed);
        QTRY_VERIFY2_WITH_TIMEOUT(session()->currentStep() > step, qPrintable(told()), 40'000);
    }

private slots:
    void initTestCase()
    {
        openWindow();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_session->hasFeature("xray"), 20'000);
    }
    void cleanupTestCase() { closeWindow(); }
    // After a failure: the next lesson begins on an empty table.
    void cleanup()
    {
        if (!QTest::currentTestFailed() || view() == nullptr)
            return;
        if (QMessageBox *box = openBox())
            box->reject();
        session()->reset();
        (void)QTest::qWaitFor([this] { return session()->phase() == LessonSession::Phase::Idle; }, 60'000);
    }

    void everyLesson_data()
    {
        QTest::addColumn<QString>("id");
        QStringList wanted = qEnvironmentVariable("QUAYSIDE_LESSONS").split(u',', Qt::SkipEmptyParts);
        if (wanted.isEmpty())
            wanted = models::builtInLessonIds();
        for (const QString &id : std::as_const(wanted))
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyLesson()
    {
        QFETCH(const QString, id);
        open(id);
        if (QTest::currentTestFailed())
            return;
        if (const QString obstacle = session()->obstacle(); obstacle.contains("lacks"))
            QFAIL(qPrintable(obstacle));
        start();
        for (int step = 0; step < session()->lesson().steps.size() && !QTest::currentTestFailed(); ++step) {
            doStep(step);
            if (step == 0)
                picture(id);
        }
        const bool failed = QTest::currentTestFailed();
        if (!failed)
            QVERIFY(session()->isOver());
        reset();
        QCOMPARE(left(), QStringList());
        QVERIFY(failed ||
                models::LessonProgress::doneSteps(session()->lesson()) == session()->lesson().steps.size());
    }

    void aFolderOfATeacherIsReadAndItsMistakesAreNamed()
    {
        write("good.md", small("good"));
        write("bad.md", small("bad")
                            .replace("busybox sleep", "--privileged busybox sleep")
                            .replace("act: stop", "act: explode"));
        learn()->showShelf();
        ShelfPage *list = learn()->shelfPage();
        list->loadFolder(m_folder.path());
        QVERIFY(learn()->shelf()->find("good") != nullptr);
        QVERIFY(learn()->shelf()->find("bad") == nullptr);
        QVERIFY(list->notice()->text().contains("2"));
        list->action(ShelfPage::Check)->trigger();
        auto *dialog = list->findChild<ui::MistakesDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QCOMPARE(dialog->list()->topLevelItemCount(), 2);
        QCOMPARE(dialog->list()->topLevelItem(0)->text(0), "bad.md");
        QCOMPARE(dialog->list()->topLevelItem(0)->text(1), "7");
        picture("mistakes");
        // It follows while the file is mended.
        write("bad.md", small("bad"));
        QTRY_COMPARE_WITH_TIMEOUT(dialog->list()->topLevelItemCount(), 0, 20'000);
        QVERIFY(learn()->shelf()->find("bad") != nullptr);
        dialog->reject();
    }

    void progressOutlastsTheWindow()
    {
        write("good.md", small("good"));
        learn()->shelfPage()->loadFolder(m_folder.path());
        open("good");
        start();
        QCOMPARE(session()->currentStep(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(!session()->containerId("box").isEmpty(), 20'000); // the list comes behind
        client::FilesOf box{.id = session()->containerId("box").toStdString()};
        QBuffer content;
        content.open(QIODevice::ReadWrite);
        std::optional<Result<std::string>> put;
        client::putFile(*m_session->client(), box, "/made", {}, &content, this, {},
                        [&](const Result<std::string> &done) { put = done; });
        QTRY_VERIFY_WITH_TIMEOUT(put.has_value(), 20'000);
        QVERIFY2(put->has_value(), put->has_value() ? "" : put->error().message.c_str());
        QTRY_COMPARE_WITH_TIMEOUT(session()->currentStep(), 1, 20'000);
        m_window.reset();
        m_window = std::make_unique<ui::MainWindow>(m_session.get(), QString());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        open("good");
        QCOMPARE(session()->phase(), LessonSession::Phase::Started);
        QCOMPARE(session()->currentStep(), 1);
        doStep(1);
        QVERIFY(session()->isOver());
        const QString csv = m_folder.filePath("progress.csv"), json = m_folder.filePath("progress.json");
        learn()->shelfPage()->exportTo(csv);
        learn()->shelfPage()->exportTo(json);
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(file.readAll());
        QVERIFY2(text.contains(QRegularExpression("\"good\",\"Small good\",1,\"Make it\",20[^,]+Z,\\d+")),
                 qPrintable(text));
        QVERIFY(QFile::exists(json));
        reset();
        QCOMPARE(left(), QStringList());
    }

    void whatIsLeftFromBeforeIsAskedAbout()
    {
        open("good");
        makeContainer("learn-good-box", {"sleep", "1000"});
        view()->action(LessonView::Start)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(openBox() != nullptr, 20'000);
        QVERIFY(openBox()->informativeText().contains("learn-good-box"));
        openBox()->button(QMessageBox::Cancel)->click();
        QCOMPARE(session()->phase(), LessonSession::Phase::Idle);
        QVERIFY(row("learn-good-box") != nullptr);
        view()->action(LessonView::Start)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(openBox() != nullptr && openBox()->isVisible(), 20'000);
        pressDestructive(openBox());
        QTRY_COMPARE_WITH_TIMEOUT(session()->phase(), LessonSession::Phase::Started, 40'000);
        // What only begins alike is somebody else's.
        makeContainer("learn-goodies", {"sleep", "1000"});
        reset();
        QVERIFY(row("learn-goodies") != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(row("learn-good-box") == nullptr, 20'000);
    }

    void aLessonThatNeedsMoreSaysSo()
    {
        write("more.md", small("more", "[xray, no-such-feature]"));
        learn()->shelfPage()->loadFolder(m_folder.path());
        open("more");
        QVERIFY(!view()->action(LessonView::Start)->isEnabled());
        QVERIFY(session()->obstacle().contains("no-such-feature"));
        QVERIFY(!session()->obstacle().contains("xray"));
        QVERIFY(view()->step(1) != nullptr); // it can be read
    }

    void aStepThatNeedsMoreCanBeRead()
    {
        write("lacking.md",
              small("lacking").replace("  - check:\n", "  - needs: [no-such-feature]\n    check:\n"));
        learn()->shelfPage()->loadFolder(m_folder.path());
        open("lacking");
        start();
        QCOMPARE(session()->currentStep(), 0);
        QVERIFY(session()->lesson().steps[0].hint.contains("machine"));
        QVERIFY(view()->step(0)->offerButton("stop") == nullptr);
        doStep(0); // by its button
        QCOMPARE(session()->currentStep(), 1);
        reset();
        QCOMPARE(left(), QStringList());
    }

    void isPresented()
    {
        open("good");
        const double before = view()->text()->widget()->font().pointSizeF();
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(!m_window->menuBar()->isVisible());
        QVERIFY(m_window->isFullScreen());
        QVERIFY(view()->text()->widget()->font().pointSizeF() > before * 1.35);
        const QPalette palette = view()->text()->widget()->palette();
        QCOMPARE(palette.color(QPalette::Text), QColor(Qt::black));
        QCOMPARE(palette.color(QPalette::Base), QColor(Qt::white));
        QTRY_VERIFY(view()->x() == 0 && view()->mapTo(m_window.get(), QPoint()).x() == 0); // laid out anew
        picture("presented");
        QTest::keyClick(view(), Qt::Key_Escape);
        QTRY_VERIFY(m_window->menuBar()->isVisible());
        QCOMPARE(view()->text()->widget()->font().pointSizeF(), before);
        QTest::keyClick(m_window.get(), Qt::Key_F11);
        QTRY_VERIFY(!m_window->menuBar()->isVisible());
        m_window->showPage(ui::MainWindow::Containers); // nobody is left without a menu
        QVERIFY(m_window->menuBar()->isVisible());
    }

    void aLessonIsOpenedFromElsewhere()
    {
        m_window->openLesson("pid-namespace");
        QCOMPARE(view()->lessonId(), "pid-namespace");
        m_window->openLesson("no such lesson");
        QVERIFY(learn()->shelfPage()->isVisible());
        learn()->shelfPage()->loadFolder({});
        QVERIFY(learn()->shelf()->find("good") == nullptr);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Lessons>(argc, argv);
}

#include "tst_lessons.moc"
