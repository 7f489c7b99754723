// Fields of instructions: what is written is read back as it was meant, and all else stays as it was.
#include "models/dockerfile/cards/form.h"
#include "models/dockerfile/cards/quoting.h"

#include "engine/dockerfile/expansion/expansion.h"

#include <QRandomGenerator>
#include <QTest>

using namespace quayside;
using namespace quayside::models;
using Shape = CommandText::Shape;

namespace
{

struct File {
    DockerfileDocument document;

    explicit File(const std::string &instruction, const std::string &before = "FROM a\n")
    {
        document.setText(before + instruction + "\nCMD [\"last\"]\n");
    }
    [[nodiscard]] const DockerfileSnapshot &snapshot() const { return *document.snapshot(); }
    [[nodiscard]] Form form() const { return formOf(snapshot(), snapshot().parsed.tree.nodes[1]); }
    [[nodiscard]] Field field(std::string_view id) const
    {
        const auto *found = form().field(id);
        return found == nullptr ? Field{.id = "none of that name"} : *form().field(id);
    }
    // The instruction as bytes, or the error in brackets.
    std::string set(const Field &field)
    {
        const auto edits = withField(snapshot(), 1, field);
        if (!edits)
            return "[" + edits.error().message + "]";
        if (!document.apply(*edits, "x"))
            return "[edits do not fit]";
        const auto &node = snapshot().parsed.tree.nodes[1];
        return std::string(dockerfile::slice(snapshot().text, snapshot().lines, node.range));
    }
    std::string setText(std::string_view id, const std::string &text)
    {
        auto wanted = field(id);
        wanted.text = text;
        return set(wanted);
    }
    std::string setList(std::string_view id, const std::vector<std::string> &list)
    {
        auto wanted = field(id);
        wanted.list = list;
        return set(wanted);
    }
    std::string setOn(std::string_view id, bool on)
    {
        auto wanted = field(id);
        wanted.on = on;
        return set(wanted);
    }
    std::string setCommand(const CommandText &command, std::string_view id = "command")
    {
        auto wanted = field(id);
        wanted.command = command;
        return set(wanted);
    }
};

using Strings = std::vector<std::string>;

} // namespace

class TestCardForms : public QObject
{
    Q_OBJECT

    QRandomGenerator m_random{20261126};

    std::string randomText(const QStringList &pieces, int most)
    {
        std::string text;
        for (int i = m_random.bounded(most + 1); i > 0; --i)
            text += pieces[m_random.bounded(int(pieces.size()))].toStdString();
        return text;
    }
    std::string randomValue(int most = 8)
    {
        return randomText({"a",  "b", " ", "\"", "'",  "\\", "`", "\\$", "$x", "${y:-z}", "ü",
                           "漢", "=", "#", "  ", "\t", "[",  "]", ",",   "<",  "&",       "/"},
                          most);
    }

private slots:
    void readsFields()
    {
        QCOMPARE(File("ENV A=\"b c\" D=e\\ f").field("pairs").list, (Strings{"A=b c", "D=e f"}));
        QCOMPARE(File("ENV A='$x' B=$x").field("pairs").list, (Strings{"A=\\$x", "B=$x"}));
        QCOMPARE(File("ARG A B=\"1\"").field("pairs").list, (Strings{"A", "B=1"}));
        const File copy("COPY --from=x --link --exclude=a --exclude=b [\"p q\", \"/r\"]");
        QCOMPARE(copy.field("sources").list, Strings{"p q"});
        QCOMPARE(copy.field("destination").text, std::string("/r"));
        QCOMPARE(copy.field("from").text, std::string("x"));
        QVERIFY(copy.field("link").on && !copy.field("parents").on);
        QCOMPARE(copy.field("exclude").list, (Strings{"a", "b"}));
        const File run("RUN --network=none --mount=type=cache,target=/x a \\\n  # why\n\n  && b");
        QCOMPARE(run.field("command").command.text, std::string("a\n  # why\n\n  && b"));
        QCOMPARE(run.field("mount").list, Strings{"type=cache,target=/x"});
        QCOMPARE(run.field("network").text, std::string("none"));
        const File script("RUN <<EOF\nset -e\n\tmake\nEOF");
        QCOMPARE(script.field("command").command, (CommandText{Shape::Script, "set -e\n\tmake", {}}));
        QCOMPARE(File("RUN apt-\\\nget").field("command").command.text, std::string("apt-get"));
        const File health("HEALTHCHECK --interval=3s CMD [\"a\", \"b\"]");
        QCOMPARE(health.field("command").command.words, (Strings{"a", "b"}));
        QCOMPARE(health.field("interval").text, std::string("3s"));
        QVERIFY(File("HEALTHCHECK NONE").field("none").on);
        QCOMPARE(File("ONBUILD RUN x \\\n  y").field("trigger").command.text, std::string("RUN x\n  y"));
    }

