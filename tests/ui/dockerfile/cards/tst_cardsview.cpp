// The cards by mouse and keys.
#include "ui/dockerfile/cards/cardsview.h"

#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/cardlist.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace quayside;
using models::CardModel;
using models::DockerfileDocument;
using ui::CardsView;

namespace
{

constexpr auto flask =
    "# syntax=docker/dockerfile:1\nFROM python:3-slim AS app\nWORKDIR /app\n# what it needs\n"
    "COPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nEXPOSE 5000\n"
    "CMD [\"python\", \"app.py\"]\n";

struct Open {
    DockerfileDocument document;
    CardsView view{&document};

    explicit Open(const std::string &text, QSize size = {480, 640})
    {
        document.setText(text);
        view.model()->update();
        view.resize(size);
        view.show();
        if (!QTest::qWaitForWindowActive(&view)) // keys go to what has the focus only
            qFatal("the window does not become active");
        view.list()->setFocus();
        QCoreApplication::processEvents();
    }
    QString text() const { return QString::fromStdString(document.text()); }
    void key(int key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(view.list(), Qt::Key(key), modifiers);
    }
    void choose(int row) { view.list()->setCurrentIndex(view.model()->index(row)); }
    template <typename Field>
    Field *field(const char *id) const
    {
        return view.form() != nullptr ? view.form()->findChild<Field *>(id) : nullptr;
    }
    // Types into a field of one line and is done with it.
    void type(const char *id, const QString &what) const
    {
        auto *edit = field<QLineEdit>(id);
        QVERIFY(edit != nullptr);
        edit->selectAll();
        QTest::keyClicks(edit, what);
        QTest::keyClick(edit, Qt::Key_Return);
    }
    void typeLines(const char *id, const QStringList &lines) const
    {
        auto *edit = field<QPlainTextEdit>(id);
        QVERIFY(edit != nullptr);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                QTest::keyClick(edit, Qt::Key_Return);
            QTest::keyClicks(edit, lines[i]);
        }
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
    }
    // Of the drag of a card to the upper edge of another; behind the last one where there is none.
    template <typename Event>
    void drag(int row, int before)
    {
        QMimeData mime;
        mime.setData(ui::CardList::mimeType(), QByteArray::number(row));
        const int count = view.model()->rowCount();
        const auto box = view.list()->visualRect(view.model()->index(std::min(before, count - 1)));
        const QPoint place(60, before < count ? box.top() + 6 : box.bottom() + 10);
        QDragEnterEvent enter(place, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view.list()->viewport(), &enter);
        Event event(place, Qt::MoveAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(view.list()->viewport(), &event);
    }
};

} // namespace

class tst_CardsView : public QObject
{
    Q_OBJECT

private slots:
    void fromAnEmptyFileToAnImageWithoutSyntax()
    {
        Open open("");
        auto *start = open.view.findChild<QPushButton *>("start");
        QVERIFY(start != nullptr && start->isVisible());
        QTest::mouseClick(start, Qt::LeftButton);
        QVERIFY(open.field<QLineEdit>("image") != nullptr && open.field<QLineEdit>("image")->isVisible());
        open.type("image", "python:3-slim");
        open.view.adding("WORKDIR")->trigger();
        open.type("path", "/app");
        open.view.adding("COPY")->trigger();
        open.typeLines("sources", {"app.py", "my data.txt"});
        open.type("destination", "/app/");
        open.view.adding("EXPOSE")->trigger();
        open.typeLines("ports", {"5000"});
        open.view.adding("CMD")->trigger();
        open.typeLines("command", {"python", "app.py"});
        QTest::keyClick(open.view.form(), Qt::Key_Escape);
        QVERIFY(open.view.form() == nullptr);
        QCOMPARE(open.text(),
                 "FROM python:3-slim\nWORKDIR /app\nCOPY [\"app.py\", \"my data.txt\", \"/app/\"]\n"
                 "EXPOSE 5000\nCMD [\"python\", \"app.py\"]\n");
        QVERIFY(open.document.snapshot()->parsed.errors.empty());
    }

