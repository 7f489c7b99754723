#include "ui/dockerfile/cards/cardform.h"

#include "models/common/shellwords.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/dockerfile/cards/fieldnames.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
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

constexpr int leastFieldWidth = 20; // characters

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

// Words as they are typed in a terminal, so that nobody has to know of arrays.
QString commandLines(const CommandText &command)
{
    if (command.shape != CommandText::Shape::Exec)
        return QString::fromStdString(command.text);
    QStringList words;
    for (const auto &word : command.words)
        words.append(QString::fromStdString(word));
    return models::joinShellWords(words);
}

} // namespace

CardForm::CardForm(const models::Form &form, const FieldChoices &choices, QWidget *parent)
    : QFrame(parent), m_keyword(form.keyword), m_choices(choices), m_layout(new QFormLayout),
      m_problem(new QLabel(this))
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
    if (!m_rows.empty())
        setTabOrder(m_rows.back().editor, done); // it stands below them
    connect(done, &QPushButton::clicked, this, [this] {
        commit();
        if (problem().isEmpty())
            emit closed();
    });
}

QWidget *CardForm::makeEditor(const Field &field, Row &row)
{
    const auto index = m_rows.size();
    const auto done = [this, index] { commit(m_rows[index]); };
    switch (field.type) {
    case Field::Type::Text: {
        auto *edit = new QLineEdit(this);
        edit->setPlaceholderText(fieldHint(m_keyword, field));
        connect(edit, &QLineEdit::editingFinished, this, done);
        if (field.id == "image" || field.id == "from") {
            offerImages(edit, m_choices);
            connect(edit->completer(), qOverload<const QString &>(&QCompleter::activated), this, done,
                    Qt::QueuedConnection); // the field has it then
        }
        return edit;
    }
    case Field::Type::Choice: {
        auto *box = new QComboBox(this);
        box->addItem(tr("default"), QString());
        for (const auto &choice : field.choices)
            box->addItem(QString::fromStdString(choice), QString::fromStdString(choice));
        connect(box, &QComboBox::activated, this, done);
        return box;
    }
    case Field::Type::Switch: {
        auto *box = new QCheckBox(fieldLabel(m_keyword, field), this);
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
    edit->setPlaceholderText(fieldHint(m_keyword, field));
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
        for (const auto shape : field.shapes) {
            box->addItem(shapeName(shape), int(shape));
            box->setItemData(box->count() - 1, shapeToolTip(shape), Qt::ToolTipRole);
        }
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
    row.editor->setAccessibleName(fieldLabel(m_keyword, field));
    if (field.type != Field::Type::Switch) // in a narrow column it stands below its label
        row.editor->setMinimumWidth(leastFieldWidth * fontMetrics().averageCharWidth());
    if (field.type == Field::Type::Switch)
        m_layout->addRow(row.editor);
    else
        m_layout->addRow(fieldLabel(m_keyword, field), row.editor);
    if (field.id == "sources" && m_choices.sources != nullptr)
        m_layout->addRow(QString(), makeFilesButton(m_rows.size()));
    if (row.shape != nullptr)
        m_layout->insertRow(m_layout->rowCount() - 1, QString(), row.shape);
    m_rows.push_back(row);
    show(row);
}

// Files are chosen by a menu of the project: their names are right then.
QWidget *CardForm::makeFilesButton(std::size_t index)
{
    auto *button = new QPushButton(icon(Symbol::Folder), tr("Choose files"), this);
    button->setObjectName(QStringLiteral("chooseFiles"));
    button->setToolTip(tr("Add a file or folder of your project"));
    auto *menu = new ContextMenu(m_choices.sources, QString(), button);
    button->setMenu(menu);
    connect(menu, &ContextMenu::chosen, this, [this, index](const QString &path) {
        auto *edit = qobject_cast<QPlainTextEdit *>(m_rows[index].editor);
        auto files = edit->toPlainText().split(u'\n', Qt::SkipEmptyParts);
        files.removeAll(QStringLiteral(".")); // all of them: not what somebody wants who names one
        if (!files.contains(path))
            files.append(path);
        edit->setPlainText(files.join(u'\n'));
        commit(m_rows[index]);
    });
    return button;
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
    else if (const auto *text = qobject_cast<QPlainTextEdit *>(row.editor)) {
        if (field.type != Field::Type::Command)
            field.list = asList(text->toPlainText());
        else if (field.command.shape != CommandText::Shape::Exec)
            field.command.text = text->toPlainText().toStdString();
        else if (const auto words = models::splitShellWords(text->toPlainText())) {
            field.command.words.clear();
            for (const auto &word : *words)
                field.command.words.push_back(word.toStdString());
        }
    }
    return field;
}

// What stands in a field and is no value of it: why, as a sentence; "" where it is one.
QString CardForm::unreadable(const Row &row)
{
    const auto *text = qobject_cast<QPlainTextEdit *>(row.editor);
    const bool words = text != nullptr && row.field.type == Field::Type::Command &&
                       row.field.command.shape == CommandText::Shape::Exec;
    return words && !models::splitShellWords(text->toPlainText()) ? tr("A quotation mark is not closed.")
                                                                  : QString();
}

void CardForm::commit(const Row &row)
{
    if (const auto problem = unreadable(row); !problem.isEmpty())
        return showProblem(problem);
    const auto field = typed(row);
    if (field != row.field)
        emit fieldEdited(field);
    else if (!m_problem->text().isEmpty())
        showProblem({}); // as it was: there is nothing wrong any more
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
