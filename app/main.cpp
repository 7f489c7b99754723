// quayside: the window.
#include "app/pageshots.h"
#include "app/signals.h"
#include "app/startuptrace.h"
#include "app/tour.h"

#include "models/system/enginechoices.h"
#include "models/system/enginesession.h"
#include "models/system/enginestarter.h"
#include "models/system/preferences.h"
#include "models/system/windowlog.h"
#include "ui/common/appearance.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/system/trayicon.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QScreen>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

#include <cstdio>

using namespace quayside;

namespace
{

struct Arguments {
    QString socketPath, enginePath, tourFolder, screenshotFolder;
};

void setUpNames(QApplication &application)
{
    application.setApplicationName(QStringLiteral("quayside"));
    application.setOrganizationName(QStringLiteral("quayside"));
    application.setApplicationDisplayName(QStringLiteral("Quayside"));
    application.setApplicationVersion(QStringLiteral(QUAYSIDE_VERSION));
    application.setDesktopFileName(QStringLiteral("org.quayside.Quayside"));
}

void setUpTranslations(QApplication &application)
{
    if (const QString chosen = models::Preferences::language(); !chosen.isEmpty())
        QLocale::setDefault(QLocale(chosen));
    if (QLocale().language() == QLocale::English || QLocale().language() == QLocale::C) {
        // English has plural forms, too: "1 line", "2 lines".
        auto *plurals = new QTranslator(&application);
        if (plurals->load(QStringLiteral(":/translations/quayside_en.qm")))
            application.installTranslator(plurals);
        return;
    }
    for (const QString &name : {QStringLiteral("qtbase"), QStringLiteral("quayside")}) {
        auto *translator = new QTranslator(&application);
        const QString folder = name == u"qtbase" ? QLibraryInfo::path(QLibraryInfo::TranslationsPath)
                                                 : QStringLiteral(":/translations");
        if (translator->load(QLocale(), name, QStringLiteral("_"), folder))
            application.installTranslator(translator);
    }
}

// Beside this program (a build), where an installation keeps it, else in PATH.
QString findEngine()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &path : {here + QStringLiteral("/quayside-engine"),
                                here + QStringLiteral("/../libexec/quayside/quayside-engine")}) {
        if (QFileInfo(path).isExecutable())
            return QDir::cleanPath(path);
    }
    return QStandardPaths::findExecutable(QStringLiteral("quayside-engine"));
}

// Options that take a folder or an address are refused when they make no sense: with exit code 2, as usual.
bool parseArguments(QApplication &application, Arguments &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Containers on your desktop."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption host(QStringLiteral("host"),
                                  QStringLiteral("Open the window on this engine: unix:///path/to/socket, "
                                                 "ssh://user@host or tcp://host:2376?certificates=/folder."),
                                  QStringLiteral("address"));
    const QCommandLineOption engine(QStringLiteral("engine"),
                                    QStringLiteral("Program that the button “Start the engine” starts."),
                                    QStringLiteral("path"));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        QStringLiteral("Play the first walk through the window; a picture of each step in this folder."),
        QStringLiteral("folder"));
    const QCommandLineOption shots(QStringLiteral("screenshot-pages"),
                                   QStringLiteral("A picture of each page, light and dark, in this folder."),
                                   QStringLiteral("folder"));
    parser.addOptions({host, engine, tour, shots});
    parser.process(application);
    QString address = parser.value(host);
    if (address.isEmpty())
        address = QSettings()
                      .value(QStringLiteral("engine/host"),
                             QStringLiteral("unix://") + QLatin1String(models::EngineStarter::defaultSocket))
                      .toString();
    const Result<QString> path = models::EngineChoices::parse(address);
    if (!path) {
        std::fprintf(stderr, "quayside: %s\n", path.error().message.c_str());
        return false;
    }
    arguments.socketPath = *path;
    arguments.enginePath = parser.isSet(engine) ? parser.value(engine) : findEngine();
    arguments.tourFolder = parser.value(tour);
    arguments.screenshotFolder = parser.value(shots);
    return true;
}

int runWindow(QApplication &application, const Arguments &arguments)
{
    models::EngineSession session(arguments.socketPath);
    session.start();
    ui::MainWindow window(&session, arguments.enginePath);
    window.setFirstPaintHook([&session] {
        app::traceStartup(
            QStringLiteral("first full paint, %1 containers").arg(session.containers()->rowCount()));
    });
    if (!arguments.tourFolder.isEmpty() || !arguments.screenshotFolder.isEmpty())
        window.resize(QSize(1280, 800).boundedTo(window.screen()->size()));
    app::traceStartup(QStringLiteral("window built"));
    const bool walks = !arguments.tourFolder.isEmpty() || !arguments.screenshotFolder.isEmpty();
    if (walks || !models::Preferences::startsInTray() || !window.trayIcon()->isShown())
        window.show();
    app::traceStartup(QStringLiteral("window shown"));
    if (!arguments.tourFolder.isEmpty())
        return app::playTour(session, window, arguments.tourFolder);
    if (!arguments.screenshotFolder.isEmpty())
        return app::takePageShots(session, window, arguments.screenshotFolder);
    app::endOnSignals(&application);
    return application.exec();
}

} // namespace

int main(int argc, char *argv[])
{
    app::traceStartup(QStringLiteral("libraries loaded"));
    QApplication application(argc, argv);
    app::traceStartup(QStringLiteral("connected to the display"));
    models::WindowLog::keep();
    setUpNames(application);
    Arguments arguments;
    if (!parseArguments(application, arguments))
        return 2;
    setUpTranslations(application);
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/quayside.svg")));
    ui::applyScheme(ui::savedScheme());
    return runWindow(application, arguments);
}
