// From an empty window to a running web page, and on to layers and a registry, without a character of
// Dockerfile typed: by buttons, cards and forms.
#include "tests/gui/studiotest.h"
#include "tests/gui/testregistry.h"

#include "app/screenplay.h"
#include "ui/builds/buildform.h"
#include "ui/common/placeholder.h"
#include "ui/containers/rowseditor.h"
#include "ui/containers/rundialog.h"
#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/fieldchoices.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/templatedialog.h"
#include "ui/images/imagedetails.h"
#include "ui/images/imagespage.h"
#include "ui/images/layerspane.h"
#include "ui/images/pushdialog.h"

#include <QComboBox>
#include <QDir>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>

using namespace quayside;
using models::ContainerState;
using ui::BuildPanel;
using ui::StudioActions;

namespace
{

// Counts what is typed into a widget.
class Keys : public QObject
{
public:
    explicit Keys(QWidget *of) { of->installEventFilter(this); }
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::KeyPress || event->type() == QEvent::InputMethod ? 1 : 0;
        return false;
    }
};

} // namespace

class tst_StudioWeb : public StudioTest
{
    Q_OBJECT

    TestRegistry m_registry;
    QString m_registryPlace; // "127.0.0.1:1234"

    void startEmpty()
    {
        auto *first = studio()->findChild<ui::Placeholder *>();
        QTRY_VERIFY(first->isVisible());
        QTRY_VERIFY(button(first, "New Dockerfile") != nullptr);
        QTest::mouseClick(button(first, "New Dockerfile"), Qt::LeftButton);
        QVERIFY(studio()->current() != nullptr && cards() != nullptr);
    }
    // The tab of the build panel with that name.
    void openTab(const QString &name)
    {
        auto *tabs = panel()->findChild<QTabWidget *>();
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab).remove(u'&') == name)
                QTest::mouseClick(tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(tab).center());
        }
        QVERIFY(panel()->form()->isVisible() == (name == "Options"));
    }
    void press(BuildPanel::Verb verb)
    {
        const auto place = [&] { return toolButton(panel(), panel()->action(verb)); };
        QTRY_VERIFY(place() != nullptr && place()->isEnabled());
        QTest::mouseClick(place(), Qt::LeftButton);
    }
    void setOption(const QString &field, const QString &value)
    {
        openTab("Options");
        auto *edit = panel()->form()->findChild<QWidget *>(field);
        QVERIFY(edit != nullptr && edit->isVisible());
        app::fillIn(edit, value);
    }
    // By the panel's button, with the port that the dialog proposes: what the page says. "": none.
    void runIt(const QString &name, QString *page)
    {
        press(BuildPanel::Run);
        ui::RunDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = openDialog<ui::RunDialog>()) != nullptr);
        auto *ports = dialog->findChild<ui::PortsEditor *>();
        QTRY_VERIFY(!ports->ports().isEmpty()); // from the image's EXPOSE
        const int port = ports->ports().first().hostPort.toInt();
        QVERIFY(port > 0);
        app::fillIn(dialog->findChild<QLineEdit *>("name"), name);
        QTest::mouseClick(dialog->findChild<QPushButton *>("run"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isIn(name, ContainerState::Running), 30'000);
        QString error;
        QTRY_VERIFY2_WITH_TIMEOUT(!(*page = app::httpGet(port, "/", &error)).isEmpty(), qPrintable(error),
                                  20'000);
        showStudio();
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_registry.start());
        m_registryPlace = m_registry.open();
        openStudio();
    }
    void cleanupTestCase() { closeWindow(); }
    void cleanup()
    {
        closeDialogs();
        showStudio();
        closeAll();
    }

    void fromAnEmptyWindowToAWebPage()
    {
        write("shop/index.html", "<h1>The shop is open</h1>\n");
        startEmpty();
        Keys typed(studio()->current()->editor()), typedInside(studio()->current()->editor()->viewport());
        QTest::mouseClick(cards()->findChild<QPushButton *>("start"), Qt::LeftButton);
        fillField("image", "busybox");
        QTest::mouseClick(toolButton(studio(), studio()->actions()->action(StudioActions::Save)),
                          Qt::LeftButton);
        saveAs(at("shop/Dockerfile"));
        addFromPalette("COPY");
        chooseFile("index.html");
        fillField("destination", "/www/");
        addFromPalette("RUN");
        fillField("command", "echo '<p>Made while building</p>' >> /www/index.html");
        addFromPalette("EXPOSE");
        fillField("ports", "8080");
        addFromPalette("CMD");
        fillField("command", "httpd -f -p 8080 -h /www");
        QTest::mouseClick(cards()->form()->findChild<QPushButton *>("done"), Qt::LeftButton);
        QCOMPARE(text(), "FROM busybox\nCOPY index.html /www/\n"
                         "RUN echo '<p>Made while building</p>' >> /www/index.html\nEXPOSE 8080\n"
                         "CMD [\"httpd\", \"-f\", \"-p\", \"8080\", \"-h\", \"/www\"]\n");
        setOption("name", "shop:1");
        build();
        QString page;
        runIt("shop", &page);
        QVERIFY2(page.contains("The shop is open") && page.contains("Made while building"), qPrintable(page));
        QCOMPARE(typed.count + typedInside.count, 0);
    }

    void fromATemplateToAWebPage()
    {
        QTRY_VERIFY(button(studio(), "New from a template…") != nullptr);
        QTest::mouseClick(button(studio(), "New from a template…"), Qt::LeftButton);
        auto *dialog = openDialog<ui::TemplateDialog>();
        QVERIFY(dialog != nullptr);
        auto *box = dialog->findChild<QComboBox *>("template");
        box->setFocus();
        while (box->currentData().toString() != "static" && box->currentIndex() + 1 < box->count())
            QTest::keyClick(box, Qt::Key_Down);
        app::fillIn(dialog->findChild<QLineEdit *>("folder"), at("site"));
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY(studio()->current() != nullptr);
        setOption("arguments", "BASE=busybox"); // Docker Hub may be out of reach
        build();
        QString page;
        runIt("site", &page);
        QVERIFY2(page.contains("<html", Qt::CaseInsensitive), qPrintable(page));
    }

    // On from what the first test has built.
    void thenToItsLayersAndToARegistry()
    {
        QVERIFY(studio()->openFile(at("shop/Dockerfile")) != nullptr);
        QTRY_VERIFY(panel() != nullptr && panel()->action(BuildPanel::Layers)->isEnabled());
        // The image has another name, too: it goes under the one that was built.
        m_session->client()->tagImage("shop:1", "another", "1", this, {});
        QTRY_VERIFY_WITH_TIMEOUT(hasImage("another:1"), 10'000);
        press(BuildPanel::Layers);
        QTRY_VERIFY(m_window->imagesPage()->isVisible());
        QCOMPARE(m_window->imagesPage()->currentKey(), keyOf("shop:1"));
        ui::LayersPane *layers = m_window->imageDetails()->showLayers();
        QTRY_VERIFY(layers->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(layers->layers()->rowCount() >= 4, 15'000); // whole, busybox, COPY, RUN
        showStudio();
        press(BuildPanel::Push);
        ui::PushDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = openDialog<ui::PushDialog>()) != nullptr);
        auto *name = dialog->findChild<QLineEdit *>("name");
        QVERIFY2(name->text().contains("shop:1"), qPrintable(name->text()));
        const QString wanted = m_registryPlace + "/team/shop:1";
        app::fillIn(name, wanted);
        QTest::mouseClick(dialog->findChild<QPushButton *>("push"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(dialog->operation() != nullptr && !dialog->operation()->isRunning(), 30'000);
        QVERIFY2(dialog->operation()->state() == models::Operation::State::Succeeded,
                 qPrintable(dialog->operation()->detail()));
        QString error;
        const QString tags =
            app::httpGet(m_registryPlace.section(u':', -1).toInt(), "/v2/team/shop/tags/list", &error);
        QVERIFY2(tags.contains("\"1\""), qPrintable(tags + error));
        dialog->reject();
        showStudio();
    }

    // Layers are asked for while the list of images does not have it yet: they are its own, not those of
    // what was selected.
    void whatIsBuiltIsShownAsSoonAsItIsListed()
    {
        write("quick/Dockerfile", "FROM busybox\nRUN echo quick > /quick\n");
        QVERIFY(studio()->openFile(at("quick/Dockerfile")) != nullptr);
        setOption("name", "quick:1");
        press(BuildPanel::Build);
        QVERIFY(panel()->operation() != nullptr);
        const QMetaObject::Connection finished =
            connect(panel()->operation(), &models::Operation::finished, this, [this] {
                QVERIFY(!hasImage("quick:1"));
                panel()->action(BuildPanel::Layers)->trigger();
            });
        QTRY_VERIFY_WITH_TIMEOUT(
            !keyOf("quick:1").isEmpty() && m_window->imagesPage()->currentKey() == keyOf("quick:1"), 30'000);
        QVERIFY(disconnect(finished));
        showStudio();
    }

    // Who has not saved yet is not sent away: Build asks where, and goes on.
    void buildAsksWhereToSave()
    {
        QVERIFY(QDir(m_folder.path()).mkpath("late"));
        startEmpty();
        QTest::mouseClick(cards()->findChild<QPushButton *>("start"), Qt::LeftButton);
        fillField("image", "busybox");
        press(BuildPanel::Build);
        saveAs(at("late/Dockerfile"));
        QTRY_VERIFY_WITH_TIMEOUT(panel()->operation() != nullptr && !panel()->operation()->isRunning(),
                                 60'000);
        QCOMPARE(panel()->operation()->state(), models::Operation::State::Succeeded);
        QCOMPARE(read("late/Dockerfile"), QByteArray("FROM busybox\n"));
        QTRY_VERIFY(hasImage("late:latest"));
    }

private:
    // In the menu of the project's files.
    void chooseFile(const QString &name)
    {
        auto *open = cards()->form()->findChild<QPushButton *>("chooseFiles");
        QVERIFY(open != nullptr && open->isVisible());
        QTimer::singleShot(0, open, [open = QPointer(open), name] {
            const QPointer<QMenu> menu = open->menu();
            QAction *file = nullptr;
            const bool listed = QTest::qWaitFor([&] {
                for (QAction *action : menu != nullptr ? menu->actions() : QList<QAction *>())
                    file = action->text() == name ? action : file;
                return file != nullptr;
            });
            if (listed)
                choose(menu, file);
            if (menu != nullptr)
                menu->close();
        });
        QTest::mouseClick(open, Qt::LeftButton);
        activate();
        QTRY_COMPARE(cards()->form()->findChild<QPlainTextEdit *>("sources")->toPlainText(), name);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_StudioWeb>(argc, argv);
}

#include "tst_studioweb.moc"
