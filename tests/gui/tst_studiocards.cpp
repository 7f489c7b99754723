// Cards and graph in the window: in step with the text both ways, by the mouse and by keys.
#include "tests/gui/studiotest.h"

#include "models/dockerfile/cards/cardmodel.h"
#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/cardlist.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/graph/graphcanvas.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>
#include <cmath>

using namespace quayside;
using models::CardModel;
using models::GraphEdge;
using models::GraphNode;
using ui::CardsView;

namespace
{

// Written by somebody who has a style of their own; FRM is no instruction.
const QByteArray ownStyle =
    "# syntax=docker/dockerfile:1\nFROM busybox   AS  build\n# made once\nRUN   echo   one \\\n"
    "      two > /made\nFRM what is this\n\nFROM busybox\nWORKDIR /app\n"
    "COPY --from=build   /made /made\nCOPY . .\nRUN echo install\nCMD [\"true\"]\n";
enum OwnStyleRow {
    BuildRow,
    MadeRow,
    UnknownRow,
    LastRow,
    WorkdirRow,
    CopyFromRow,
    CopyAllRow,
    InstallRow,
    CmdRow
};

// Whether somebody has begun to drag in a list.
class DragSeen : public QObject
{
public:
    explicit DragSeen(QWidget *list) { list->installEventFilter(this); }
    bool seen = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::ChildAdded)
            seen = seen || !static_cast<QChildEvent *>(event)->child()->isWidgetType(); // the QDrag
        return false;
    }
};

} // namespace

class tst_StudioCards : public StudioTest
{
    Q_OBJECT

    void open(const QByteArray &text)
    {
        activate();
        write("cards/Dockerfile", text);
        QVERIFY(studio()->openFile(at("cards/Dockerfile")) != nullptr);
        QTRY_VERIFY(cards() != nullptr && cards()->isVisible());
        cards()->model()->update();
    }
    [[nodiscard]] ui::CodeEditor *editor() { return studio()->current()->editor(); }
    [[nodiscard]] QString title(int row) { return cards()->model()->index(row).data().toString(); }
    [[nodiscard]] int current() { return cards()->list()->currentIndex().row(); }
    [[nodiscard]] int cursorLine() { return editor()->textCursor().blockNumber() + 1; }
    void key(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(cards()->list(), Qt::Key(key), modifiers);
    }
    template <typename Field>
    Field *field(const char *id)
    {
        return cards()->form() == nullptr ? nullptr : cards()->form()->findChild<Field *>(id);
    }
    // Opens the fields of a card as a person does.
    void openForm(int row)
    {
        clickCard(row, true);
        QVERIFY(cards()->form() != nullptr && cards()->form()->isVisible());
    }
    // The text of a file, but for one line.
    static QString with(const QByteArray &text, const QByteArray &line, const QByteArray &instead)
    {
        Q_ASSERT(text.count(line) == 1);
        return QString::fromUtf8(QByteArray(text).replace(line, instead));
    }

