// studio_pictures FOLDER: the pictures of the Dockerfile studio, made in the real window on an engine of its
// own.
#include "tests/gui/pictures/language.h"
#include "tests/gui/pictures/scenes.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace quayside;
using pictures::Scene;
using pictures::Wanted;

namespace
{

struct Options {
    Wanted wanted;
    QString language;
    bool looks = false, smoke = false;
};

bool parse(const QApplication &application, Options &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Pictures of the Dockerfile studio, light and dark."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where they are written."));
    const QCommandLineOption only(
        QStringLiteral("only"), QStringLiteral("This scene (several may be given)."), QStringLiteral("name"));
    const QCommandLineOption looks(
        QStringLiteral("looks"),
        QStringLiteral("Also what is hard to show well: long names and files, many stages."));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the window, as 900x600."),
                                  QStringLiteral("WxH"), QStringLiteral("1280x800"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("Of the window: en, de, fr."),
                                      QStringLiteral("code"), QStringLiteral("en"));
    const QCommandLineOption smoke(
        QStringLiteral("smoke"),
        QStringLiteral("The guide's pictures, light, in a folder that is removed: do they come?"));
    parser.addOptions({only, looks, size, language, smoke});
    parser.process(application);
    const QStringList numbers = parser.value(size).split(u'x');
    options.smoke = parser.isSet(smoke);
    options.looks = parser.isSet(looks);
    options.language = parser.value(language);
    options.wanted.only = parser.values(only);
    options.wanted.size = {numbers.value(0).toInt(), numbers.value(1).toInt()};
    options.wanted.folder = parser.positionalArguments().value(0);
    if (options.smoke)
        options.wanted.schemes = {ui::Scheme::Light};
    return (options.smoke || !options.wanted.folder.isEmpty()) && !options.wanted.size.isEmpty();
}

int takePictures(const Options &options)
{
    pictures::PictureBook book(options.wanted);
    if (!book.open()) {
        std::fprintf(stderr, "the window on the engine cannot be opened\n");
        return 1;
    }
    const QList<Scene> scenes =
        pictures::guideScenes() + (options.looks ? pictures::lookScenes() : QList<Scene>());
    for (const Scene &scene : scenes) {
        if (!book.wants(scene.name))
            continue;
        book.setDarkWanted(options.looks || scene.inTheDark);
        scene.play(book);
        book.closeAll();
    }
    return book.isGood() ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    if (const QString missing = RealEngine::missing(); !missing.isEmpty()) {
        std::printf("SKIP: missing %s\n", qPrintable(missing));
        return 77;
    }
    const pictures::OwnSettings own;
    QApplication application(argc, argv);
    pictures::nameApplication();
    Options options;
    if (!parse(application, options)) {
        std::fprintf(stderr, "studio_pictures: where to? See --help.\n");
        return 2;
    }
    const QTemporaryDir scratch;
    if (options.smoke)
        options.wanted.folder = scratch.path();
    pictures::speak(QLocale(options.language));
    return takePictures(options);
}
