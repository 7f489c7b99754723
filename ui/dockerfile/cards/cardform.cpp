#include "ui/dockerfile/cards/cardform.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

using models::CommandText;
using models::Field;

namespace
{

QString asLines(const std::vector<std::string> &list)
{
    QStringList lines;
    for (const auto &one : list)
        lines.append(QString::fromStdString(one));
    return lines.join(u'\n');
}

// Lines that are empty are none.
std::vector<std::string> asList(const QString &text)
{
    std::vector<std::string> list;
    for (const auto &line : text.split(u'\n', Qt::SkipEmptyParts))
        list.push_back(line.toStdString());
    return list;
}

QString commandLines(const CommandText &command)
{
    return command.shape == CommandText::Shape::Exec ? asLines(command.words)
                                                     : QString::fromStdString(command.text);
}

// A word of several lines has no place in a field that has a word in each line.
bool fitsLines(const Field &field)
{
    return std::ranges::none_of(field.command.words,
                                [](const std::string &word) { return word.empty() || word.contains('\n'); });
}

struct FieldName {
    const char *id, *label, *hint;
};

// Of all instructions; those that mean another thing somewhere are told apart by labelOf().
constexpr FieldName fieldNames[] = {
    {"image", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Image"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "debian:13, python:3-slim, the name of a stage …")},
    {"platform", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Platform"), "linux/amd64"},
    {"mount", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Mounts, one in a line"),
     "type=cache,target=/root/.cache"},
    {"network", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Network"), ""},
    {"security", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Security"), ""},
    {"sources", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "What, one in a line"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "app.py, src/, *.txt; a dot for all files")},
    {"destination", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Where to"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "/app/; a dot for the working folder")},
    {"from", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "From the stage or image"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "empty: from your project")},
    {"chown", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Owner"), "user:group"},
    {"chmod", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Rights"), "0755"},
    {"link", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "As a layer of its own (link)"), ""},
    {"parents", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Keep the folders above (parents)"), ""},
    {"keep-git-dir", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Keep .git of a repository"), ""},
    {"exclude", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "But not, one in a line"), "*.log"},
    {"checksum", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Checksum"), "sha256:…"},
    {"path", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Folder"), "/app"},
    {"user", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "User"), "nobody, 1000:1000"},
    {"ports", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Ports, one in a line"), "8080, 53/udp"},
    {"paths", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Folders, one in a line"), "/data"},
    {"signal", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Signal"), "SIGTERM"},
    {"trigger", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Instruction"), "COPY . ."},
    {"none", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "No check, even where the base image has one"), ""},
    {"interval", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Every"), "30s"},
    {"timeout", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Given up after"), "30s"},
    {"start-period", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Time to start"), "0s"},
    {"start-interval", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Every, while it starts"), "5s"},
    {"retries", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Unhealthy after failures"), "3"},
};

QString shapeName(CommandText::Shape shape, bool run)
{
    switch (shape) {
    case CommandText::Shape::Shell:
        return run ? CardForm::tr("Command of a shell") : CardForm::tr("Line for a shell");
    case CommandText::Shape::Exec:
        return CardForm::tr("Program and arguments, one in a line");
    case CommandText::Shape::Script:
        return CardForm::tr("Script");
    }
    return {};
}

} // namespace

CardForm::CardForm(const models::Form &form, QWidget *parent)
    : QFrame(parent), m_keyword(form.keyword), m_layout(new QFormLayout), m_problem(new QLabel(this))
{
    setObjectName(QStringLiteral("cardForm"));
    setFocusPolicy(Qt::NoFocus);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->hide();
    auto *done = new QPushButton(icon(Symbol::Ok), tr("Done"), this);
    done->setObjectName(QStringLiteral("done"));
    done->setToolTip(tr("Close these fields (Escape)"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 10);
    layout->addLayout(m_layout);
    layout->addWidget(m_problem);
    layout->addWidget(done, 0, Qt::AlignRight);
    for (const auto &field : form.fields)
        addRow(field);
    connect(done, &QPushButton::clicked, this, [this] {
        commit();
        if (problem().isEmpty())
            emit closed();
    });
}

QString CardForm::labelOf(const Field &field) const
{
    if (field.id == "name")
        return m_keyword == "FROM" ? tr("Name of the stage") : tr("Name");
    if (field.id == "pairs")
        return m_keyword == "ARG" ? tr("Name=value, one in a line; the value may be missing")
                                  : tr("Name=value, one in a line");
    if (field.id == "command")
        return m_keyword == "SHELL" ? tr("Program and arguments, one in a line") : tr("Command");
    const auto *found = std::ranges::find(fieldNames, field.id, &FieldName::id);
    return found == std::end(fieldNames) ? QString::fromStdString(field.id) : tr(found->label);
}

QString CardForm::hintOf(const Field &field) const
{
    const auto *found = std::ranges::find(fieldNames, field.id, &FieldName::id);
    if (field.id == "name")
        return m_keyword == "FROM" ? tr("empty: it has none") : QString();
    return found == std::end(fieldNames) || *found->hint == '\0' ? QString() : tr(found->hint);
}

QWidget *CardForm::makeEditor(const Field &field, Row &row)
{
    const auto index = m_rows.size();
    const auto done = [this, index] { commit(m_rows[index]); };
    switch (field.type) {
    case Field::Type::Text: {
        auto *edit = new QLineEdit(this);
        edit->setPlaceholderText(hintOf(field));
        connect(edit, &QLineEdit::editingFinished, this, done);
        return edit;
    }
    case Field::Type::Choice: {
        auto *box = new QComboBox(this);
        box->addItem(tr("not said"), QString());
        for (const auto &choice : field.choices)
            box->addItem(QString::fromStdString(choice), QString::fromStdString(choice));
        connect(box, &QComboBox::activated, this, done);
        return box;
    }
    case Field::Type::Switch: {
        auto *box = new QCheckBox(labelOf(field), this);
        connect(box, &QCheckBox::clicked, this, done);
        return box;
    }
    case Field::Type::List:
    case Field::Type::Pairs:
    case Field::Type::Command:
        break;
    }
    auto *edit = new QPlainTextEdit(this);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setPlaceholderText(hintOf(field));
    edit->installEventFilter(this);
    if (field.type == Field::Type::Command)
        edit->setFont(fixedFont());
    const auto fit = [this, edit] {
        const int lines = std::clamp(edit->document()->blockCount(), 1, 12);
        const int height = edit->fontMetrics().lineSpacing() * lines + 26; // with a scroll bar below
        if (edit->minimumHeight() == height)
            return;
        edit->setFixedHeight(height);
        emit heightChanged();
    };
    connect(edit, &QPlainTextEdit::textChanged, this, fit);
    fit();
    if (field.shapes.size() > 1) {
        auto *box = new QComboBox(this);
        for (const auto shape : field.shapes)
            box->addItem(shapeName(shape, m_keyword == "RUN"), int(shape));
        box->setAccessibleName(tr("How the command is written"));
        box->setObjectName(QStringLiteral("shape"));
        connect(box, &QComboBox::activated, this, [this, index] { changeShape(index); });
        row.shape = box;
    }
    return edit;
}

void CardForm::addRow(const Field &field)
{
    Row row{.field = field};
    row.editor = makeEditor(field, row);
    row.editor->setObjectName(QString::fromStdString(field.id));
    row.editor->setAccessibleName(labelOf(field));
    if (field.type == Field::Type::Switch)
        m_layout->addRow(row.editor);
    else
        m_layout->addRow(labelOf(field), row.editor);
    if (row.shape != nullptr)
        m_layout->insertRow(m_layout->rowCount() - 1, QString(), row.shape);
    m_rows.push_back(row);
    show(row);
}

// The field as it is in the file.
void CardForm::show(const Row &row) const
{
    const QSignalBlocker quiet(row.shape);
    if (auto *line = qobject_cast<QLineEdit *>(row.editor))
        line->setText(QString::fromStdString(row.field.text));
    else if (auto *box = qobject_cast<QComboBox *>(row.editor))
        box->setCurrentIndex(std::max(0, box->findData(QString::fromStdString(row.field.text))));
    else if (auto *check = qobject_cast<QCheckBox *>(row.editor))
        check->setChecked(row.field.on);
    else if (auto *text = qobject_cast<QPlainTextEdit *>(row.editor)) {
        const bool command = row.field.type == Field::Type::Command;
        text->setPlainText(command ? commandLines(row.field.command) : asLines(row.field.list));
        text->setReadOnly(command && !fitsLines(row.field));
        text->setToolTip(text->isReadOnly()
                             ? tr("One of the words has several lines or is empty: change it in the text")
                             : QString());
    }
    if (auto *box = qobject_cast<QComboBox *>(row.shape))
        box->setCurrentIndex(box->findData(int(row.field.command.shape)));
}

Field CardForm::typed(const Row &row) const
{
    Field field = row.field;
    if (const auto *line = qobject_cast<QLineEdit *>(row.editor))
        field.text = line->text().toStdString();
    else if (const auto *box = qobject_cast<QComboBox *>(row.editor))
        field.text = box->currentData().toString().toStdString();
    else if (const auto *check = qobject_cast<QCheckBox *>(row.editor))
        field.on = check->isChecked();
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(row.editor); !text->isReadOnly()) {
        if (field.type != Field::Type::Command)
            field.list = asList(text->toPlainText());
        else if (field.command.shape == CommandText::Shape::Exec)
            field.command.words = asList(text->toPlainText());
        else
            field.command.text = text->toPlainText().toStdString();
    }
    return field;
}

void CardForm::commit(const Row &row)
{
    const auto field = typed(row);
    if (field != row.field)
        emit fieldEdited(field);
}

void CardForm::commit()
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        commit(m_rows[i]);
}

void CardForm::changeShape(std::size_t index)
{
    auto field = typed(m_rows[index]);
    const auto *box = qobject_cast<QComboBox *>(m_rows[index].shape);
    field.command = models::toShape(field.command, CommandText::Shape(box->currentData().toInt()));
    if (field != m_rows[index].field)
        emit fieldEdited(field);
}

bool CardForm::setForm(const models::Form &form)
{
    if (form.keyword != m_keyword || form.fields.size() != m_rows.size() ||
        !std::ranges::equal(form.fields, m_rows, {}, &Field::id, [](const Row &row) { return row.field.id; }))
        return false;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        auto &row = m_rows[i];
        if (row.field == form.fields[i])
            continue;
        // What somebody types in it now stays, unless that is what has come.
        const bool typing = row.editor->hasFocus() && typed(row) != row.field &&
                            typed(row) != form.fields[i] &&
                            row.field.command.shape == form.fields[i].command.shape;
        row.field = form.fields[i];
        if (!typing && typed(row) != row.field)
            show(row);
        else if (row.shape != nullptr)
            show(row);
    }
    return true;
}

void CardForm::showProblem(const QString &sentence)
{
    if (sentence == problem())
        return;
    auto colors = m_problem->palette();
    colors.setColor(QPalette::WindowText, toneColor(Tone::Bad));
    m_problem->setPalette(colors);
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    emit heightChanged();
}

QString CardForm::problem() const
{
    return m_problem->text();
}

void CardForm::focusFirst()
{
    if (m_rows.empty())
        return;
    m_rows.front().editor->setFocus(Qt::OtherFocusReason);
    if (auto *line = qobject_cast<QLineEdit *>(m_rows.front().editor))
        line->selectAll();
}

QSize CardForm::sizeHint() const
{
    const int wanted = width() > 50 ? width() : QFrame::sizeHint().width();
    const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(wanted)
                                                     : layout()->totalSizeHint().height();
    return {wanted, height};
}

bool CardForm::eventFilter(QObject *watched, QEvent *event)
{
    const auto row = std::ranges::find(m_rows, watched, &Row::editor);
    if (row == m_rows.end())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::FocusOut)
        commit(*row);
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            key->modifiers().testFlag(Qt::ControlModifier)) {
            commit(*row);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CardForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        emit closed();
        return;
    }
    // Nothing that is pressed here is meant for the list below.
    event->accept();
}

void CardForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::AlternateBase));
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace quayside::ui