    void keepsTheBytesOfWhatIsNotTouched()
    {
        File env("env  A=\"b\" \\\n     C='d' \\\n     # about E\n     E=f");
        QCOMPARE(env.setList("pairs", {"A=b", "C=x y", "E=f"}),
                 "env  A=\"b\" \\\n     C='x y' \\\n     # about E\n     E=f");
        QCOMPARE(env.setList("pairs", {"A=b", "E=f"}), "env  A=\"b\" \\\n     # about E\n     E=f");
        QCOMPARE(env.setList("pairs", {"A=b", "E=f", "G=$A\"h"}),
                 "env  A=\"b\" \\\n     # about E\n     E=f G=$A\\\"h");
        QCOMPARE(env.setList("pairs", {"E=f", "G=$A\"h"}), "env  E=f G=$A\\\"h");
        File run("RUN --mount=type=cache,target=/x \\\n    --network=none \\\n    apt-get \\\n      update");
        QCOMPARE(run.setText("network", "host"),
                 "RUN --mount=type=cache,target=/x \\\n    --network=host \\\n    apt-get \\\n      update");
        QCOMPARE(run.setText("network", ""),
                 "RUN --mount=type=cache,target=/x \\\n    apt-get \\\n      update");
        QCOMPARE(
            run.setList("mount", {"type=cache,target=/x", "type=tmpfs,target=/a b"}),
            "RUN --mount=type=cache,target=/x --mount=type=tmpfs,target=/a\\ b \\\n    apt-get \\\n      "
            "update");
        QCOMPARE(run.setList("mount", {}), "RUN \\\n    apt-get \\\n      update");
    }

    void changesFromAndCopy()
    {
        File from("FROM  --platform=linux/amd64 debian");
        QCOMPARE(from.setText("name", "build"), "FROM  --platform=linux/amd64 debian AS build");
        QCOMPARE(from.setText("image", "alpine:3"), "FROM  --platform=linux/amd64 alpine:3 AS build");
        QCOMPARE(from.setText("platform", ""), "FROM alpine:3 AS build");
        QCOMPARE(from.setText("name", ""), "FROM alpine:3");
        QVERIFY(from.setText("name", "2x").starts_with('['));
        QVERIFY(from.setText("image", "").starts_with('['));
        File copy("COPY --link a b/ /c");
        QCOMPARE(copy.setText("destination", "/d"), "COPY --link a b/ /d");
        QCOMPARE(copy.setList("sources", {"b/"}), "COPY --link b/ /d");
        QCOMPARE(copy.setOn("link", false), "COPY b/ /d");
        QCOMPARE(copy.setText("from", "one"), "COPY --from=one b/ /d");
        QCOMPARE(copy.setList("sources", {"b/", "x y"}), "COPY --from=one [\"b/\", \"x y\", \"/d\"]");
        QVERIFY(copy.setList("sources", {}).starts_with('['));
        File here("COPY <<EOF /x\ntext\nEOF");
        QCOMPARE(here.setText("destination", "/y"), "COPY <<EOF /y\ntext\nEOF");
        QVERIFY(here.setList("sources", {"a"}).starts_with('['));
    }

