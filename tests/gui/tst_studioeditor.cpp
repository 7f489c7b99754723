// The editor of the studio in the window, with the real engine: colours, what completion proposes from each
// of its sources, explanations, problems, new names, finding and replacing.
#include "tests/gui/studiotest.h"
#include "tests/gui/testregistry.h"

#include "models/builds/buildoperation.h"
#include "models/registries/transferoperation.h"
#include "ui/dockerfile/assistant/assistant.h"
#include "ui/dockerfile/building/buildpanel.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/findbar.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTextLayout>
#include <QToolTip>
#include <QWhatsThis>

using namespace quayside;
using models::Operation;
using ui::FilePane;
using ui::StudioActions;

class tst_StudioEditor : public StudioTest
{
    Q_OBJECT

    TestRegistry m_registry;
    QString m_place; // of the registry, "127.0.0.1:1234"

    // How the first character of `word` looks, at its first place behind `after`; "": as plain text.
    static QString lookOf(const FilePane *pane, const QString &word, const QString &after = {})
    {
        const QString text = pane->editor()->text();
        const qsizetype at = text.indexOf(word, text.indexOf(after));
        const QTextBlock block = pane->editor()->document()->findBlock(int(at));
        const int in = int(at) - block.position();
        for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
            if (range.start > in || in >= range.start + range.length)
                continue;
            const bool bold = range.format.fontWeight() > QFont::Normal;
            const bool colored = range.format.hasProperty(QTextFormat::ForegroundBrush);
            return QString(bold ? "bold " : "") +
                   (colored ? range.format.foreground().color().name() : QString());
        }
        return {};
    }

    static QAbstractItemView *popup(FilePane *pane) { return pane->assistant()->completer()->popup(); }
    static QStringList proposals(FilePane *pane)
    {
        QStringList labels;
        for (int row = 0; popup(pane)->isVisible() && row < popup(pane)->model()->rowCount(); ++row)
            labels.append(popup(pane)->model()->index(row, 0).data().toString());
        return labels;
    }
    // What a source knows later comes into the popup by itself; where another window has closed it, it is
    // asked for again.
    bool offers(FilePane *pane, const QString &label)
    {
        popup(pane)->hide();
        for (int times = 0; times < 2; ++times) {
            run(StudioActions::Complete);
            if (QTest::qWaitFor([&] { return proposals(pane).contains(label); }, 8000))
                return true;
        }
        return false;
    }
    static QString explanation(FilePane *pane, const QString &word, const QString &after = {})
    {
        const QString text = pane->editor()->text();
        const qsizetype at = text.indexOf(word, text.indexOf(after));
        QTextCursor cursor(pane->editor()->document());
        cursor.setPosition(int(at) + 1);
        const QPoint place = pane->editor()->placeOf(cursor).center();
        QHelpEvent event(QEvent::ToolTip, place, pane->editor()->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(pane->editor()->viewport(), &event);
        return QToolTip::text();
    }
    void push(const QString &repository, const QString &tag)
    {
        bool tagged = false;
        m_session->client()->tagImage(image.toStdString(), repository.toStdString(), tag.toStdString(), this,
                                      [&](const Result<> &done) { tagged = done.has_value(); });
        QTRY_VERIFY(tagged);
        auto *push =
            new models::PushOperation(m_session->client(), m_session->credentials(), repository + u':' + tag);
        m_session->operations()->add(push);
        QTRY_VERIFY_WITH_TIMEOUT(!push->isRunning(), 20'000);
        QVERIFY2(push->state() == Operation::State::Succeeded, qPrintable(push->detail()));
        m_session->client()->removeImage((repository + u':' + tag).toStdString(), {.force = true}, this, {});
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_registry.start());
        m_place = m_registry.open();
        openStudio();
    }
    void cleanupTestCase() { closeWindow(); }
    void init() { activate(); }
    void cleanup()
    {
        QToolTip::hideText();
        closeAll();
    }

    void coloursEachLanguage_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("words"); // each looks other than the others
        QTest::addColumn<QStringList>("plain");
        QTest::newRow("Dockerfile") << "Dockerfile" << "# note\nFROM scratch\nENV A=\"text\"\nWORKDIR /srv\n"
                                    << QStringList{"# note", "FROM", "\"text\""} << QStringList{"/srv"};
        QTest::newRow("body of a shell script")
            << "Dockerfile" << "FROM x\nRUN <<EOF\n# note\nif true; then echo 'text' word; fi\nEOF\n"
            << QStringList{"# note", "if", "'text'"} << QStringList{"word"};
        QTest::newRow("body for Python")
            << "Dockerfile" << "FROM x\nRUN python3 <<EOF\n# note\nimport os\na = 'text'\nEOF\n"
            << QStringList{"# note", "import", "'text'"} << QStringList{};
        QTest::newRow("body that becomes a file")
            << "Dockerfile" << "FROM x\nCOPY <<EOF /etc/app.json\n{\"key\": true}\nEOF\n"
            << QStringList{"\"key\"", "true"} << QStringList{};
        QTest::newRow("behind a body") << "Dockerfile" << "FROM x\nRUN <<EOF\nif true\nEOF\n# note\nCMD a\n"
                                       << QStringList{"# note", "CMD"} << QStringList{};
        QTest::newRow(".dockerignore") << ".dockerignore" << "# note\n*.log\n!keep.log\n"
                                       << QStringList{"# note", "*", "!"} << QStringList{"keep"};
        QTest::newRow("Compose") << "compose.yaml" << "# note\nservices:\n  web:\n    image: \"text\"\n"
                                 << QStringList{"# note", "services", "\"text\""} << QStringList{};
        QTest::newRow("shell") << "start.sh" << "# note\nif true; then\n  echo 'text' word\nfi\n"
                               << QStringList{"# note", "if", "'text'"} << QStringList{"word"};
        QTest::newRow("no language") << "notes" << "# note\nif 'text'\n"
                                     << QStringList{} << QStringList{"# note", "if", "'text'"};
    }
    void coloursEachLanguage()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QFETCH(QStringList, words);
        QFETCH(QStringList, plain);
        FilePane *pane = open("colours/" + name, text);
        QVERIFY(pane != nullptr);
        QStringList looks;
        for (const QString &word : words) {
            QVERIFY2(!lookOf(pane, word).isEmpty() && !looks.contains(lookOf(pane, word)), qPrintable(word));
            looks.append(lookOf(pane, word));
        }
        for (const QString &word : plain)
            QCOMPARE(lookOf(pane, word), QString());
    }

    // A line is another thing while one types it, and all below may be.
    void coloursFollowWhatIsTyped()
    {
        FilePane *pane = open("typed/Dockerfile", "FROM x\nRUN cat |\nCMD a\nEOF\nCMD b\n");
        const QString keyword = lookOf(pane, "CMD");
        QVERIFY(!keyword.isEmpty());
        QTest::keyClicks(pane->editor(), "<<EOF");
        QVERIFY(lookOf(pane, "CMD") != keyword); // the body of the script now
        QCOMPARE(lookOf(pane, "CMD b"), keyword);
        run(StudioActions::Undo);
        QCOMPARE(lookOf(pane, "CMD"), keyword);
    }

    void proposesWhatTheLanguageHas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QString>("absent");
        QTest::newRow("instructions")
            << "FROM x\n|" << QStringList{"RUN", "COPY", "HEALTHCHECK"} << "--mount";
        QTest::newRow("flags of RUN")
            << "FROM x\nRUN --|" << QStringList{"--mount", "--network"} << "--chown";
        QTest::newRow("flags of COPY")
            << "FROM x\nCOPY --|" << QStringList{"--from", "--chown", "--link"} << "--mount";
        QTest::newRow("kinds of mounts")
            << "FROM x\nRUN --mount=type=|" << QStringList{"cache", "secret"} << "RUN";
        QTest::newRow("stages to copy from")
            << "FROM x AS build\nFROM y\nCOPY --from=|" << QStringList{"build"} << "RUN";
        QTest::newRow("stages to go on with") << "FROM x AS build\nFROM |" << QStringList{"build"} << "RUN";
        QTest::newRow("only stages above") << "FROM x\nCOPY --from=|\nFROM y AS later\n"
                                           << QStringList{} << "later";
        QTest::newRow("ARG and ENV")
            << "ARG TOP=1\nFROM busybox\nARG VERSION=2\nENV HOME_DIR=/srv\nRUN echo $|"
            << QStringList{"VERSION", "HOME_DIR", "PATH"} << "TOP";
        QTest::newRow("ARG above all") << "ARG TOP=1\nFROM busybox:$|" << QStringList{"TOP"} << "PATH";
        QTest::newRow("images that are here") << "FROM bus|" << QStringList{"busybox:latest"} << "RUN";
        QTest::newRow("images to copy from")
            << "FROM x\nCOPY --from=bus|" << QStringList{"busybox:latest"} << "RUN";
        QTest::newRow("rules") << "# check=skip=|\nFROM x\n" << QStringList{"StageNameCasing"} << "RUN";
    }
    void proposesWhatTheLanguageHas()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, offered);
        QFETCH(QString, absent);
        FilePane *pane = start(text);
        for (const QString &label : offered)
            QVERIFY2(offers(pane, label), qPrintable(label + " is not in " + proposals(pane).join(' ')));
        QVERIFY(!proposals(pane).contains(absent));
    }

    void proposesFilesOfTheContext_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("offered");
        QTest::newRow("COPY") << "COPY |" << "app.py";
        QTest::newRow("ADD") << "ADD |" << "src/";
        QTest::newRow("in a folder") << "COPY src/|" << "main.c";
        QTest::newRow("of several") << "COPY app.py src/|" << "main.c";
        QTest::newRow("as an array") << "COPY [\"src/|" << "main.c";
    }
    void proposesFilesOfTheContext()
    {
        QFETCH(QString, line);
        QFETCH(QString, offered);
        write("context/app.py", "");
        write("context/src/main.c", "");
        write("context/secret", "");
        write("context/.dockerignore", "secret\n");
        FilePane *pane = open("context/Dockerfile", "FROM scratch\n" + line + "\n");
        QVERIFY2(offers(pane, offered), qPrintable(proposals(pane).join(' ')));
        QVERIFY(!proposals(pane).contains("secret"));
        write("context/src/other.c", ""); // made meanwhile
        write("context/later", "");
        QTRY_VERIFY2_WITH_TIMEOUT(offers(pane, line.contains("src/") ? "other.c" : "later"),
                                  qPrintable(proposals(pane).join(' ')), 20'000);
    }

    void proposesFilesOfTheImage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("offered");
        QTest::newRow("destination") << "FROM busybox\nCOPY app.py /|" << "bin/";
        QTest::newRow("destination, deeper") << "FROM busybox\nCOPY app.py /etc/|" << "passwd";
        QTest::newRow("WORKDIR") << "FROM busybox\nWORKDIR /|" << "etc/";
        QTest::newRow("WORKDIR above counts") << "FROM busybox\nWORKDIR /etc\nCOPY app.py |" << "passwd";
        QTest::newRow("of another image") << "FROM scratch\nCOPY --from=busybox /|" << "bin/";
        QTest::newRow("of a stage") << "FROM busybox AS tools\nFROM scratch\nCOPY --from=tools /|" << "bin/";
        QTest::newRow("of a variable's image") << "ARG BASE=busybox\nFROM $BASE\nWORKDIR /|" << "etc/";
    }
    void proposesFilesOfTheImage()
    {
        QFETCH(QString, text);
        QFETCH(QString, offered);
        FilePane *pane = open("image/Dockerfile", text);
        QVERIFY2(offers(pane, offered), qPrintable(proposals(pane).join(' ')));
    }

    // What a RUN has made is there below its line, and not above.
    void proposesFilesAsTheyStandAtTheLine()
    {
        FilePane *pane =
            open("steps/Dockerfile", "FROM busybox\n# one\nRUN mkdir -p /made-here/inside\n# two\n");
        auto *panel = studio()->findChild<ui::BuildPanel *>();
        QVERIFY(panel != nullptr);
        QTRY_VERIFY(panel->action(ui::BuildPanel::Build)->isEnabled());
        panel->action(ui::BuildPanel::Build)->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(panel->operation() != nullptr && !panel->operation()->isRunning(), 60'000);
        QVERIFY2(panel->operation()->state() == Operation::State::Succeeded,
                 qPrintable(panel->operation()->detail()));
        for (const auto &[line, made] : {std::pair("# one", false), {"# two", true}}) {
            QTextCursor cursor = pane->editor()->document()->find(QString::fromLatin1(line));
            cursor.insertText("WORKDIR /");
            pane->editor()->setTextCursor(cursor);
            QVERIFY2(offers(pane, made ? "made-here/" : "bin/"), qPrintable(proposals(pane).join(' ')));
            QCOMPARE(proposals(pane).contains("made-here/"), made);
            run(StudioActions::Undo);
        }
        QTextCursor cursor = pane->editor()->document()->find("# two");
        cursor.insertText("COPY Dockerfile /made-here/");
        pane->editor()->setTextCursor(cursor);
        QVERIFY2(offers(pane, "inside/"), qPrintable(proposals(pane).join(' ')));
    }

    void proposesTagsOfTheRegistry()
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_session->registries()->isSupported(), 10'000);
        const QString repository = m_place + "/team/box";
        push(repository, "1.0");
        push(repository, "2.0-slim");
        FilePane *pane = start("FROM " + repository + ":|");
        QVERIFY2(offers(pane, "2.0-slim"), qPrintable(proposals(pane).join(' ')));
        QVERIFY(proposals(pane).contains("1.0"));
        QTest::keyClicks(pane->editor(), "2");
        QTRY_COMPARE(proposals(pane), QStringList{"2.0-slim"});
        QTest::keyClick(popup(pane), Qt::Key_Return);
        QCOMPARE(pane->file()->text(), "FROM " + repository + ":2.0-slim");
    }

    // Whoever has written the whole name of an image wants the next line.
    void returnEndsALineBehindAnImage()
    {
        FilePane *pane = start("FROM busybo|");
        QVERIFY2(offers(pane, image), qPrintable(proposals(pane).join(' ')));
        QVERIFY(popup(pane)->selectionModel()->hasSelection());
        QTest::keyClicks(pane->editor(), "x");
        QTRY_COMPARE(proposals(pane), QStringList{image});
        QTRY_VERIFY(!popup(pane)->selectionModel()->hasSelection());
        QTest::keyClick(popup(pane), Qt::Key_Return);
        QCOMPARE(pane->file()->text(), "FROM busybox\n");
        QTRY_VERIFY(!popup(pane)->isVisible());
    }

    void explainsWhatIsPointedAt_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("instruction") << "RUN" << QStringList{"RUN", "Read more"};
        QTest::newRow("flag") << "--network" << QStringList{"RUN --network"};
        QTest::newRow("field of a flag") << "target=" << QStringList{"cache target"};
        QTest::newRow("image") << "busybox" << QStringList{"busybox", "MiB", "linux/", "Made:"};
        QTest::newRow("image that is not here")
            << "nowhere" << QStringList{"nowhere/image:1", "not on this computer"};
        QTest::newRow("variable") << "$VERSION" << QStringList{"$VERSION", "2.5", "line 3"};
        QTest::newRow("variable of the image") << "$PATH" << QStringList{"$PATH", "/bin", "base image"};
        QTest::newRow("stage") << "tools /" << QStringList{"tools", "Line 2"};
    }
    void explainsWhatIsPointedAt()
    {
        QFETCH(QString, word);
        QFETCH(QStringList, said);
        FilePane *pane = start("ARG TOP=1\nFROM busybox AS tools\nARG VERSION=2.5\n"
                               "RUN --network=none --mount=type=cache,target=/c echo $VERSION $PATH\n"
                               "FROM nowhere/image:1\nCOPY --from=tools /a /b\n|");
        QVERIFY(pane->editor()->isVisible());
        (void)explanation(pane, word);
        // What the engine is asked for comes into the box that is open.
        for (const QString &part : said)
            QTRY_VERIFY2(QToolTip::text().contains(part),
                         qPrintable(part + " is not in " + QToolTip::text()));
        (void)explanation(pane, "/a /b");
        QTRY_VERIFY(QToolTip::text().isEmpty());
    }

    void explainsByKey()
    {
        FilePane *pane = start("FROM scratch\nHEALTH|CHECK NONE\n");
        const auto boxes = [] {
            int count = 0;
            for (const QWidget *widget : QApplication::topLevelWidgets())
                count += widget->isVisible() && widget->inherits("QWhatsThat") ? 1 : 0;
            return count;
        };
        QCOMPARE(boxes(), 0);
        QTest::keyClick(pane->editor(), Qt::Key_F1, Qt::ShiftModifier);
        QTRY_COMPARE(boxes(), 1);
        QWhatsThis::hideText();
        QTRY_COMPARE(boxes(), 0);
    }

    void findsProblemsWhileOneTypes()
    {
        FilePane *pane = start("FROM scratch\n|");
        QVERIFY(!pane->editor()->markColor(1).isValid());
        QTest::keyClicks(pane->editor(), "COPPY a /b");
        QTRY_VERIFY(pane->editor()->markColor(1).isValid());
        QVERIFY(explanation(pane, "COPPY").contains("COPPY"));
        pane->editor()->goTo(1, 3);
        QTest::keyClick(pane->editor(), Qt::Key_Delete);
        QTRY_VERIFY(!pane->editor()->markColor(1).isValid());
        QCOMPARE(pane->editor()->text(), QStringLiteral("FROM scratch\nCOPY a /b"));
        // Of one thing that is changed in another line.
        pane->editor()->goTo(1, 5);
        QTest::keyClicks(pane->editor(), "--from=2 ");
        QTRY_VERIFY(pane->editor()->markColor(1).isValid());
    }

    void renamesAnArgumentEverywhere()
    {
        const QString text =
            "ARG TAG=1\nFROM busybox:$TAG\nARG TAG\nENV X=${TAG}y\nRUN echo \"$TAG\" '$TAG' $TAGS\n";
        FilePane *pane = start(QString(text).replace("ARG TAG\n", "ARG T|AG\n"));
        QTest::keyClick(pane->editor(), Qt::Key_F2);
        QDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = openDialog<QDialog>()) != nullptr);
        auto *name = dialog->findChild<QLineEdit *>("name");
        QCOMPARE(name->text(), QStringLiteral("TAG"));
        name->setText("BUSYBOX_TAG");
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY(openDialog<QDialog>() == nullptr);
        QCOMPARE(pane->file()->text(),
                 QStringLiteral(
                     "ARG BUSYBOX_TAG=1\nFROM busybox:$BUSYBOX_TAG\nARG BUSYBOX_TAG\nENV X=${BUSYBOX_TAG}y\n"
                     "RUN echo \"$BUSYBOX_TAG\" '$TAG' $TAGS\n"));
        QTest::keyClick(pane->editor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(pane->file()->text(), text);
    }

    void findsAndReplaces()
    {
        FilePane *pane = start("|FROM scratch\nENV one=1 One=2\nENV three=one\n");
        QTest::keyClick(pane->editor(), Qt::Key_F, Qt::ControlModifier);
        auto *bar = pane->findBar();
        QTRY_VERIFY(bar->isVisible());
        auto *find = bar->findChild<QLineEdit *>("find");
        QTRY_VERIFY(find->hasFocus());
        QTest::keyClicks(find, "one");
        const auto says = [bar](const QString &text) {
            return std::ranges::any_of(bar->findChildren<QLabel *>(),
                                       [&](const QLabel *label) { return label->text() == text; });
        };
        QTRY_VERIFY(says("1 of 3"));
        QCOMPARE(pane->editor()->textCursor().selectedText(), QStringLiteral("one"));
        QTest::keyClick(find, Qt::Key_Return);
        QTRY_VERIFY(says("2 of 3"));
        QCOMPARE(pane->editor()->textCursor().selectedText(), QStringLiteral("One"));
        QTest::keyClick(pane->editor(), Qt::Key_R, Qt::ControlModifier);
        auto *replacement = bar->findChild<QLineEdit *>("replacement");
        QTRY_VERIFY(replacement->isVisible());
        QTest::keyClicks(replacement, "two");
        QTest::mouseClick(bar->findChild<QPushButton *>("replaceAll"), Qt::LeftButton);
        QCOMPARE(pane->file()->text(), QStringLiteral("FROM scratch\nENV two=1 two=2\nENV three=two\n"));
        QTRY_VERIFY(says("3 replaced"));
        run(StudioActions::Undo);
        QCOMPARE(pane->file()->text(), QStringLiteral("FROM scratch\nENV one=1 One=2\nENV three=one\n"));
        QTest::keyClick(find, Qt::Key_Escape);
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(pane->editor()->hasFocus());
    }
};

int main(int argc, char *argv[])
{
    return WindowTest::runTest<tst_StudioEditor>(argc, argv);
}
#include "tst_studioeditor.moc"
