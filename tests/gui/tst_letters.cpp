// One key, one thing, in every language of the window: two of the same letter behind & in one place would
// only move the focus to and fro.
#include "tests/gui/windowtest.h"

#include "ui/builds/builddialog.h"
#include "ui/common/tabs.h"
#include "ui/containers/rundialog.h"
#include "ui/dockerfile/filepane.h"
#include "ui/dockerfile/studiopage.h"
#include "ui/images/baseimagedialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLibraryInfo>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTranslator>

using namespace quayside;
using models::ContainerState;

class tst_Letters : public WindowTest
{
    Q_OBJECT

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators;

    void speak(const QString &language)
    {
        for (const auto &[name, folder] :
             {std::pair(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)),
              std::pair(QStringLiteral("quayside"), QStringLiteral(QUAYSIDE_TRANSLATIONS_DIR))}) {
            auto &translator = m_translators.emplace_back(std::make_unique<QTranslator>());
            const QString file = QStringLiteral("%1_%2").arg(name, language);
            if (translator->load(file, folder))
                QCoreApplication::installTranslator(translator.get());
            else
                QVERIFY2(name == u"qtbase", qPrintable(file)); // Qt's own texts may not be installed
        }
    }
    // Goes on after a clash, so that one run tells all of them.
    static void checkOnePerLetter(const QString &where, const QStringList &texts)
    {
        QMap<QString, QStringList> found;
        for (const QString &text : texts) {
            if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
                found[key.toString()].append(text);
        }
        for (const QStringList &same : std::as_const(found)) {
            if (same.size() > 1)
                m_clashes.append(QStringLiteral("%1: %2").arg(where, same.join(QStringLiteral(" / "))));
        }
    }
    // What a letter behind & does something to while the widget is shown.
    static QStringList textsIn(const QWidget *window)
    {
        QStringList texts;
        for (const QTabBar *bar : window->findChildren<QTabBar *>()) {
            for (int tab = 0; bar->isVisible() && tab < bar->count(); ++tab)
                texts.append(bar->tabText(tab));
        }
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                texts.append(button->text());
        }
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy() != nullptr)
                texts.append(label->text());
        }
        return texts;
    }
    void checkWindow(const QString &where) const
    {
        QStringList texts = textsIn(m_window.get());
        for (const QAction *action : m_window->menuBar()->actions())
            texts.append(action->text());
        checkOnePerLetter(where, texts);
    }
    static void checkMenu(const QString &where, const QMenu *menu)
    {
        QStringList texts;
        for (const QAction *action : menu->actions()) {
            texts.append(action->text());
            if (action->menu() != nullptr)
                checkMenu(QStringLiteral("%1 > %2").arg(where, action->text()), action->menu());
        }
        checkOnePerLetter(where, texts);
    }
    // With each of its tabs in front once.
    static void checkDialog(QWidget *dialog)
    {
        QVERIFY(dialog != nullptr && dialog->isVisible());
        for (QToolButton *more : dialog->findChildren<QToolButton *>("more"))
            more->setChecked(true);
        auto *tabs = dialog->findChild<QTabWidget *>();
        for (int tab = 0; tabs != nullptr && tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            checkOnePerLetter(QStringLiteral("%1 > %2").arg(dialog->windowTitle(), tabs->tabText(tab)),
                              textsIn(dialog));
        }
        if (tabs == nullptr)
            checkOnePerLetter(dialog->windowTitle(), textsIn(dialog));
        delete dialog;
    }
    // With a file, its bar that replaces, and each view of it in front once.
    void checkStudio()
    {
        ui::StudioPage *studio = m_window->studioPage();
        ui::FilePane *pane = studio->newFile("Dockerfile", "FROM busybox\n");
        studio->actions()->action(ui::StudioActions::Replace)->trigger();
        for (QToolButton *more : studio->findChildren<QToolButton *>("more"))
            more->setChecked(true);
        for (ui::Tabs *tabs : studio->findChildren<ui::Tabs *>()) {
            for (int tab = 0; tabs->isVisible() && tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                checkWindow("studio > " + tabs->tabText(tab));
            }
        }
        pane->discard();
        studio->closeFile(pane);
        if (QMessageBox *asked = openBox())
            pressDestructive(asked);
    }

    static inline QStringList m_clashes;

private slots:
    void initTestCase()
    {
        openWindow();
        makeContainer("talker", {"sleep", "1000"});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("talker", ContainerState::Running), 20'000);
    }
    void cleanupTestCase() { closeWindow(); }
    void init() { m_clashes.clear(); }
    void cleanup() { m_translators.clear(); }

    void everyLetterMeansOneThing_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "fr"})
            QTest::newRow(language) << language;
    }
    void everyLetterMeansOneThing()
    {
        QFETCH(const QString, language);
        m_window.reset();
        speak(language);
        m_window = std::make_unique<ui::MainWindow>(m_session.get(), QString());
        m_window->show();
        for (int shown = 0; shown < ui::MainWindow::PageCount; ++shown) {
            m_window->showPage(ui::MainWindow::Page(shown));
            if (shown == ui::MainWindow::Containers)
                page()->select(row("talker")->id);
            checkWindow(QStringLiteral("page %1").arg(shown));
            if (shown == ui::MainWindow::Dockerfiles)
                checkStudio();
        }
        for (const QAction *menu : m_window->menuBar()->actions())
            checkMenu(menu->text(), menu->menu());
        checkDialog(m_window->openRunDialog());
        checkDialog(m_window->openBuildDialog());
        checkDialog(m_window->openBaseImageDialog());
        QVERIFY2(m_clashes.isEmpty(), qPrintable('\n' + m_clashes.join('\n')));
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Letters>(argc, argv);
}

#include "tst_letters.moc"