    void renamesWhatOthersUse_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("node");
        QTest::addColumn<QString>("name"); // the new one; of the first ARG
        QTest::addColumn<QString>("after");
        const auto row = [](const char *title, const char *text, int node, const char *name,
                            const char *after) { QTest::newRow(title) << text << node << name << after; };
        row("a stage's uses",
            "FROM a AS  build\nFROM build AS next\nCOPY --from=Build --link /x \\\n  /y\nCOPY --from=0 /x "
            "/z\n"
            "RUN --mount=type=bind,from=build,target=/m build /build\nCMD build\n",
            0, "made",
            "FROM a AS  made\nFROM made AS next\nCOPY --from=made --link /x \\\n  /y\nCOPY --from=0 /x /z\n"
            "RUN --mount=type=bind,from=made,target=/m build /build\nCMD build\n");
        row("an image of the name", "FROM build AS build\nFROM build\n", 0, "made",
            "FROM build AS made\nFROM made\n");
        row("its case only", "FROM a AS build\nFROM c\nCOPY --from=build x y\n", 0, "Build",
            "FROM a AS Build\nFROM c\nCOPY --from=Build x y\n");
        row("taken by a stage", "FROM a AS b\nFROM b AS c\n", 0, "c", "[There is a stage called");
        row("taken by an image", "FROM a AS b\nFROM b\nCOPY --from=img /x /y\n", 0, "img",
            "[“img” is an image");
        row("no name", "FROM a AS b\nFROM b\n", 0, "2x", "[“2x” is no name");
        row("none any more", "FROM a AS b\nRUN x\nCOPY --from=b x y\nFROM c\nCOPY --from=b x y\n", 0, "",
            "[Line 5 uses this stage");
        row("none any more, used by number", "FROM a AS b\nFROM c\nCOPY --from=0 x y\n", 0, "",
            "FROM a\nFROM c\nCOPY --from=0 x y\n");
        row("an argument", "ARG V=1 W=$V\nFROM a:$V\nARG V\nRUN echo ${V:-x} '$V' V\nENV P=$V/V\n", 0, "TAG",
            "ARG TAG=1 W=$TAG\nFROM a:$TAG\nARG TAG\nRUN echo ${TAG:-x} '$V' V\nENV P=$TAG/V\n");
        row("to another's name", "ARG V=1\nFROM a\nARG W\nRUN echo $W\n", 2, "V",
            "ARG V=1\nFROM a\nARG V\nRUN echo $W\n");
        row("to the builder's", "FROM a\nARG ARCH\nRUN echo $ARCH\n", 1, "TARGETARCH",
            "FROM a\nARG TARGETARCH\nRUN echo $ARCH\n");
        row("no variable's", "FROM a\nARG V\nRUN echo $V\n", 1, "2", "[“2” is no name");
    }
    void renamesWhatOthersUse()
    {
        QFETCH(QString, text);
        QFETCH(int, node);
        QFETCH(QString, name);
        QFETCH(QString, after);
        DockerfileDocument document;
        document.setText(text.toStdString());
        const auto form =
            formOf(*document.snapshot(), document.snapshot()->parsed.tree.nodes[std::size_t(node)]);
        auto field = *form.field(form.keyword == "ARG" ? "pairs" : "name");
        if (form.keyword == "ARG")
            field.list[0].replace(0, field.list[0].find('='), name.toStdString());
        else
            field.text = name.toStdString();
        const auto edits = withField(*document.snapshot(), std::size_t(node), field);
        if (!edits) {
            const QString said = u'[' + QString::fromStdString(edits.error().message);
            QVERIFY2(after.startsWith(u'[') && said.startsWith(after), qPrintable(said));
            return;
        }
        QVERIFY(document.apply(*edits, "x"));
        QCOMPARE(QString::fromStdString(document.text()), after);
    }

    void changesCommands()
    {
        File run("RUN  --network=none a \\\n  && b");
        QCOMPARE(run.setCommand({Shape::Shell, "a\n# why\n&& c\n\n&& d", {}}),
                 "RUN  --network=none a \\\n# why\n&& c \\\n\\\n&& d");
        QCOMPARE(run.setCommand({Shape::Script, "set -e\nEOF", {}}),
                 "RUN  --network=none <<EOF2\nset -e\nEOF\nEOF2");
        QCOMPARE(run.setCommand({Shape::Script, "x", {}}), "RUN  --network=none <<EOF2\nx\nEOF2");
        QCOMPARE(run.setCommand({Shape::Exec, {}, {"a b", "\"", "\n"}}),
                 "RUN  --network=none [\"a b\", \"\\\"\", \"\\n\"]");
        QCOMPARE(run.setCommand({Shape::Shell, "true", {}}), "RUN  --network=none true");
        QVERIFY(run.setCommand({Shape::Shell, "[\"a\"]", {}}).starts_with('['));
        QVERIFY(run.setCommand({Shape::Shell, "a\n# end", {}}).starts_with('['));
        QVERIFY(run.setCommand({Shape::Shell, "a \\", {}}).starts_with('['));
        QVERIFY(run.setCommand({Shape::Shell, " ", {}}).starts_with('['));
        File health("HEALTHCHECK --retries=2 CMD curl x");
        QCOMPARE(health.setText("interval", "5s"), "HEALTHCHECK --retries=2 --interval=5s CMD curl x");
        QVERIFY(health.setText("interval", "soon").starts_with('['));
        QCOMPARE(health.setOn("none", true), "HEALTHCHECK --retries=2 --interval=5s NONE");
        QCOMPARE(health.setOn("none", false), "HEALTHCHECK --retries=2 --interval=5s CMD true");
        File trigger("ONBUILD RUN x");
        QCOMPARE(trigger.setCommand({Shape::Shell, "COPY a b", {}}, "trigger"), "ONBUILD COPY a b");
        QVERIFY(trigger.setCommand({Shape::Shell, "FROM x", {}}, "trigger").starts_with('['));
    }

    void refusesLineBreaks()
    {
        File env("ENV A=b");
        QVERIFY(env.setList("pairs", {"A=b\nRUN rm -rf /"}).contains("line break"));
        File workdir("WORKDIR /a");
        QVERIFY(workdir.setText("path", "/a\nUSER root").contains("line break"));
        File ports("EXPOSE 80");
        QVERIFY(ports.setList("ports", {"80 90"}).starts_with('['));
        QCOMPARE(ports.setList("ports", {"80", "90/udp"}), "EXPOSE 80 90/udp");
        File legacy("ENV A b  c");
        QCOMPARE(legacy.setList("pairs", {"A=b  c", "D=e"}), "ENV A=\"b  c\" D=e");
    }

    // What an engine makes of the word has to be what the field says.
    void wordsExpandToTheirValues()
    {
        for (const char escape : {'\\', '`'})
            for (int i = 0; i < 20'000; ++i) {
                const auto literal =
                    randomText({"a", " ", "\"", "'", "\\", "`", "$", "{", "}", "ü", "=", "\t"}, 10);
                std::string value;
                for (const char c : literal)
                    value += c == '$' ? "\\$" : std::string(1, c);
                const auto quotes = static_cast<Quotes>(m_random.bounded(3));
                const auto word = wordOfValue(value, escape, quotes, m_random.bounded(2) == 0);
                QVERIFY2(word, value.c_str());
                const auto expanded = dockerfile::expand(*word, {}, {.escape = escape});
                QVERIFY2(expanded, word->c_str());
                QCOMPARE(expanded->text, literal);
            }
    }

    void writtenFieldsAreReadBack_data()
    {
        QTest::addColumn<QString>("instruction");
        QTest::addColumn<QString>("id");
        for (const auto *pairs : {"ENV A=b C='d' \\\n  E=\"f\"", "LABEL A=b", "ARG A=b C"})
            QTest::newRow(pairs) << pairs << "pairs";
        QTest::newRow("env, old form") << "ENV A b c" << "pairs";
        QTest::newRow("copy") << "COPY --link a b /c" << "sources";
        QTest::newRow("copy, array") << "COPY [\"a\", \"/c\"]" << "sources";
        QTest::newRow("destination") << "ADD a /c" << "destination";
        QTest::newRow("workdir") << "WORKDIR \"/a b\"" << "path";
        QTest::newRow("volume") << "VOLUME /a /b" << "paths";
        QTest::newRow("mounts") << "RUN --network=none --mount=type=bind,target=/x x" << "mount";
        QTest::newRow("chown") << "COPY --chown=a:b c d" << "chown";
        QTest::newRow("cmd") << "CMD a" << "command";
        QTest::newRow("run") << "RUN --network=none a \\\n b" << "command";
        QTest::newRow("script") << "RUN <<EOF\na\nEOF" << "command";
        QTest::newRow("shell") << "SHELL [\"a\"]" << "command";
    }
    void writtenFieldsAreReadBack()
    {
        QFETCH(QString, instruction);
        QFETCH(QString, id);
        int written = 0;
        for (int i = 0; i < 1'500; ++i) {
            File file(instruction.toStdString(), i % 2 == 0 ? "FROM a\n" : "# escape=`\nFROM a\n");
            if (i % 2 != 0 && instruction.contains(u'\\'))
                continue;
            const auto before = file.form();
            auto wanted = file.field(id.toStdString());
            scramble(wanted);
            const auto result = file.set(wanted);
            if (result.starts_with('[') && !result.starts_with("[\""))
                continue; // said to be impossible
            ++written;
            const auto after = file.form();
            QCOMPARE(after.fields.size(), before.fields.size());
            QCOMPARE(file.snapshot().parsed.tree.nodes.size(), 3U);
            for (std::size_t j = 0; j < before.fields.size(); ++j) {
                const auto &expected = before.fields[j].id == wanted.id ? wanted : before.fields[j];
                QVERIFY2(sameBesidesBlanks(after.fields[j], expected), result.c_str());
            }
        }
        QVERIFY2(written > 100, qPrintable(QString::number(written)));
    }

    void changesTheFormOfCommands()
    {
        QCOMPARE(toShape({Shape::Shell, "python 'my app.py'", {}}, Shape::Exec).words,
                 (Strings{"python", "my app.py"}));
        QCOMPARE(toShape({Shape::Shell, "a && b", {}}, Shape::Exec).words,
                 (Strings{"/bin/sh", "-c", "a && b"}));
        QCOMPARE(toShape({Shape::Exec, {}, {"/bin/sh", "-c", "a && b"}}, Shape::Shell).text,
                 std::string("a && b"));
        QCOMPARE(toShape({Shape::Exec, {}, {"a", "b c", "$d"}}, Shape::Shell).text,
                 std::string("a 'b c' '$d'"));
        QCOMPARE(toShape({Shape::Shell, "a\nb", {}}, Shape::Script).text, std::string("a\nb"));
    }

