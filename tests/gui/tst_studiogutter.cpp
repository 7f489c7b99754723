// What a build says beside the lines, in the window and on the real engine: cache, time, size, what a step
// changed, why it ran again, what an edit will run again, what is wasted and how that is mended. The cards
// and the graph say the same.
#include "tests/gui/buildingtest.h"

#include "models/dockerfile/cards/cardmodel.h"
#include "ui/builds/builddelegates.h"
#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/dockerfile/building/triedstep.h"
#include "ui/dockerfile/cards/cardlist.h"
#include "ui/dockerfile/cards/cardsview.h"
#include "ui/dockerfile/editor/gutter.h"
#include "ui/dockerfile/graph/graphcanvas.h"
#include "ui/dockerfile/graph/graphitems.h"
#include "ui/dockerfile/graph/graphview.h"

#include <QAction>
#include <QGraphicsScene>
#include <QHelpEvent>
#include <QPushButton>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

using namespace quayside;
using models::CardModel;
using ui::BuildPanel;
using ui::GutterMark;

class tst_StudioGutter : public BuildingTest
{
    Q_OBJECT

    [[nodiscard]] ui::GutterColumn *column() const { return m_pane->editor()->gutter()->columns().last(); }
    [[nodiscard]] const GutterMark *mark(int line) const { return column()->at(line); }
    // Rests the mouse on the mark beside a line.
    void hover(int line)
    {
        ui::CodeEditor *editor = m_pane->editor();
        const QTextCursor cursor(editor->document()->findBlockByNumber(line - 1));
        editor->setTextCursor(cursor);
        const QPoint point(4, editor->cursorRect(cursor).center().y());
        QHelpEvent event(QEvent::ToolTip, point, editor->gutter()->mapToGlobal(point));
        QApplication::sendEvent(editor->gutter(), &event);
    }
    // The marks that are faded, by their first lines.
    [[nodiscard]] QList<int> faded() const
    {
        QList<int> lines;
        for (const GutterMark &mark : column()->marks()) {
            if (mark.faded)
                lines.append(mark.firstLine);
        }
        return lines;
    }
    template <typename View>
    View *rightView()
    {
        ui::PaneViews *views = studio()->rightViews();
        for (int index = 0; index < views->count(); ++index) {
            views->setCurrentIndex(index);
            if (auto *view = qobject_cast<View *>(views->shown()))
                return view;
        }
        return nullptr;
    }
    // Every card says what the gutter says.
    void compareCards(const ui::CardsView *cards)
    {
        const CardModel *model = cards->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            const QModelIndex index = model->index(row);
            const GutterMark *beside = mark(index.data(CardModel::LineRole).toInt());
            QCOMPARE(index.data(CardModel::FactTextRole).isValid(), beside != nullptr);
            if (beside == nullptr)
                continue;
            QCOMPARE(index.data(CardModel::FactTextRole).toString(), beside->text);
            QCOMPARE(index.data(CardModel::FactStaleRole).toBool(), beside->faded);
        }
    }
    static QString tipOf(const QAbstractItemView *list, int row)
    {
        return list->model()->index(row, 0).data(Qt::ToolTipRole).toString();
    }