    void keysMoveRemoveDuplicateAndDisable()
    {
        Open open("FROM a\nRUN b\nRUN c\nCMD d\n");
        open.choose(2);
        open.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(open.text(), "FROM a\nRUN c\nRUN b\nCMD d\n");
        QCOMPARE(open.view.list()->currentIndex().row(), 1);
        open.key(Qt::Key_Down, Qt::AltModifier);
        open.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(open.text(), "FROM a\nRUN b\nCMD d\nRUN c\n");
        open.key(Qt::Key_Down, Qt::AltModifier); // it is the last one
        open.key(Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(open.text(), "FROM a\nRUN b\nCMD d\nRUN c\nRUN c\n");
        QCOMPARE(open.view.list()->currentIndex().row(), 4);
        open.key(Qt::Key_Space);
        QCOMPARE(open.text(), "FROM a\nRUN b\nCMD d\nRUN c\n#- RUN c\n");
        open.key(Qt::Key_Return);
        QVERIFY(open.view.form() == nullptr && open.view.notice().contains("disabled"));
        open.key(Qt::Key_Space);
        QCOMPARE(open.text(), "FROM a\nRUN b\nCMD d\nRUN c\nRUN c\n");
        open.key(Qt::Key_Delete);
        QCOMPARE(open.text(), "FROM a\nRUN b\nCMD d\nRUN c\n");
        QCOMPARE(open.view.list()->currentIndex().row(), 3);
        open.key(Qt::Key_Up);
        QCOMPARE(open.view.list()->currentIndex().row(), 2);
    }

    void stagesMoveAsAWhole()
    {
        Open open("FROM a AS x\nRUN b\n\nFROM c\nRUN d\n");
        open.choose(2);
        QVERIFY(!open.view.action(CardsView::DisableVerb)->isEnabled());
        open.key(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(open.text(), "FROM c\nRUN d\n\nFROM a AS x\nRUN b\n");
        open.key(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(open.text(), "FROM a AS x\nRUN b\n\nFROM c\nRUN d\n");
        open.key(Qt::Key_Delete);
        QCOMPARE(open.text(), "FROM a AS x\nRUN b\n");
    }

    void draggingWarnsAndLeavesANote()
    {
        Open open(flask, {420, 760});
        open.choose(5); // FROM, WORKDIR, COPY, RUN, COPY . ., EXPOSE, CMD
        open.choose(4);
        open.drag<QDragMoveEvent>(4, 3);
        QCOMPARE(open.view.list()->dropBefore(), 3);
        QVERIFY2(open.view.dropWarning().contains("whenever a source file changes"),
                 qPrintable(open.view.dropWarning()));
        open.drag<QDropEvent>(4, 3);
        QCOMPARE(open.view.list()->dropBefore(), -1);
        QVERIFY(open.view.dropWarning().isEmpty());
        QVERIFY(open.text().indexOf("COPY . .") < open.text().indexOf("RUN pip"));
        QCOMPARE(open.view.list()->currentIndex().row(), 3);
        QVERIFY(open.view.model()->index(3).data(CardModel::NoteRole).toString().contains("source file"));
        open.view.action(CardsView::DismissVerb)->trigger();
        QVERIFY(open.view.model()->index(3).data(CardModel::NoteRole).toString().isEmpty());
        open.drag<QDropEvent>(3, 5); // back
        QCOMPARE(open.text(), QString(flask));
    }

    void fieldsAreOpenedInPlace()
    {
        Open open("FROM a\nCOPY --link b /c\nRUN x\n");
        const auto box = open.view.list()->visualRect(open.view.model()->index(1));
        QTest::mouseClick(open.view.list()->viewport(), Qt::LeftButton, {}, box.center());
        QTest::mouseDClick(open.view.list()->viewport(), Qt::LeftButton, {}, box.center());
        QVERIFY(open.view.form() != nullptr);
        QVERIFY(open.view.list()->visualRect(open.view.model()->index(1)).height() > box.height());
        open.type("destination", "/d e");
        QCOMPARE(open.text(), "FROM a\nCOPY --link [\"b\", \"/d e\"]\nRUN x\n");
        QTest::mouseClick(open.field<QCheckBox>("link"), Qt::LeftButton, {}, QPoint(8, 8));
        QCOMPARE(open.text(), "FROM a\nCOPY [\"b\", \"/d e\"]\nRUN x\n");
        open.type("destination", "/d");
        // The text changes the fields.
        open.document.setText("FROM a\nCOPY --chown=u b /new\nRUN x\n");
        open.view.model()->update();
        QVERIFY(open.view.form() != nullptr);
        QCOMPARE(open.field<QLineEdit>("destination")->text(), "/new");
        QCOMPARE(open.field<QLineEdit>("chown")->text(), "u");
        // What cannot be written is told, and not written.
        open.typeLines("sources", {""});
        QVERIFY(!open.view.form()->problem().isEmpty());
        QCOMPARE(open.text(), "FROM a\nCOPY --chown=u b /new\nRUN x\n");
        open.document.setText("FROM a\nRUN y\n");
        open.view.model()->update();
        QVERIFY(open.view.form() == nullptr);
    }

    void commandsChangeTheirForm()
    {
        Open open("FROM a\nCMD python 'my app.py'\n");
        open.choose(1);
        open.key(Qt::Key_Return);
        auto *shape = open.field<QComboBox>("shape");
        QVERIFY(shape != nullptr);
        shape->setFocus();
        QTest::keyClick(shape, Qt::Key_Down);
        emit shape->activated(shape->currentIndex());
        QCOMPARE(open.text(), "FROM a\nCMD [\"python\", \"my app.py\"]\n");
        QCOMPARE(open.field<QPlainTextEdit>("command")->toPlainText(), "python 'my app.py'");
    }

    void followsTheTextAndIsFollowed()
    {
        Open open(flask);
        const QSignalSpy lines(&open.view, &CardsView::currentLineChanged);
        open.view.showLine(8);
        QCOMPARE(open.view.list()->currentIndex().row(), 5);
        QCOMPARE(lines.count(), 0);
        open.document.setText(std::string(flask) + "USER u\n");
        open.view.showLine(10); // the rows follow a little later
        QTRY_COMPARE(open.view.list()->currentIndex().row(), 7);
        QCOMPARE(lines.count(), 0);
        open.view.showLine(8);
        open.key(Qt::Key_Up);
        QCOMPARE(lines.count(), 1);
        QCOMPARE(lines.last().first().toInt(), 7);
        const QSignalSpy undo(&open.view, &CardsView::undoRequested);
        open.key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undo.count(), 1);
    }

    void saysWhatCannotBeDone()
    {
        Open open("FROM a\nRUN b \\\n");
        open.choose(1);
        open.view.adding("CMD")->trigger();
        QCOMPARE(open.text(), "FROM a\nRUN b \\\n");
        QVERIFY(!open.view.notice().isEmpty());
    }

    void thousandsOfCardsScroll()
    {
        std::string text = "FROM a\n";
        for (int i = 0; i < 1'000; ++i)
            text += "RUN echo " + std::to_string(i) + "\n";
        Open open(text);
        open.view.list()->verticalScrollBar()->setValue(open.view.list()->verticalScrollBar()->maximum());
        QCoreApplication::processEvents();
        QVERIFY(open.view.list()->visualRect(open.view.model()->index(1'000)).isValid());
        QVERIFY(open.view.list()->viewport()->rect().intersects(
            open.view.list()->visualRect(open.view.model()->index(1'000))));
        open.key(Qt::Key_Home);
        QCOMPARE(open.view.list()->currentIndex().row(), 0);
    }
};

QTEST_MAIN(tst_CardsView)
#include "tst_cardsview.moc"
