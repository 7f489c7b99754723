// The Dockerfile studio in the window: typing and what helps with it, saving, changes by others, what
// outlives a program that is killed. Started with a file, this program is the one that is killed.
#include "tests/gui/windowtest.h"

#include "models/dockerfile/files/drafts.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/dockerfile/assistant/assistant.h"
#include "ui/dockerfile/assistant/outlineview.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/findbar.h"
#include "ui/dockerfile/editor/folds.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/studiopage.h"
#include "ui/dockerfile/templatedialog.h"
#include "ui/images/imagespage.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace quayside;
using ui::FilePane;
using ui::StudioActions;

namespace
{

int typeUntilKilled(const QString &path)
{
    QStandardPaths::setTestModeEnabled(true);
    FilePane pane;
    if (!pane.open(path))
        return 1;
    pane.show();
    QTest::keyClicks(pane.editor(), "# typed and not saved ");
    std::puts("typed");
    std::fflush(stdout);
    return QApplication::exec();
}

} // namespace

class tst_Studio : public WindowTest
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString at(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &text) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(at(name)).path()));
        QFile file(at(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    [[nodiscard]] ui::StudioPage *studio() { return m_window->studioPage(); }
    void run(StudioActions::Verb verb) { studio()->actions()->action(verb)->trigger(); }
    // A new file with this text, the cursor at the "|" in it.
    FilePane *start(const QString &text)
    {
        FilePane *pane = studio()->newFile("Dockerfile", QString(text).remove(u'|'));
        QTextCursor cursor(pane->editor()->document());
        cursor.setPosition(int(std::max(qsizetype(0), text.indexOf(u'|'))));
        pane->editor()->setTextCursor(cursor);
        return pane;
    }
    static QPushButton *button(const QWidget *in, const QString &text)
    {
        for (QPushButton *button : in->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().remove(u'&') == text)
                return button;
        }
        return nullptr;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QDir(models::Draft::ownFolder()).removeRecursively();
        openWindow();
        m_window->resize(1200, 800);
        m_window->showPage(ui::MainWindow::Dockerfiles);
    }
    void cleanupTestCase() { closeWindow(); }
    void cleanup()
    {
        for (FilePane *pane : studio()->panes()) {
            pane->discard();
            pane->file()->startNew("Dockerfile", QString());
            pane->editor()->setFirstText(QString());
            studio()->closeFile(pane);
        }
        QTRY_COMPARE(studio()->panes().size(), 0);
    }

    void saysWhatToDoFirst()
    {
        auto *first = studio()->findChild<ui::Placeholder *>();
        QTRY_VERIFY(first->isVisible());
        QVERIFY(button(first, "New from a template…") != nullptr);
        QTest::mouseClick(button(first, "New Dockerfile"), Qt::LeftButton);
        QVERIFY(studio()->current() != nullptr);
        QTRY_VERIFY(!first->isVisible());
    }

    void makesFilesFromATemplate()
    {
        run(StudioActions::NewFromTemplate);
        auto *dialog = studio()->findChild<ui::TemplateDialog *>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        dialog->setTemplate("static");
        dialog->findChild<QLineEdit *>("folder")->setText(at("site"));
        QTest::mouseClick(dialog->findChild<QPushButton *>("accept"), Qt::LeftButton);
        QVERIFY(studio()->current() != nullptr);
        QCOMPARE(studio()->current()->file()->path(), at("site/Dockerfile"));
        QVERIFY(QFile::exists(at("site/site/index.html")));
        QVERIFY(studio()->current()->editor()->squiggles().empty());
    }

    void completesWhatIsTyped()
    {
        FilePane *pane = start("FROM scratch AS base\n|");
        QTest::keyClicks(pane->editor(), "wor");
        QAbstractItemView *popup = pane->assistant()->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QCOMPARE(popup->currentIndex().data().toString(), QStringLiteral("WORKDIR"));
        QTest::keyClick(popup, Qt::Key_Return);
        QVERIFY2(pane->file()->text().contains("\nWORKDIR"), qPrintable(pane->file()->text()));
        QTRY_VERIFY(!popup->isVisible());
        // Asked for: the stages of this file.
        QTextCursor cursor = pane->editor()->textCursor();
        cursor.insertText("/x\nFROM ");
        pane->editor()->setTextCursor(cursor);
        run(StudioActions::Complete);
        QTRY_VERIFY(popup->isVisible());
        bool base = false;
        for (int row = 0; row < popup->model()->rowCount(); ++row)
            base = base || popup->model()->index(row, 0).data().toString() == u"base";
        QVERIFY(base);
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!popup->isVisible());
    }

    void fixesAProblem()
    {
        FilePane *pane = start("from scratch\nMAINT|AINER me\n");
        QTRY_VERIFY(pane->editor()->markColor(1).isValid());
        run(StudioActions::Fix);
        QMenu *menu = nullptr;
        QTRY_VERIFY((menu = pane->editor()->findChild<QMenu *>()) != nullptr && menu->isVisible());
        menu->actions().first()->trigger();
        menu->close();
        QVERIFY2(!pane->file()->text().contains("MAINTAINER"), qPrintable(pane->file()->text()));
        run(StudioActions::Undo);
        QCOMPARE(pane->file()->text(), QStringLiteral("from scratch\nMAINTAINER me\n"));
    }

    void renamesEverywhere()
    {
        FilePane *pane = start("FROM scratch AS ba|se\nFROM scratch\nCOPY --from=base /a /b\n");
        run(StudioActions::Rename);
        QDialog *dialog = nullptr;
        for (QDialog *open : pane->findChildren<QDialog *>())
            dialog = open->isVisible() ? open : dialog;
        QVERIFY(dialog != nullptr);
        auto *name = dialog->findChild<QLineEdit *>("name");
        name->setText("no name");
        QTest::mouseClick(dialog->findChild<QPushButton *>("accept"), Qt::LeftButton);
        QVERIFY(dialog->isVisible()); // says why not
        name->setText("first");
        QTest::mouseClick(dialog->findChild<QPushButton *>("accept"), Qt::LeftButton);
        QCOMPARE(pane->file()->text(),
                 QStringLiteral("FROM scratch AS first\nFROM scratch\nCOPY --from=first /a /b\n"));
        run(StudioActions::Undo);
        QVERIFY(pane->file()->text().contains("AS base"));
    }

    void goesToTheDefinition()
    {
        FilePane *pane = start("FROM scratch AS base\nFROM scratch\nCOPY --from=ba|se /a /b\n");
        run(StudioActions::Definition);
        QCOMPARE(pane->editor()->textCursor().blockNumber(), 0);
        QCOMPARE(pane->editor()->textCursor().selectedText(), QStringLiteral("base"));
    }

    void formats()
    {
        FilePane *pane = start("from scratch\nCMD   [\"a\"]\n");
        run(StudioActions::Format);
        QCOMPARE(pane->file()->text(), QStringLiteral("FROM scratch\nCMD [\"a\"]\n"));
    }

    void foldsAndOutlines()
    {
        FilePane *pane = start("FROM scratch AS one\nRUN a \\\n  b\n|FROM scratch\nCMD c\n");
        QTRY_VERIFY(pane->editor()->folds()->startsAt(1));
        run(StudioActions::FoldAll);
        QVERIFY(!pane->editor()->document()->findBlockByNumber(2).isVisible());
        auto *outline = studio()->findChild<ui::OutlineView *>();
        QCOMPARE(outline->topLevelItemCount(), 2);
        QVERIFY(outline->topLevelItem(0)->text(0).contains("one"));
        emit outline->itemActivated(outline->topLevelItem(0)->child(0), 0);
        QCOMPARE(pane->editor()->textCursor().blockNumber(), 1);
        QVERIFY(pane->editor()->document()->findBlockByNumber(1).isVisible());
    }

    void savesAndMarksWhatIsNot()
    {
        write("app/Dockerfile", "FROM scratch\r\nCMD a\r\n");
        FilePane *pane = studio()->openFile(at("app/Dockerfile"));
        auto *tabs = studio()->findChild<QTabWidget *>("files");
        QVERIFY(!tabs->tabText(0).contains(u'•'));
        pane->editor()->goTo(1, 5);
        QTest::keyClicks(pane->editor(), "b");
        QVERIFY(tabs->tabText(0).contains(u'•'));
        run(StudioActions::Save);
        QVERIFY(!tabs->tabText(0).contains(u'•'));
        QCOMPARE(read("app/Dockerfile"), QByteArray("FROM scratch\r\nCMD ab\r\n"));
        QCOMPARE(studio()->openFile(at("app/Dockerfile")), pane); // once
        write("web/Dockerfile", "FROM scratch\n");
        studio()->openFolder(at("web"));
        QCOMPARE(studio()->panes().size(), 2);
        QVERIFY(tabs->tabText(0).contains("app") && tabs->tabText(1).contains("web"));
        run(StudioActions::NextFile);
        QCOMPARE(studio()->current(), pane);
        QTest::mouseClick(tabs->tabBar(), Qt::MiddleButton, {}, tabs->tabBar()->tabRect(1).center());
        QCOMPARE(studio()->panes().size(), 1);
    }

    // The next one comes in front while the tabs still change.
    void closesOneOfSeveral()
    {
        for (const char *name :
             {"many/Dockerfile", "many/.dockerignore", "many/compose.yaml", "more/Dockerfile"}) {
            write(name, "# one of several\n");
            QVERIFY(studio()->openFile(at(name)) != nullptr);
        }
        studio()->showFile(studio()->panes().at(1));
        for (int left = 3; left >= 0; --left) {
            run(StudioActions::Close);
            QCOMPARE(studio()->panes().size(), left);
            QCoreApplication::processEvents();
            QVERIFY(left == 0 || studio()->current()->isVisible());
        }
    }

    void asksBeforeChangesAreLost()
    {
        write("asked", "x\n");
        FilePane *pane = studio()->openFile(at("asked"));
        QTest::keyClicks(pane->editor(), "y");
        run(StudioActions::Close);
        QTRY_VERIFY(openBox() != nullptr);
        QCOMPARE(studio()->panes().size(), 1);
        pressDestructive(openBox());
        QTRY_COMPARE(studio()->panes().size(), 0);
        QCOMPARE(read("asked"), QByteArray("x\n"));
    }

    void takesOrAsksAboutChangesOfOthers()
    {
        write("shared/Dockerfile", "FROM a\n");
        FilePane *pane = studio()->openFile(at("shared/Dockerfile"));
        write("shared/Dockerfile", "FROM theirs\n");
        QTRY_COMPARE(pane->file()->text(), QStringLiteral("FROM theirs\n"));
        QCOMPARE(pane->editor()->text(), QStringLiteral("FROM theirs\n"));
        QTest::keyClicks(pane->editor(), "#mine ");
        write("shared/Dockerfile", "FROM third\n");
        QTRY_VERIFY(button(pane, "Keep mine") != nullptr);
        QVERIFY(button(pane, "Compare…") != nullptr);
        run(StudioActions::Save);
        QCOMPARE(read("shared/Dockerfile"), QByteArray("FROM third\n"));
        QTest::mouseClick(button(pane, "Take theirs"), Qt::LeftButton);
        QTRY_COMPARE(pane->editor()->text(), QStringLiteral("FROM third\n"));
        QVERIFY(!pane->file()->isModified());
    }

    void opensWhatCannotBeChanged()
    {
        write("latin/Dockerfile", "# \xfc\nFROM a\n");
        FilePane *pane = studio()->openFile(at("latin/Dockerfile"));
        QVERIFY(pane->notice()->isVisible());
        QTest::keyClicks(pane->editor(), "x");
        run(StudioActions::Comment);
        QVERIFY(!pane->file()->isModified());
        write("large", QByteArray(5'000'000, 'x'));
        QVERIFY(studio()->openFile(at("large")) == nullptr);
        QVERIFY(studio()->notice()->text().contains("4 MiB"));
    }

    void bringsBackWhatAKilledProgramHadNotSaved()
    {
        write("killed/Dockerfile", "FROM a\n");
        QProcess other;
        other.start(QCoreApplication::applicationFilePath(), {"--type-into", at("killed/Dockerfile")});
        QVERIFY(other.waitForReadyRead(20'000));
        QTRY_VERIFY(!QDir(models::Draft::ownFolder()).entryList({"*.draft"}).isEmpty());
        other.kill();
        QVERIFY(other.waitForFinished());
        QCOMPARE(read("killed/Dockerfile"), QByteArray("FROM a\n"));
        ui::StudioPage next(m_session.get()); // as the next start makes it
        FilePane *found = nullptr;
        for (FilePane *pane : next.panes()) {
            if (pane->file()->path() == at("killed/Dockerfile"))
                found = pane;
        }
        QVERIFY(found != nullptr);
        QVERIFY(found->file()->isModified());
        QVERIFY(found->editor()->text().startsWith("# typed and not saved"));
        QVERIFY(found->save());
        QCOMPARE(read("killed/Dockerfile"), QByteArray("# typed and not saved FROM a\n"));
        QTRY_VERIFY(QDir(models::Draft::ownFolder()).entryList({"*.draft"}).isEmpty());
    }

    void worksWithoutAnEngine()
    {
        m_window->showPage(ui::MainWindow::Dockerfiles);
        FilePane *pane = start("|");
        m_engine.stop();
        QTRY_COMPARE_WITH_TIMEOUT(m_session->state(), models::EngineSession::State::Absent, 20'000);
        QVERIFY(pane->editor()->isVisible());
        m_window->showPage(ui::MainWindow::Images);
        QVERIFY(!m_window->imagesPage()->isVisible());
        m_window->showPage(ui::MainWindow::Dockerfiles);
        QVERIFY(pane->editor()->isVisible());
    }
};

int main(int argc, char *argv[])
{
    if (argc == 3 && qstrcmp(argv[1], "--type-into") == 0) {
        QApplication application(argc, argv);
        QApplication::setApplicationName("quayside-gui-test");
        QApplication::setOrganizationName("quayside");
        return typeUntilKilled(QString::fromLocal8Bit(argv[2]));
    }
    return WindowTest::runTest<tst_Studio>(argc, argv);
}
#include "tst_studio.moc"