private slots:
    void initTestCase() { openStudio(); }
    void cleanupTestCase() { closeWindow(); }

    void saysWhatABuildDid()
    {
        edit("FROM busybox AS made\nRUN echo made > /made; sleep 1\nFROM busybox\n"
             "RUN echo old > /old; echo gone > /gone\n"
             "RUN rm /gone; echo newer > /old; \\\n    echo new > /new\nCOPY --from=made /made /made\n");
        build();
        QVERIFY2(mark(2)->text.startsWith("done · 1"), qPrintable(mark(2)->text)); // s
        QVERIFY2(mark(2)->text.endsWith(" · 5 B"), qPrintable(mark(2)->text));
        QCOMPARE(mark(6), mark(5)); // both lines of it
        QVERIFY(faded().isEmpty());
        build();
        QVERIFY2(mark(2)->text.startsWith("cached"), qPrintable(mark(2)->text));
        mark(2)->activate(); // as a click does
        QCOMPARE(panel()->facts()->build()->steps()->steps()[1].firstLine, 2);
        QColor before;
        for (const ui::Scheme scheme : {ui::Scheme::Dark, ui::Scheme::Light}) {
            ui::applyScheme(scheme);
            QTRY_COMPARE(mark(2)->color, ui::toneColor(ui::stepTone(models::BuildStep::State::Cached)));
            QVERIFY(mark(2)->color != before);
            before = mark(2)->color;
        }
    }

    void showsWhatAStepChanged()
    {
        hover(5); // of a layer of the image
        QVERIFY(QToolTip::text().contains("…"));
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains("+ /new  4 B"), 20'000);
        for (const char *part : {"1 added", "1 changed", "1 removed", "~ /old  6 B", "− /gone  5 B"})
            QVERIFY2(QToolTip::text().contains(part), qPrintable(QToolTip::text()));
        hover(2); // of a stage that the image only has a file of
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains("+ /made  5 B"), 20'000);
        hover(5); // it is kept
        QVERIFY(QToolTip::text().contains("+ /new  4 B"));
        QToolTip::hideText();
        // What was made to look into it is gone again.
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::none_of(m_session->images()->rows(),
                                                      [](const models::ImageRow &row) {
                                                          return row.reference().contains("none");
                                                      }),
                                 20'000);
    }

    void showsThatManyFilesHaveChanged()
    {
        edit("FROM busybox\nRUN for i in $(seq 30); do head -c ${i}00 /dev/zero > /file$i; done\n"
             "RUN echo half > /half; false\n");
        build(models::Operation::State::Failed);
        QTRY_VERIFY_WITH_TIMEOUT(panel()->triedStep()->terminal() != nullptr,
                                 20'000); // a new focus hides tips
        hover(2);
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains("30 added"), 20'000);
        QVERIFY2(QToolTip::text().contains("+ /file30") && QToolTip::text().contains("and 20 more"),
                 qPrintable(QToolTip::text()));
        QVERIFY(!QToolTip::text().contains("/file7 ")); // the largest only
        hover(3);
        QTRY_VERIFY_WITH_TIMEOUT(QToolTip::text().contains("+ /half"), 20'000);
        QToolTip::hideText();
    }

    void saysWhyItWasRunAgain()
    {
        edit("FROM busybox\nRUN echo first\nCOPY page /page\nRUN cat /page\n");
        build();
        write("page", "two\n");
        QTRY_COMPARE(faded(), QList<int>({3, 4}));
        QVERIFY2(mark(3)->toolTip.contains("page was written since"), qPrintable(mark(3)->toolTip));
        build();
        QVERIFY2(mark(3)->toolTip.contains("Run again") && mark(3)->toolTip.contains("page"),
                 qPrintable(mark(3)->toolTip));
        QVERIFY(mark(2)->toolTip.contains("Nothing that goes into it has changed"));
        QTRY_VERIFY(faded().isEmpty());
    }

    void shadesWhatAnEditWillRunAgain()
    {
        // Typed, in the window.
        QTextCursor cursor(m_pane->editor()->document()->findBlockByNumber(1));
        cursor.movePosition(QTextCursor::EndOfBlock);
        m_pane->editor()->setTextCursor(cursor);
        QTest::keyClicks(m_pane->editor(), "ly");
        QTRY_COMPARE(faded(), QList<int>({2, 3, 4}));
        QVERIFY2(mark(2)->toolTip.contains("the instruction is new or has changed"),
                 qPrintable(mark(2)->toolTip));
        QVERIFY(mark(3)->toolTip.contains("line 2"));
        m_pane->editor()->undo();
        QTRY_VERIFY(faded().isEmpty());
        // A comment is no reason, and marks go with their lines.
        edit("# above\n" + text());
        QVERIFY(mark(1) == nullptr);
        QVERIFY(mark(3)->text.startsWith("cached"));
        QTRY_VERIFY(faded().isEmpty());
    }

    void saysTheSameOnCardsAndInTheGraph()
    {
        edit("FROM busybox AS made\nRUN echo more > /made\nFROM busybox\nCOPY --from=made /made /made\n"
             "RUN cat /made\n");
        build();
        auto *cards = rightView<ui::CardsView>();
        QVERIFY(cards != nullptr);
        compareCards(cards);
        QCOMPARE(cards->model()->rowCount(), 5);
        // On a card, too, the mouse finds what its step changed.
        ui::CardList *list = cards->list();
        const QPoint point = list->visualRect(list->model()->index(1, 0)).center();
        QHelpEvent event(QEvent::ToolTip, point, list->viewport()->mapToGlobal(point));
        QApplication::sendEvent(list->viewport(), &event);
        QTRY_VERIFY_WITH_TIMEOUT(tipOf(list, 1).contains("+ /made  5 B"), 20'000);
        QTRY_VERIFY(QToolTip::text().contains("+ /made  5 B"));
        QToolTip::hideText();
        // One that is made later knows it at once; then both follow the text.
        auto *graph = rightView<ui::GraphView>();
        QVERIFY(graph != nullptr);
        const auto described = [graph] {
            QStringList stages;
            for (const QGraphicsItem *item : graph->canvas()->scene()->items()) {
                const auto *node = dynamic_cast<const ui::GraphNodeItem *>(item);
                if (node != nullptr && node->node().kind == models::GraphNode::Kind::Stage)
                    stages.append(node->description());
            }
            stages.sort();
            return stages;
        };
        QTRY_VERIFY2(described().size() == 2 && described().first().contains("done"),
                     qPrintable(described().join(u'|')));
        QVERIFY2(described().last().contains("5 B"), qPrintable(described().join(u'|')));
        edit("FROM busybox AS made\nRUN echo more > /made\nFROM busybox\nCOPY --from=made /made /made\n"
             "RUN cat /made; true\n");
        QTRY_COMPARE(faded(), QList<int>({5}));
        cards = rightView<ui::CardsView>();
        QTRY_VERIFY(!cards->model()->isBehind());
        compareCards(cards);
    }

    void namesTheWasteAndMendsIt()
    {
        edit("FROM busybox\nRUN dd if=/dev/zero of=/big bs=1M count=3 2>/dev/null\n# gone again\nRUN rm "
             "/big\n");
        build();
        QTRY_VERIFY_WITH_TIMEOUT(panel()->notice()->text().contains("line 2 wrote"), 20'000);
        QVERIFY2(panel()->notice()->text().startsWith("Line 4: 3.0 MiB") &&
                     panel()->notice()->text().contains("/big"),
                 qPrintable(panel()->notice()->text()));
        QVERIFY(mark(4)->toolTip.contains("line 2 wrote"));
        QCOMPARE(mark(4)->fixText, "Join lines 2 and 4 in one RUN"); // in the menu of the line
        QVERIFY(mark(2)->fixText.isEmpty());
        QPushButton *join = nullptr;
        for (QPushButton *button : panel()->notice()->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == mark(4)->fixText)
                join = button;
        }
        QVERIFY(join != nullptr);
        QTest::mouseClick(join, Qt::LeftButton);
        QCOMPARE(QString::fromStdString(text()),
                 "FROM busybox\n# gone again\nRUN dd if=/dev/zero of=/big bs=1M count=3 2>/dev/null \\\n"
                 "    && rm /big\n");
        QVERIFY(panel()->notice()->text().isEmpty());
        build();
        QCOMPARE(panel()->facts()->image()->wastedBytes, 0);
        QVERIFY(factsAt(3).waste.isEmpty());
        m_pane->editor()->undo();
        QVERIFY(text().contains("\nRUN rm /big"));
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_StudioGutter>(argc, argv);
}

#include "tst_studiogutter.moc"