    // Pressed and moved until the drag begins; from there on the events that the desktop sends, for which
    // there is none here. `drop`: it is let go.
    void drag(int row, int before, bool drop)
    {
        ui::CardList *list = cards()->list();
        list->scrollTo(list->model()->index(row, 0));
        const QPoint from = list->visualRect(list->model()->index(row, 0)).topLeft() + QPoint(60, 24);
        DragSeen begun(list);
        QTest::mousePress(list->viewport(), Qt::LeftButton, {}, from);
        const int away = QApplication::startDragDistance() + 4;
        for (const int way : {away / 2, away}) {
            QMouseEvent move(QEvent::MouseMove, from + QPoint(0, way),
                             list->viewport()->mapToGlobal(from + QPoint(0, way)), Qt::NoButton,
                             Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(list->viewport(), &move);
        }
        QTest::mouseRelease(list->viewport(), Qt::LeftButton, {}, from);
        QVERIFY(begun.seen);
        QCOMPARE(current(), row);
        QMimeData mime;
        mime.setData(ui::CardList::mimeType(), QByteArray::number(row));
        const QPoint place = list->visualRect(list->model()->index(before, 0)).topLeft() + QPoint(60, 6);
        QDragEnterEvent enter(place, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &enter);
        QVERIFY(enter.isAccepted());
        QDragMoveEvent over(place, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &over);
        QCOMPARE(list->dropBefore(), before);
        if (!drop)
            return;
        QDropEvent event(place, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(list->viewport(), &event);
    }
    static QPoint nodePlace(ui::GraphView *view, const std::string &name)
    {
        for (QGraphicsItem *item : view->canvas()->items()) {
            auto *node = dynamic_cast<ui::GraphNodeItem *>(item);
            if (node == nullptr || node->node().name != name)
                continue;
            view->canvas()->ensureVisible(node);
            return view->canvas()->mapFromScene(node->sceneBoundingRect().center());
        }
        return {};
    }

private slots:
    void initTestCase() { openStudio(); }
    void cleanupTestCase() { closeWindow(); }
    void cleanup()
    {
        closeDialogs();
        closeAll();
    }

    void anEditInTheTextChangesItsCard()
    {
        open(ownStyle);
        QCOMPARE(cards()->model()->rowCount(), CmdRow + 1);
        editor()->setFocus();
        editor()->goTo(11, 4); // RUN echo install
        QTRY_COMPARE(current(), int(InstallRow));
        QTest::keyClicks(editor(), "sleep 1; ");
        QTRY_COMPARE(title(InstallRow), "Run sleep 1; echo install");
        QTest::keyClick(editor(), Qt::Key_End);
        QTest::keyClick(editor(), Qt::Key_Return);
        QTest::keyClicks(editor(), "USER nobody ");
        QTRY_COMPARE(cards()->model()->rowCount(), CmdRow + 2);
        QTRY_COMPARE(current(), int(InstallRow) + 1);
        QCOMPARE(title(InstallRow + 1), "Go on as user nobody");
        QCOMPARE(title(MadeRow), "Run echo one two > /made");
        // Under an open form: its fields say what the text says.
        openForm(WorkdirRow);
        editor()->goTo(8, 8);
        editor()->setFocus();
        QTest::keyClicks(editor(), "/srv");
        QTRY_COMPARE(field<QLineEdit>("path")->text(), "/srv/app");
    }

    void anEditInAFormChangesItsLinesOnly()
    {
        open(ownStyle);
        openForm(WorkdirRow);
        fillField("path", "/srv/my app");
        QCOMPARE(text(), with(ownStyle, "WORKDIR /app", "WORKDIR /srv/my app"));
        openForm(CopyFromRow);
        fillField("destination", "/made.txt");
        QCOMPARE(text(), with(with(ownStyle, "WORKDIR /app", "WORKDIR /srv/my app").toUtf8(), "/made /made",
                              "/made /made.txt"));
        QTest::mouseClick(field<QCheckBox>("link"), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY2(text().contains("--link"), qPrintable(text()));
        for (const QByteArray &line : ownStyle.split('\n')) {
            if (!line.startsWith("WORKDIR") && !line.startsWith("COPY --from"))
                QVERIFY2(text().split('\n').contains(QString::fromUtf8(line)), line.constData());
        }
        // Each is one step for undo, in the cards too.
        QTest::keyClick(cards()->form(), Qt::Key_Escape);
        for (int step = 0; step < 3; ++step)
            key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), QString::fromUtf8(ownStyle));
        // What a form cannot write is said there, and the text stays.
        openForm(CmdRow);
        fillField("command", "sh -c 'echo");
        QVERIFY(cards()->form()->problem().contains("quotation mark"));
        QCOMPARE(text(), QString::fromUtf8(ownStyle));
        fillField("command", "sh -c 'echo two  words'");
        QVERIFY(cards()->form()->problem().isEmpty());
        QCOMPARE(text(), with(ownStyle, "[\"true\"]", "[\"sh\", \"-c\", \"echo two  words\"]"));
    }

    void everythingCanBeAddedFromThePalette()
    {
        open("FROM busybox\n");
        QString expected = "FROM busybox\n";
        for (const char *keyword :
             {"WORKDIR", "COPY", "RUN", "ENV", "ARG", "EXPOSE", "USER", "CMD", "ENTRYPOINT", "HEALTHCHECK",
              "VOLUME", "LABEL", "ADD", "SHELL", "STOPSIGNAL", "ONBUILD", "FROM"}) {
            addFromPalette(keyword);
            QTest::keyClick(cards()->form(), Qt::Key_Escape);
            QVERIFY2(text().startsWith(expected) && text().size() > expected.size(), qPrintable(text()));
            QVERIFY2(text().mid(expected.size()).contains(QString(keyword) + u' '), qPrintable(text()));
            expected = text();
        }
        // Below the card that is chosen.
        clickCard(0);
        addFromPalette("LABEL");
        fillField("pairs", "a=one\nb=two words");
        QVERIFY2(text().startsWith("FROM busybox\nLABEL a=one b=\"two words\"\n"), qPrintable(text()));
    }

    void imagesAndStagesAreOffered()
    {
        open(ownStyle);
        openForm(LastRow);
        auto *edit = field<QLineEdit>("image");
        edit->selectAll();
        QTest::keyClicks(edit, "buil"); // the stage above; not itself
        QAbstractItemView *popup = edit->completer()->popup();
        QTRY_VERIFY(popup->isVisible());
        QTest::keyClick(popup, Qt::Key_Down);
        QTest::keyClick(popup, Qt::Key_Return);
        QTRY_COMPARE(text(), with(ownStyle, "\nFROM busybox\n", "\nFROM build\n"));
        QTest::keyClick(edit, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); // nothing of the list's
        auto *all = edit->findChild<QToolButton *>();
        QVERIFY(all != nullptr);
        QTest::mouseClick(all, Qt::LeftButton);
        QTRY_VERIFY(popup->isVisible());
        QStringList names;
        for (int row = 0; row < popup->model()->rowCount(); ++row)
            names.append(popup->model()->index(row, 0).data().toString());
        QCOMPARE(names.first(), "build");
        QVERIFY2(names.contains(image), qPrintable(names.join(u' ')));
        QTest::keyClick(popup, Qt::Key_Escape);
    }

    void aCommandChangesItsForm()
    {
        open("FROM busybox\nCMD echo 'two  words'\n");
        openForm(1);
        auto *shape = field<QComboBox>("shape");
        shape->setFocus();
        QTest::keyClick(shape, Qt::Key_Down);
        QTRY_COMPARE(text(), "FROM busybox\nCMD [\"echo\", \"two  words\"]\n");
        QCOMPARE(field<QPlainTextEdit>("command")->toPlainText(), "echo 'two  words'");
    }

    void isDraggedWithAWarning()
    {
        open(ownStyle);
        drag(CopyAllRow, WorkdirRow, false);
        cards()->list()->viewport()->update();
        drag(CopyAllRow, WorkdirRow, true);
        const QByteArray moved = QByteArray(ownStyle)
                                     .replace("COPY . .\n", "")
                                     .replace("WORKDIR /app\n", "COPY . .\nWORKDIR /app\n");
        QCOMPARE(text(), QString::fromUtf8(moved));
        QCOMPARE(current(), int(WorkdirRow));
        const QString note = cards()->model()->index(WorkdirRow).data(CardModel::NoteRole).toString();
        QVERIFY2(note.contains("COPY . .") && note.contains("working folder"),
                 qPrintable(note)); // it goes into another folder now
        cards()->action(CardsView::DismissVerb)->trigger();
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), QString::fromUtf8(ownStyle));
        // Said while it is held, before anything is done.
        drag(CopyFromRow, BuildRow, false);
        QVERIFY(!cards()->dropWarning().isEmpty());
        QCOMPARE(text(), QString::fromUtf8(ownStyle));
        QDragLeaveEvent leave;
        QApplication::sendEvent(cards()->list()->viewport(), &leave);
        QVERIFY(cards()->dropWarning().isEmpty());
    }

    void isMovedByKeys()
    {
        open("FROM busybox AS one\nRUN a\nRUN b\n\nFROM busybox\nCMD c\n");
        clickCard(2);
        key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(text(), "FROM busybox AS one\nRUN b\nRUN a\n\nFROM busybox\nCMD c\n");
        key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(text(), "FROM busybox AS one\nRUN a\nRUN b\n\nFROM busybox\nCMD c\n");
        clickCard(3); // a stage goes as a whole
        key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(text(), "FROM busybox\nCMD c\n\nFROM busybox AS one\nRUN a\nRUN b\n");
    }

    void isDisabledAndEnabled()
    {
        open(ownStyle);
        clickCard(MadeRow); // of two lines
        key(Qt::Key_Space);
        QCOMPARE(text(),
                 with(ownStyle, "RUN   echo   one \\\n      two", "#- RUN   echo   one \\\n#-       two"));
        QVERIFY(title(MadeRow).contains("echo one two"));
        QCOMPARE(cards()->model()->rowCount(), CmdRow + 1);
        key(Qt::Key_Return);
        QVERIFY(cards()->form() == nullptr && cards()->notice().contains("disabled"));
        key(Qt::Key_Space);
        QCOMPARE(text(), QString::fromUtf8(ownStyle));
    }

    void unknownTextSurvives()
    {
        open(ownStyle);
        QCOMPARE(title(UnknownRow), "Cannot be read");
        clickCard(UnknownRow, true);
        QVERIFY(cards()->form() == nullptr && cards()->notice().contains("change it in the text"));
        openForm(InstallRow);
        fillField("command", "echo other");
        clickCard(CopyAllRow);
        key(Qt::Key_Delete);
        key(Qt::Key_D, Qt::ControlModifier);
        clickCard(UnknownRow);
        key(Qt::Key_Up, Qt::AltModifier);
        key(Qt::Key_Down, Qt::AltModifier);
        QVERIFY2(
            text().startsWith("# syntax=docker/dockerfile:1\nFROM busybox   AS  build\n# made once\n"
                              "RUN   echo   one \\\n      two > /made\nFRM what is this\n\nFROM busybox\n"),
            qPrintable(text()));
    }

    void theGraphShowsStagesAndTheirCopies()
    {
        open(ownStyle);
        const auto &drawn = graph()->canvas()->graph();
        QCOMPARE(drawn.nodes.size(), 3U);
        QCOMPARE(drawn.nodes[0].name, "build");
        QCOMPARE(drawn.nodes[0].instructions, 2); // what cannot be read is one, too
        QVERIFY(drawn.nodes[1].isResult);
        QCOMPARE(drawn.nodes[2].name, "busybox");
        const bool copied = std::ranges::any_of(drawn.edges, [](const GraphEdge &edge) {
            return edge.kind == GraphEdge::Kind::Copy && edge.from == 0 && edge.to == 1 && edge.line == 10;
        });
        QVERIFY(copied);
        // It goes with the text.
        editor()->setFocus();
        editor()->goTo(9, 12); // COPY --from=build: the copy becomes one of nothing
        for (int i = 0; i < 5; ++i)
            QTest::keyClick(editor(), Qt::Key_Delete);
        QTest::keyClicks(editor(), "busybox");
        QTest::keyClick(editor(), Qt::Key_Escape); // what is proposed
        QTRY_VERIFY(graph()->canvas()->graph().nodes[0].unused);
    }

    void theGraphFitsAtOnce()
    {
        QByteArray text;
        for (int stage = 0; stage < 4; ++stage)
            text += "FROM busybox AS s" + QByteArray::number(stage) + "\n";
        open(text + "FROM s0\nCOPY --from=s1 /a /\nCOPY --from=s2 /a /\nCOPY --from=s3 /a /\n");
        ui::GraphCanvas *canvas = graph()->canvas();
        QTRY_VERIFY(canvas->isVisible() && canvas->viewport()->width() > 100);
        // All of it, as far as it can be read then: at the size that it has come to, not an earlier one.
        const auto fits = [canvas] {
            const QSizeF room = canvas->maximumViewportSize(), all = canvas->sceneRect().size();
            const qreal whole = std::min({1.0, room.width() / all.width(), room.height() / all.height()});
            return std::abs(canvas->transform().m11() - std::max(whole, 0.7)) < 0.001;
        };
        QTRY_VERIFY(fits());
        auto *views = studio()->findChild<QSplitter *>("views");
        const QList<int> before = views->sizes();
        views->setSizes({350, 570});
        QTRY_VERIFY(canvas->maximumViewportSize().width() > 500);
        QTRY_VERIFY(fits());
        QVERIFY(canvas->transform().m11() > 0.71); // there is more room than the least scale needs
        views->setSizes(before);
    }

    void aNodeLeadsToItsLineAndBack()
    {
        open(ownStyle);
        ui::GraphView *view = graph();
        QTRY_VERIFY(view->canvas()->isVisible());
        const auto current = [view] {
            return view->canvas()->graph().nodes[std::size_t(view->canvas()->current())].name;
        };
        QTest::mouseClick(view->canvas()->viewport(), Qt::LeftButton, {}, nodePlace(view, "1"));
        QTRY_COMPARE(cursorLine(), 8);
        QCOMPARE(current(), "1");
        QVERIFY(view->isAncestorOf(QApplication::focusWidget())); // one can go on there
        QTest::mouseClick(view->canvas()->viewport(), Qt::LeftButton, {}, nodePlace(view, "busybox"));
        QCOMPARE(cursorLine(), 2);
        QCOMPARE(current(), "busybox");
        QTest::keyClick(view->canvas(), Qt::Key_Right);
        QTest::keyClick(view->canvas(), Qt::Key_Return); // now in the text
        QTRY_VERIFY(editor()->hasFocus());
        editor()->goTo(9);
        QTRY_COMPARE(current(), "1");
        editor()->goTo(3);
        QTRY_COMPARE(current(), "build");
    }

    void aCardLeadsToItsLineAndBack()
    {
        open(ownStyle);
        clickCard(CopyFromRow);
        QTRY_COMPARE(cursorLine(), 10);
        key(Qt::Key_Down);
        QTRY_COMPARE(cursorLine(), 11);
        QVERIFY(cards()->isAncestorOf(QApplication::focusWidget()));
        editor()->setFocus();
        editor()->goTo(4); // the second line of its instruction
        QTRY_COMPARE(current(), int(MadeRow));
        QVERIFY(editor()->hasFocus());
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_StudioCards>(argc, argv);
}

#include "tst_studiocards.moc"
