// page_pictures FOLDER: every page of the window with nothing, a few and very many rows (FOLDER/pages), and
// what is there to learn with (FOLDER/learn), light and dark, on an engine of its own.
#include "app/screenplay.h"
#include "tests/gui/pictures/language.h"
#include "tests/gui/pictures/pages/crowd.h"
#include "tests/gui/pictures/pages/learn.h"
#include "tests/gui/pictures/picturebook.h"
#include "tests/gui/pictures/samples.h"
#include "ui/common/table.h"
#include "ui/containers/containerdetails.h"
#include "ui/dockerfile/studiopage.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>

using namespace quayside;
using pictures::PictureBook;
using ui::MainWindow;

namespace
{

struct Options {
    pictures::Wanted wanted;
    QString language;
    int many = 1000;
    bool smoke = false;
};

const QList<std::pair<MainWindow::Page, QString>> &pages()
{
    static const QList<std::pair<MainWindow::Page, QString>> all{
        {MainWindow::Containers, QStringLiteral("containers")},
        {MainWindow::Images, QStringLiteral("images")},
        {MainWindow::Dockerfiles, QStringLiteral("dockerfiles")},
        {MainWindow::Builds, QStringLiteral("builds")},
        {MainWindow::Networks, QStringLiteral("networks")},
        {MainWindow::Volumes, QStringLiteral("volumes")},
        {MainWindow::Registries, QStringLiteral("registries")},
        {MainWindow::System, QStringLiteral("system")}};
    return all;
}

// The page Dockerfiles has no list of the engine's: three files are open, then one of very many lines too.
void openDockerfiles(PictureBook &book)
{
    const auto open = [&](const QString &folder, const QByteArray &text) {
        const QString path = book.path(QStringLiteral("files/") + folder) + QStringLiteral("/Dockerfile");
        pictures::writeFile(path, text);
        book.window().studioPage()->openFile(path);
    };
    open(QStringLiteral("faulty"), pictures::faultyDockerfile());
    open(QStringLiteral("stages"), pictures::manyStages());
    open(QStringLiteral("shop"), pictures::shopDockerfile());
}

void openLongDockerfile(PictureBook &book, int lines)
{
    QByteArray text = "FROM busybox AS files\n";
    for (int line = 2; line < lines; ++line)
        text += "RUN echo " + QByteArray::number(line) + " >> /srv/lines\n";
    text += "CMD [\"cat\", \"/srv/lines\"]\n";
    const QString path = book.path(QStringLiteral("files/lines/Dockerfile"));
    pictures::writeFile(path, text);
    book.window().studioPage()->openFile(path);
}

// With the first row's details, where there is one.
void shootPages(PictureBook &book, const QString &rows)
{
    book.beginChapter(QStringLiteral("pages"));
    for (const auto &[page, name] : pages()) {
        if (!book.wants(name))
            continue;
        book.window().showPage(page);
        app::pauseFor(600); // lists and sizes come
        for (auto *table : book.window().findChildren<ui::Table *>()) {
            if (table->isVisible() && table->model() != nullptr && table->model()->rowCount() > 0)
                table->setCurrentIndex(table->model()->index(0, 0));
        }
        if (page == MainWindow::Containers && rows != u"0")
            book.window().containerDetails()->showTab(ui::ContainerDetails::Overview);
        app::pauseFor(700);
        book.shoot(name + u'-' + rows);
    }
}

void removeAllImages(PictureBook &book)
{
    for (const models::ImageRow &row : book.session().images()->rows())
        book.session().client()->removeImage(row.id.toStdString(), {.force = true}, &book.session(), {});
    app::waitUntil([&] { return book.session().images()->rowCount() == 0; }, 10 * app::aSecond);
}

int takePictures(const Options &options)
{
    pictures::Wanted empty = options.wanted;
    {
        PictureBook book(empty);
        if (!book.open())
            return 1;
        removeAllImages(book);
        shootPages(book, QStringLiteral("0"));
        if (!book.isGood())
            return 1;
    }
    PictureBook book(options.wanted);
    if (!book.open())
        return 1;
    pictures::Crowd crowd(&book.session(), book.path(QStringLiteral("builds")));
    if (!crowd.makeFew())
        return 1;
    openDockerfiles(book);
    shootPages(book, QStringLiteral("3"));
    book.beginChapter(QStringLiteral("learn"));
    pictures::shootLearning(book);
    if (!crowd.makeMany(options.many))
        return 1;
    openLongDockerfile(book, options.many);
    shootPages(book, QString::number(options.many));
    return book.isGood() ? 0 : 1;
}

bool parse(const QApplication &application, Options &options)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Pictures of each page with 0, 3 and 1,000 rows (builds 100), light and dark."));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("folder"), QStringLiteral("Where they are written."));
    const QCommandLineOption only(QStringLiteral("only"), QStringLiteral("This page (several may be given)."),
                                  QStringLiteral("name"));
    const QCommandLineOption size(QStringLiteral("size"), QStringLiteral("Of the window, as 900x600."),
                                  QStringLiteral("WxH"), QStringLiteral("1280x800"));
    const QCommandLineOption many(QStringLiteral("many"), QStringLiteral("Rows of the fullest pages."),
                                  QStringLiteral("number"), QStringLiteral("1000"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QStringLiteral("Of the window: en, de, fr."), QStringLiteral("code"),
                                      QStringLiteral("en"));
    const QCommandLineOption smoke(
        QStringLiteral("smoke"), QStringLiteral("With 20 rows, in a folder that is removed: do they come?"));
    parser.addOptions({only, size, many, language, smoke});
    parser.process(application);
    const QStringList numbers = parser.value(size).split(u'x');
    options.smoke = parser.isSet(smoke);
    options.many = options.smoke ? 20 : parser.value(many).toInt();
    options.language = parser.value(language);
    options.wanted.prefix = QStringLiteral("page");
    options.wanted.only = parser.values(only);
    options.wanted.size = {numbers.value(0).toInt(), numbers.value(1).toInt()};
    options.wanted.folder = parser.positionalArguments().value(0);
    if (options.smoke)
        options.wanted.schemes = {ui::Scheme::Light};
    return (options.smoke || !options.wanted.folder.isEmpty()) && !options.wanted.size.isEmpty() &&
           options.many > 3;
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
        std::fprintf(stderr, "page_pictures: where to? See --help.\n");
        return 2;
    }
    const QTemporaryDir scratch;
    if (options.smoke)
        options.wanted.folder = scratch.path();
    pictures::speak(QLocale(options.language));
    return takePictures(options);
}
