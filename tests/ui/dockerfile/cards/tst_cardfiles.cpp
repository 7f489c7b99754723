// Every kind of edit of every card of every file: no other lines are changed, and undo gives the file back
// byte by byte.
#include "models/dockerfile/cards/cardmodel.h"
#include "models/dockerfile/cards/edits.h"
#include "models/dockerfile/cards/form.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/textedits.h"

#include "tests/models/dockerfile/cards/files.h"

#include <QTest>

using namespace quayside;
using namespace quayside::models;

namespace
{

// The field with something else in it that it may hold; the same where there is nothing.
Field changed(Field field)
{
    switch (field.type) {
    case Field::Type::Text:
        field.text += 'x';
        break;
    case Field::Type::Choice:
        for (const auto &choice : field.choices)
            if (choice != field.text) {
                field.text = choice;
                break;
            }
        break;
    case Field::Type::Switch:
        field.on = !field.on;
        break;
    case Field::Type::List:
        field.list.insert(field.list.begin(), "x");
        break;
    case Field::Type::Pairs:
        field.list.insert(field.list.begin(), "QUAYSIDE_X=y");
        break;
    case Field::Type::Command:
        field.command.text += field.command.shape == CommandText::Shape::Script ? "\ntrue" : " x";
        field.command.words.emplace_back("x");
        break;
    }
    return field;
}

} // namespace

class TestCardFiles : public QObject
{
    Q_OBJECT

    ui::CodeEditor m_editor;
    DockerfileDocument m_document;
    CardModel m_model{&m_document};
    std::string m_text;     // as the file has it
    std::size_t m_made = 0; // changes

    // `begin` and `end`: the bytes that may be others.
    void tryOne(const std::vector<dockerfile::Edit> &edits, std::size_t begin, std::size_t end,
                const QString &what)
    {
        if (edits.empty())
            return;
        QVERIFY2(m_document.apply(edits, QStringLiteral("x")), qPrintable(what));
        const std::string &now = m_document.text();
        QVERIFY2(now != m_text, qPrintable(what));
        const auto behind = std::string_view(m_text).substr(end);
        // The last line of a file may get an end that it had not.
        QVERIFY2(std::string_view(now).starts_with(std::string_view(m_text).substr(0, begin)),
                 qPrintable(what));
        QVERIFY2(std::string_view(now).ends_with(behind), qPrintable(what));
        m_model.update();
        QVERIFY2(textOf(m_model.cards()) == now, qPrintable(what));
        m_editor.undo();
        QVERIFY2(m_document.text() == m_text, qPrintable(what));
        m_model.update();
        ++m_made;
    }
    void tryOne(const Result<CardChange> &change, int first, int last, const QString &what)
    {
        // Cards come and go with the blank lines above them.
        const std::size_t begin = first == 0 ? 0 : m_model.card(first - 1).end;
        if (change)
            tryOne(change->edits, begin, m_model.card(last).end, what);
    }

    void tryFields(int row)
    {
        const Card card = m_model.card(row);
        if (card.kind != Card::Kind::Instruction)
            return;
        const Form form = formOf(m_model.snapshot(), *card.node(m_model.snapshot()));
        for (const Field &field : form.fields) {
            // What uses a name gets the new one: all lines below may be others.
            const int last = form.keyword == "FROM" && field.id == "name" ? m_model.rowCount() - 1 : row;
            if (const auto edits = withField(m_model.snapshot(), std::size_t(card.index), changed(field)))
                tryOne(*edits, card.begin, m_model.card(last).end,
                       QStringLiteral("row %1, %2").arg(row).arg(field.id.c_str()));
        }
    }

    void tryCard(int row)
    {
        const int count = m_model.rowCount();
        const auto at = std::size_t(row);
        const auto say = [row](const char *what) { return QStringLiteral("row %1, %2").arg(row).arg(what); };
        tryOne(toggled(m_model.snapshot(), m_model.cards(), at), row, row, say("toggled"));
        tryOne(inserted(m_model.snapshot(), m_model.cards(), at, "LABEL a=b"), row, row, say("inserted"));
        const CardBlock block = blockOf(m_model.snapshot(), m_model.cards(), at);
        const int last = int(block.first + block.count) - 1;
        tryOne(removed(m_model.snapshot(), m_model.cards(), block), row, last, say("removed"));
        tryOne(duplicated(m_model.snapshot(), m_model.cards(), block), row, last, say("duplicated"));
        if (last + 1 < count)
            tryOne(moved(m_model.snapshot(), m_model.cards(), block, std::size_t(last) + 2), row, last + 1,
                   say("down"));
        if (row > 0)
            tryOne(moved(m_model.snapshot(), m_model.cards(), block, at - 1), row - 1, last, say("up"));
        tryOne(moved(m_model.snapshot(), m_model.cards(), block, std::size_t(count)), row, count - 1,
               say("to the end"));
    }

private slots:
    void initTestCase()
    {
        m_document.setEditor(this, [this](const std::vector<dockerfile::Edit> &edits, const QString &) {
            ui::applyEdits(&m_editor, edits);
        });
        connect(&m_editor, &QPlainTextEdit::textChanged, this,
                [this] { m_document.setText(m_editor.toPlainText().toStdString()); });
    }
    void changesTheCardsOwnLines_data()
    {
        QTest::addColumn<QString>("text");
        const auto files = test::allDockerfiles();
        QVERIFY(files.size() > 40);
        for (const auto &[path, bytes] : files)
            QTest::newRow(path.c_str()) << QString::fromStdString(bytes);
    }
    void changesTheCardsOwnLines()
    {
        QFETCH(QString, text);
        m_editor.setPlainText(text); // an editor has one kind of line ends, and no bytes that are no text
        m_text = m_editor.toPlainText().toStdString();
        m_document.setText(m_text);
        m_model.update();
        QVERIFY(textOf(m_model.cards()) == m_text);
        for (int row = 0; row < m_model.rowCount() && !QTest::currentTestFailed(); ++row) {
            tryCard(row);
            tryFields(row);
        }
    }
    void cleanupTestCase()
    {
        qInfo("%zu changes", m_made);
        QVERIFY(m_made > 1000);
    }
};

QTEST_MAIN(TestCardFiles)
#include "tst_cardfiles.moc"
