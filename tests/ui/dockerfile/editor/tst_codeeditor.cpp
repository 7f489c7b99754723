// The text editor: keys, edits from outside, folding, finding, colours, the gutter.
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/findbar.h"
#include "ui/dockerfile/editor/folds.h"
#include "ui/dockerfile/editor/highlighter.h"
#include "ui/dockerfile/editor/textcommands.h"
#include "ui/dockerfile/editor/textedits.h"
#include "ui/dockerfile/editor/textfind.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QVBoxLayout>

using namespace quayside;
using ui::CodeEditor;

class TestCodeEditor : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<CodeEditor> m_editor;

    void put(const QString &text, int cursor = 0)
    {
        m_editor->setFirstText(text);
        select(cursor, cursor);
    }
    void select(int from, int to)
    {
        QTextCursor cursor(m_editor->document());
        cursor.setPosition(from);
        cursor.setPosition(to, QTextCursor::KeepAnchor);
        m_editor->setTextCursor(cursor);
    }
    [[nodiscard]] QColor colorAt(int block, int column) const
    {
        for (const auto &range : m_editor->document()->findBlockByNumber(block).layout()->formats()) {
            if (range.start <= column && column < range.start + range.length)
                return range.format.foreground().color();
        }
        return {};
    }

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        m_editor = std::make_unique<CodeEditor>();
        m_editor->setFileName("Dockerfile");
        m_editor->resize(600, 400);
        m_editor->show();
    }

    void keepsEveryCharacter()
    {
        const QString text = QString::fromUtf8("a\u00a0b 🐳\n\n\tc");
        put(text);
        QCOMPARE(m_editor->text(), text);
    }

    void returnIndentsWhatGoesOn()
    {
        put("RUN a \\", 7);
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), "&& b \\");
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), "&& c");
        QTest::keyClick(m_editor.get(), Qt::Key_Return);
        QTest::keyClicks(m_editor.get(), "CMD d");
        QCOMPARE(m_editor->text(), QStringLiteral("RUN a \\\n    && b \\\n    && c\nCMD d"));
    }

    void tabMovesLines()
    {
        put("a\nb\n\nc");
        select(0, 6);
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_editor->text(), QStringLiteral("    a\n    b\n\n    c"));
        QTest::keyClick(m_editor.get(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(m_editor->text(), QStringLiteral("a\nb\n\nc"));
        put("ab", 1);
        QTest::keyClick(m_editor.get(), Qt::Key_Tab);
        QCOMPARE(m_editor->text(), QStringLiteral("a   b"));
    }

    void commentsAndBack()
    {
        const QString before = QStringLiteral("  a\n\n    b\nc");
        put(before);
        select(0, 10);
        ui::toggleComment(m_editor.get());
        QCOMPARE(m_editor->text(), QStringLiteral("  # a\n\n  #   b\nc"));
        m_editor->undo();
        QCOMPARE(m_editor->text(), before); // one step
        select(0, 10);
        ui::toggleComment(m_editor.get());
        ui::toggleComment(m_editor.get());
        QCOMPARE(m_editor->text(), before);
    }

    void movesAndDuplicatesLines()
    {
        put("a\nb\nc", 2);
        ui::moveLines(m_editor.get(), true);
        QCOMPARE(m_editor->text(), QStringLiteral("b\na\nc"));
        QCOMPARE(m_editor->textCursor().position(), 0);
        ui::moveLines(m_editor.get(), true); // at the top
        QCOMPARE(m_editor->text(), QStringLiteral("b\na\nc"));
        ui::moveLines(m_editor.get(), false);
        ui::moveLines(m_editor.get(), false);
        QCOMPARE(m_editor->text(), QStringLiteral("a\nc\nb"));
        QCOMPARE(m_editor->textCursor().position(), 4);
        ui::duplicate(m_editor.get());
        QCOMPARE(m_editor->text(), QStringLiteral("a\nc\nb\nb"));
        select(0, 1);
        ui::duplicate(m_editor.get());
        QCOMPARE(m_editor->text(), QStringLiteral("aa\nc\nb\nb"));
    }

    void findsTheOtherBracket()
    {
        put("a(b[c])d", 1);
        const auto pair = ui::matchingBrackets(m_editor->textCursor());
        QVERIFY(pair && *pair == std::pair(1, 6));
        select(7, 7);
        const auto back = ui::matchingBrackets(m_editor->textCursor());
        QVERIFY(back && *back == std::pair(6, 1));
        select(0, 0);
        QVERIFY(!ui::matchingBrackets(m_editor->textCursor()));
    }

    void countsBytesAsTheEngineDoes()
    {
        const QString text = QString::fromUtf8("aä🐳b\nx");
        put(text, 4);
        QVERIFY((ui::positionOf(m_editor->textCursor()) == dockerfile::Position{1, 8}));
        for (const int at : {0, 1, 2, 4, 5, 6, 7}) {
            select(at, at);
            QCOMPARE(ui::offsetOf(m_editor->document(), ui::positionOf(m_editor->textCursor())), at);
        }
        QCOMPARE(ui::offsetOf(m_editor->document(), {9, 1}), 7);
        QCOMPARE(ui::offsetOf(m_editor->document(), {1, 99}), 5);
    }

    // Edits of other views: one step of undo; what one looks at stays in its place.
    void takesEditsWithoutMoving()
    {
        QString text;
        for (int i = 0; i < 300; ++i)
            text += QStringLiteral("RUN %1\n").arg(i);
        put(text);
        m_editor->goTo(150, 3);
        const int scrolled = m_editor->verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        ui::applyEdits(
            m_editor.get(),
            {{{{1, 1}, {1, 4}}, "run"}, {{{151, 1}, {151, 4}}, "COPY"}, {{{200, 1}, {201, 1}}, ""}});
        QCOMPARE(m_editor->document()->findBlockByNumber(150).text(), QStringLiteral("COPY 150"));
        QCOMPARE(m_editor->textCursor().block().text(), QStringLiteral("COPY 150"));
        QCOMPARE(m_editor->verticalScrollBar()->value(), scrolled);
        m_editor->undo();
        QCOMPARE(m_editor->text(), text);
        QVERIFY(!m_editor->document()->isUndoAvailable());
    }

    void replacesOnlyWhatDiffers()
    {
        put("one\ntwo\nthree\n", 12);
        m_editor->replaceText("one\n2\nthree\n");
        QCOMPARE(m_editor->text(), QStringLiteral("one\n2\nthree\n"));
        QCOMPARE(m_editor->textCursor().position(), 10); // in "three", as before
        m_editor->undo();
        QCOMPARE(m_editor->text(), QStringLiteral("one\ntwo\nthree\n"));
        const QString whale = QString::fromUtf8("🐳"), other = QString::fromUtf8("🐴"); // the same first half
        put(whale);
        m_editor->replaceText(other);
        QCOMPARE(m_editor->text(), other);
    }

    void foldsAndKeepsTheCursorInSight()
    {
        put("FROM a\nRUN b \\\n  c \\\n  d\nCMD e\n", 20);
        ui::Folds *folds = m_editor->folds();
        folds->setRanges({{0, 4}, {1, 3}});
        folds->fold(1);
        const auto visible = [&](int block) {
            return m_editor->document()->findBlockByNumber(block).isVisible();
        };
        QVERIFY(visible(1) && !visible(2) && !visible(3) && visible(4));
        QCOMPARE(m_editor->textCursor().blockNumber(), 1);
        folds->fold(0);
        QVERIFY(visible(0) && !visible(1) && !visible(4));
        folds->unfold(0);
        QVERIFY(visible(1) && !visible(2)); // the one within is folded still
        m_editor->goTo(3);
        QVERIFY(visible(2) && visible(3));
        folds->foldAll();
        QVERIFY(!visible(1) && !visible(3));
        folds->setRanges({}); // the text is another one
        QVERIFY(visible(1) && visible(3));
    }

    void findsAndReplaces()
    {
        QWidget window;
        QVBoxLayout layout(&window);
        auto *bar = new ui::FindBar(m_editor.get(), &window);
        layout.addWidget(bar);
        window.show();
        put("Cat cat concat cat1\ncat\n");
        bar->open(true);
        auto *text = bar->findChild<QLineEdit *>("find"),
             *replacement = bar->findChild<QLineEdit *>("replacement");
        text->setText("cat");
        QCOMPARE(m_editor->textCursor().selectedText(), QStringLiteral("Cat"));
        const auto option = [bar](const QString &name, bool on) {
            for (QAction *action : bar->findChildren<QAction *>()) {
                if (action->text() == name)
                    action->setChecked(on);
            }
        };
        option("Match case", true);
        QCOMPARE(m_editor->textCursor().selectionStart(), 4);
        option("Whole words", true);
        bar->findAgain(true);
        QCOMPARE(m_editor->textCursor().selectionStart(), 20);
        bar->findAgain(true); // around the end
        QCOMPARE(m_editor->textCursor().selectionStart(), 4);
        bar->findAgain(false);
        QCOMPARE(m_editor->textCursor().selectionStart(), 20);
        option("Whole words", false);
        replacement->setText("dog");
        QTest::mouseClick(bar->findChild<QPushButton *>("replaceAll"), Qt::LeftButton);
        QCOMPARE(m_editor->text(), QStringLiteral("Cat dog condog dog1\ndog\n"));
        m_editor->undo();
        QCOMPARE(m_editor->text(), QStringLiteral("Cat cat concat cat1\ncat\n")); // one step
        option("Regular expression", true);
        text->setText("(c)(at)");
        replacement->setText("\\2\\1");
        QTest::mouseClick(bar->findChild<QPushButton *>("replaceOne"), Qt::LeftButton);
        QVERIFY(m_editor->text().contains("atc"));
        text->setText("(");
        QVERIFY(bar->findChild<QLabel *>()->text().contains("pattern"));
        // In the selected lines only.
        option("Regular expression", false);
        put("a\na\na\na\n");
        select(2, 6);
        bar->open(true);
        text->setText("a");
        replacement->setText("bb");
        QTest::mouseClick(bar->findChild<QPushButton *>("replaceAll"), Qt::LeftButton);
        QCOMPARE(m_editor->text(), QStringLiteral("a\nbb\nbb\na\n"));
    }

    void coloursBodiesInTheirLanguage()
    {
        put("FROM a\nRUN <<EOF\nif true; then x; fi\nEOF\nRUN python3 <<PY\nimport os\nPY\n"
            "COPY <<-conf.yaml /etc/conf.yaml\n\tkey: value\n\tconf.yaml\nRUN <<X\n#!/usr/bin/env node\nlet "
            "a\nX\nCMD b\n");
        const auto language = [&](int block) {
            return m_editor->highlighter()->bodyLanguage(m_editor->document()->findBlockByNumber(block));
        };
        QCOMPARE(language(2), QStringLiteral("Bash"));
        QCOMPARE(language(4), QString());
        QCOMPARE(language(5), QStringLiteral("Python"));
        QCOMPARE(language(8), QStringLiteral("YAML"));
        QCOMPARE(language(12), QStringLiteral("JavaScript"));
        QCOMPARE(language(14), QString());
        const QColor keyword = colorAt(0, 0);
        QVERIFY(keyword.isValid());
        QCOMPARE(colorAt(14, 0), keyword); // behind all of them it is a Dockerfile again
        // A body that is opened turns the lines below into another language, and back.
        QTextCursor cursor(m_editor->document()->findBlockByNumber(0));
        cursor.insertText("RUN <<END\n");
        QCOMPARE(language(1), QStringLiteral("Bash"));
        m_editor->undo();
        QCOMPARE(colorAt(0, 0), keyword);
        QCOMPARE(language(5), QStringLiteral("Python"));
    }

    void squigglesFollowTheirText()
    {
        put("FROM a\nRUN b\nCMD c\n");
        m_editor->setSquiggles({{.block = 1, .start = 4, .length = 1, .tone = ui::Tone::Busy},
                                {.block = 2, .start = 0, .length = 3, .tone = ui::Tone::Bad}});
        QVERIFY(m_editor->markColor(1).isValid());
        QVERIFY(!m_editor->markColor(0).isValid());
        QTextCursor cursor(m_editor->document());
        cursor.insertText("# x\n");
        QVERIFY(!m_editor->markColor(1).isValid());
        QCOMPARE(m_editor->markColor(3), ui::toneColor(ui::Tone::Bad));
        QCOMPARE(m_editor->squiggles().front(), (ui::Squiggle{.block = 2, .start = 4, .length = 1}));
        cursor.setPosition(m_editor->document()->findBlockByNumber(1).position());
        cursor.setPosition(m_editor->document()->findBlockByNumber(3).position(), QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
        QCOMPARE(m_editor->squiggles().size(), 1U);
    }

    void gutterHasTheFactsOfOthers()
    {
        put("FROM a\nRUN b\nCMD c\n");
        ui::Gutter *gutter = m_editor->gutter();
        const int before = gutter->width();
        ui::GutterColumn *column = m_editor->addGutterColumn("Build");
        int pressed = 0;
        column->setMarks(
            {{.firstLine = 2, .lastLine = 3, .text = "cached · 1.2 s", .activate = [&] { ++pressed; }}});
        QVERIFY(gutter->width() > before);
        QVERIFY(column->at(1) == nullptr && column->at(3) != nullptr && column->at(4) == nullptr);
        QTextCursor cursor(m_editor->document()->findBlockByNumber(1));
        QTest::mouseClick(gutter, Qt::LeftButton, {}, {5, m_editor->placeOf(cursor).center().y()});
        QCOMPARE(pressed, 1);
        const QSignalSpy palettes(column, &ui::GutterColumn::paletteChanged);
        m_editor->setPalette(QPalette(Qt::black));
        QCOMPARE(palettes.count(), 1);
        m_editor->setPalette(QPalette());
        column->setMarks({});
        QCOMPARE(gutter->width(), before);
    }

    void zoomsWithinBounds()
    {
        const double normal = m_editor->font().pointSizeF();
        m_editor->zoom(2);
        QCOMPARE(m_editor->font().pointSizeF(), normal + 2);
        for (int i = 0; i < 100; ++i)
            m_editor->zoom(-1);
        QVERIFY(m_editor->font().pointSizeF() >= 6);
        m_editor->zoom(0);
        QCOMPARE(m_editor->font().pointSizeF(), ui::fixedFont().pointSizeF());
    }
};

QTEST_MAIN(TestCodeEditor)
#include "tst_codeeditor.moc"
