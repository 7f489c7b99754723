// The graph by keys and mouse.
#include "ui/dockerfile/graph/graphview.h"

#include "ui/dockerfile/graph/graphcanvas.h"

#include <QAction>
#include <QFile>
#include <QImage>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace quayside;
using models::DockerfileDocument;
using ui::GraphView;

namespace
{

constexpr auto stages =
    "FROM debian:13 AS base\nRUN a\nFROM base AS build\nRUN b\nRUN c\nFROM base AS test\n"
    "RUN --mount=type=bind,from=build,target=/x d\nFROM gcr.io/distroless/static-debian12\n"
    "COPY --from=build /a /a\nCOPY --from=nginx:1 /etc/nginx /n\n";

struct Open {
    DockerfileDocument document;
    GraphView view{&document};

    explicit Open(const std::string &text, QSize size = {700, 420})
    {
        document.setText(text);
        view.resize(size);
        view.show();
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QString current() const
    {
        return QString::fromStdString(
            view.canvas()->graph().nodes[std::size_t(view.canvas()->current())].name);
    }
    void key(int key) const { QTest::keyClick(view.canvas(), Qt::Key(key)); }
};

} // namespace

class tst_GraphView : public QObject
{
    Q_OBJECT

private slots:
    void walksByKeys()
    {
        Open open(stages);
        const QSignalSpy activated(&open.view, &GraphView::stageActivated);
        QCOMPARE(open.current(), "base");
        open.key(Qt::Key_Right);
        QCOMPARE(open.current(), "build");
        QVERIFY2(open.view.canvas()->accessibleDescription().contains("build from base, 2 instruction"),
                 qPrintable(open.view.canvas()->accessibleDescription()));
        open.key(Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        QCOMPARE(activated.last().first().toInt(), 3);
        open.key(Qt::Key_Left);
        QCOMPARE(open.current(), "base");
        open.view.showLine(9);
        QCOMPARE(open.current(), "3");
        QCOMPARE(activated.count(), 1);
    }

    void followsTheText()
    {
        Open open(stages);
        open.view.showLine(3);
        open.document.setText(std::string("# more\n") + stages);
        QTRY_COMPARE(open.view.canvas()->graph().nodes[1].line, 4);
        QCOMPARE(open.current(), "build");
        open.document.setText("");
        QTRY_COMPARE(open.view.canvas()->current(), -1);
        QVERIFY(!open.view.canvas()->isVisible());
        open.view.hide();
        open.document.setText(stages);
        QCOMPARE(open.view.canvas()->graph().nodes.size(), 0U); // nobody looks
        open.view.show();
        QCOMPARE(open.view.canvas()->graph().nodes.size(), 7U);
    }

    void goesWithItsSizeUntilSomebodyZooms()
    {
        Open open(stages, {1200, 420});
        const auto shown = [&open] {
            auto *canvas = open.view.canvas();
            return canvas->viewport()
                ->rect()
                .adjusted(-2, -2, 2, 2)
                .contains(canvas->mapFromScene(canvas->sceneRect()).boundingRect());
        };
        QVERIFY(shown()); // at once
        const auto wide = open.view.canvas()->transform().m11();
        open.view.resize(800, 420);
        QCoreApplication::processEvents();
        QVERIFY(shown());
        QVERIFY(open.view.canvas()->transform().m11() < wide);
        open.view.canvas()->zoom(2);
        const auto zoomed = open.view.canvas()->transform().m11();
        open.view.resize(900, 420);
        QCoreApplication::processEvents();
        QCOMPARE(open.view.canvas()->transform().m11(), zoomed);
    }

    void choosingANodeSignalsItsLine()
    {
        Open open(stages);
        const QSignalSpy lines(&open.view, &GraphView::currentLineChanged);
        open.key(Qt::Key_Right);
        QCOMPARE(lines.count(), 1);
        QCOMPARE(lines.last().first().toInt(), 3);
        open.view.showLine(9); // by the text: nobody is told
        QCOMPARE(lines.count(), 1);
    }

    void saysWhatABuildSays()
    {
        Open open(stages);
        open.view.setFacts({{1, {models::BuildStep::State::Running, "running", {}, false}}});
        open.view.showLine(3);
        open.view.showLine(1);
        QVERIFY(open.view.canvas()->accessibleDescription().contains("running"));
    }

    void isSavedAsPicture()
    {
        const QTemporaryDir folder;
        Open open(stages);
        const auto png = folder.filePath("g.png"), svg = folder.filePath("g.svg");
        QCOMPARE(open.view.canvas()->save(png), QString());
        QCOMPARE(open.view.canvas()->save(svg), QString());
        QVERIFY(QImage(png).width() > 400);
        QFile file(svg);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("distroless") || file.size() > 2'000);
        QVERIFY(!open.view.canvas()->save(folder.filePath("no/g.png")).isEmpty());
    }

    void zooms()
    {
        Open open(stages);
        const auto before = open.view.canvas()->transform().m11();
        open.view.canvas()->zoom(1.25);
        QVERIFY(open.view.canvas()->transform().m11() > before);
        open.view.canvas()->zoom(1'000);
        QVERIFY(open.view.canvas()->transform().m11() <= 4.001);
        open.view.canvas()->fit();
        QVERIFY(open.view.canvas()->transform().m11() <= 1.0);
    }
};

QTEST_MAIN(tst_GraphView)
#include "tst_graphview.moc"