private:
    void scramble(Field &field)
    {
        if (field.type == Field::Type::Text)
            field.text = randomValue();
        const int count = 1 + m_random.bounded(4);
        if (field.type == Field::Type::Pairs || field.type == Field::Type::List) {
            field.list.resize(static_cast<std::size_t>(m_random.bounded(int(field.list.size()) + 1)));
            for (int i = 0; i < count; ++i)
                field.list.push_back((field.type == Field::Type::Pairs ? "N" + std::to_string(i) + "=" : "") +
                                     randomValue());
        }
        if (field.type != Field::Type::Command)
            return;
        field.command.shape =
            field.shapes[static_cast<std::size_t>(m_random.bounded(int(field.shapes.size())))];
        field.command.text.clear();
        field.command.words.clear();
        for (int i = 0; i < count; ++i)
            if (field.command.shape == Shape::Exec)
                field.command.words.push_back(randomValue() + (m_random.bounded(4) == 0 ? "\n" : ""));
            else
                field.command.text += (i == 0 ? "" : "\n") + randomValue();
    }
    static std::string trimmedLines(const std::string &text)
    {
        QStringList lines;
        for (auto line : QString::fromStdString(text).split(u'\n')) {
            while (!line.isEmpty() && (line.back() == u' ' || line.back() == u'\t'))
                line.chop(1);
            lines.append(line);
        }
        return lines.join(u'\n').trimmed().toStdString();
    }
    static bool sameBesidesBlanks(Field one, Field other)
    {
        for (auto *field : {&one, &other})
            if (field->command.shape == Shape::Shell)
                field->command.text = trimmedLines(field->command.text);
        return one == other;
    }
};

QTEST_GUILESS_MAIN(TestCardForms)
#include "tst_cardforms.moc"
