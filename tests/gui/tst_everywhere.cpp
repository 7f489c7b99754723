// The whole window, page by page, tab by tab and dialog by dialog: whatever can be acted on has a name for a
// screen reader and a way by the keyboard, every text can be translated, and none is cut off in any language.
#include "tests/gui/walk/stations.h"
#include "tests/gui/walk/walk.h"
#include "tests/gui/windowtest.h"

#include "app/screenplay.h"

#include <QDir>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QSet>
#include <QTranslator>

using namespace quayside;

class tst_Everywhere : public WindowTest
{
    Q_OBJECT

    QList<QTranslator *> m_translators;

    // Something on every page: a container that runs, one that has failed, a network, a volume.
    void fill()
    {
        models::RunOptions options;
        options.image = image;
        options.name = QStringLiteral("walk-web");
        options.command = {"sh", "-c", "echo started; sleep 10000"};
        options.ports = {{"127.0.0.1", "", "80", "tcp"}};
        options.environment = {{"MODE", "walk"}};
        models::MountOption mount;
        mount.kind = models::MountOption::Kind::Volume;
        mount.source = QStringLiteral("walk-data");
        mount.target = QStringLiteral("/data");
        options.mounts = {mount};
        options.init = true;
        makeContainer(options);
        makeContainer("walk-failed", {"sh", "-c", "exit 3"}, false);
        actions()->run(ui::ContainerActions::Start, {row("walk-failed")->id});
        QTRY_VERIFY_WITH_TIMEOUT(isIn("walk-failed", models::ContainerState::Failed), 15'000);
    }

    // The window anew, as it is made by who starts it in that language.
    void reopen()
    {
        m_window.reset();
        m_session =
            std::make_unique<models::EngineSession>(m_engine.socketPath()); // its models have texts, too
        m_session->start();
        m_window = std::make_unique<ui::MainWindow>(m_session.get(), QString());
        m_window->resize(1180, 740);
        m_window->show();
        m_window->activateWindow();
        QTRY_VERIFY_WITH_TIMEOUT(m_window->containersPage()->table()->model()->rowCount() > 0, 20'000);
    }

    void install(QTranslator *translator)
    {
        QCoreApplication::installTranslator(translator);
        m_translators.append(translator);
    }

    // What comes from an engine is no text of ours: ids, paths, sizes, names of variables, of containers and
    // of what they are made of.
    [[nodiscard]] static bool isData(const QWidget *on, const QString &text)
    {
        static const QSet<QString> words{"busybox",    "bridge", "host",    "none",   "local", "true",
                                         "sh",         "linux",  "amd64",   "Docker", "Hub",   "Quayside",
                                         "Dockerfile", "walk",   "JSON",    "root",   "false", "web",
                                         "failed",     "latest", "default", "http",   "https"};
        static const QRegularExpression blank("[\\s:,()]+"), value("[0-9_/.@=\\-]"),
            variable("^[A-Z][A-Z_0-9]+$");
        // The engine's own words: of its storage, and why a registry does not answer.
        static const QRegularExpression engines("^(Mounted in|Layers|userxattr)(: .*)?$|^asking https://");
        if (engines.match(text).hasMatch() || on->parentWidget() == nullptr ||
            on->parentWidget()->inherits("quayside::ui::HopRow") || on->objectName() == u"message")
            return true;
        for (const QString &word : text.split(blank, Qt::SkipEmptyParts)) {
            if (!words.contains(word) && !value.match(word).hasMatch() && !variable.match(word).hasMatch())
                return false;
        }
        return true;
    }

    static void expectNone(const QStringList &faults)
    {
        for (const QString &fault : faults)
            qWarning("%s", qPrintable(fault)); // one message would be cut off
        QCOMPARE(faults.size(), 0);
    }
    static void check(const QStringList &faults, const QString &station, QStringList &all,
                      QSet<QString> &seen)
    {
        for (const QString &fault : faults) {
            if (!seen.contains(fault)) // said once, where it is first seen
                all.append(QStringLiteral("%1: %2").arg(station, fault));
            seen.insert(fault);
        }
    }

private slots:
    void initTestCase()
    {
        openWindow();
        fill();
    }
    void cleanupTestCase() { closeWindow(); }
    void cleanup()
    {
        m_window.reset();
        for (QTranslator *translator : std::as_const(m_translators)) {
            QCoreApplication::removeTranslator(translator);
            delete translator;
        }
        m_translators.clear();
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void allIsNamedAndByTr()
    {
        install(new walk::MarkingTranslator);
        reopen();
        QStringList faults;
        QSet<QString> seen;
        const int stations = walk::visitAll(*m_window, [&](QWidget *top, const QString &station) {
            check(walk::nameless(top), station, faults, seen);
            check(walk::untranslated(top, isData), station, faults, seen);
        });
        QVERIFY2(stations > 40, qPrintable(QString::number(stations)));
        expectNone(faults);
    }

    void allIsReachedByKeys()
    {
        reopen();
        QStringList faults;
        QSet<QString> seen;
        walk::visitAll(*m_window, [&](QWidget *top, const QString &station) {
            top->activateWindow();
            check(walk::unreachable(top), station, faults, seen);
        });
        check(walk::actionsWithoutKeys(m_window.get()), QStringLiteral("actions"), faults, seen);
        expectNone(faults);
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        const QDir translations(QStringLiteral(QUAYSIDE_TRANSLATIONS_DIR));
        const QStringList files = translations.entryList({"quayside_*.qm"}, QDir::Files);
        QVERIFY(files.size() >= 2);
        for (const QString &file : files) {
            const QString language = file.section('_', 1).section('.', 0, 0);
            QTest::newRow(qPrintable(language)) << language << Qt::LeftToRight;
        }
        QTest::newRow("from right to left") << "en" << Qt::RightToLeft;
    }
    void nothingIsCutOff()
    {
        QFETCH(QString, language);
        QFETCH(Qt::LayoutDirection, direction);
        auto *ours = new QTranslator;
        install(ours);
        QVERIFY(ours->load(QStringLiteral(QUAYSIDE_TRANSLATIONS_DIR "/quayside_%1.qm").arg(language)));
        auto *qts = new QTranslator;
        if (qts->load(QLocale(language), "qtbase", "_", QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
            install(qts);
        else
            delete qts;
        QApplication::setLayoutDirection(direction);
        reopen();
        if (qEnvironmentVariable("QT_QPA_PLATFORM").contains("hidpi"))
            QCOMPARE(m_window->devicePixelRatio(), 2.0);
        QStringList faults;
        QSet<QString> seen;
        walk::visitAll(*m_window, [&](QWidget *top, const QString &station) {
            check(walk::clipped(top), station, faults, seen);
        });
        expectNone(faults);
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_Everywhere>(argc, argv);
}
#include "tst_everywhere.moc"
