#include "ui/dockerfile/editor/findbar.h"

#include "ui/common/icons.h"
#include "ui/dockerfile/editor/codeeditor.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

FindBar::FindBar(CodeEditor *editor, QWidget *parent) : QWidget(parent), m_editor(editor)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(4);
    layout->addWidget(makeFindRow());
    layout->addWidget(m_replaceRow = makeReplaceRow());
    hide();
    m_soon.setSingleShot(true);
    m_soon.setInterval(100);
    connect(&m_soon, &QTimer::timeout, this, &FindBar::refreshCount);
    connect(m_editor->document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (isVisible() && removed + added > 0)
            m_soon.start();
    });
}

QAction *FindBar::makeOption(const QIcon &icon, const QString &text, const QString &toolTip)
{
    auto *action = new QAction(icon, text, this);
    action->setCheckable(true);
    action->setToolTip(toolTip);
    connect(action, &QAction::toggled, this, &FindBar::search);
    return action;
}

QToolButton *FindBar::makeTool(QAction *action)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(action->text());
    return button;
}

QWidget *FindBar::makeFindRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_text = new QLineEdit(row);
    m_text->setObjectName(QStringLiteral("find"));
    m_text->setPlaceholderText(tr("Find in this file"));
    m_text->setAccessibleName(m_text->placeholderText());
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::search);
    m_label = new QLabel(row);
    m_label->setMinimumWidth(80);
    m_case = makeOption(icon(Symbol::Case), tr("Match case"), tr("Tell capital letters from small ones"));
    m_word = makeOption(icon(Symbol::WholeWord), tr("Whole words"),
                        tr("Find it only where it is a word of its own"));
    m_regex = makeOption(icon(Symbol::Regex), tr("Regular expression"),
                         tr("Read the text as a regular expression"));
    m_inSelection = makeOption(icon(Symbol::Selection), tr("In the selection"),
                               tr("Search only the lines that were selected"));
    auto *previous = new QAction(icon(Symbol::Up), tr("Previous match"), this);
    previous->setToolTip(tr("Previous match (Shift+F3)"));
    auto *next = new QAction(icon(Symbol::Down), tr("Next match"), this);
    next->setToolTip(tr("Next match (F3)"));
    auto *hide = new QAction(icon(Symbol::Close), tr("Close search"), this);
    hide->setToolTip(tr("Close search (Esc)"));
    connect(previous, &QAction::triggered, this, [this] { findAgain(false); });
    connect(next, &QAction::triggered, this, [this] { findAgain(true); });
    connect(hide, &QAction::triggered, this, &FindBar::close);
    layout->addWidget(m_text, 1);
    for (QAction *action : {m_case, m_word, m_regex, m_inSelection})
        layout->addWidget(makeTool(action));
    layout->addWidget(m_label);
    for (QAction *action : {previous, next, hide})
        layout->addWidget(makeTool(action));
    return row;
}

QWidget *FindBar::makeReplaceRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_replacement = new QLineEdit(row);
    m_replacement->setObjectName(QStringLiteral("replacement"));
    m_replacement->setPlaceholderText(tr("Replace by"));
    m_replacement->setAccessibleName(m_replacement->placeholderText());
    m_replacement->setToolTip(
        tr("With regular expressions, \\1 to \\9 stand for what the groups have matched."));
    m_replacement->installEventFilter(this);
    auto *one = new QPushButton(tr("&Replace"), row);
    auto *all = new QPushButton(tr("Replace &all"), row);
    one->setObjectName(QStringLiteral("replaceOne"));
    all->setObjectName(QStringLiteral("replaceAll"));
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceEach);
    layout->addWidget(m_replacement, 1);
    layout->addWidget(one);
    layout->addWidget(all);
    return row;
}

void FindBar::open(bool replace)
{
    const QTextCursor cursor = m_editor->textCursor();
    const QString selected = cursor.selectedText();
    const bool lines = selected.contains(QChar::ParagraphSeparator);
    m_selection = lines ? cursor : QTextCursor();
    m_inSelection->setEnabled(lines);
    m_inSelection->setChecked(lines);
    m_start = cursor;
    m_start.setPosition(cursor.selectionStart());
    m_replaceRow->setVisible(replace && !m_editor->isReadOnly());
    show();
    if (!selected.isEmpty() && !lines)
        m_text->setText(m_regex->isChecked() ? QRegularExpression::escape(selected) : selected);
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    search();
}

void FindBar::close()
{
    hide();
    m_editor->setSearchMarks(nullptr);
    m_editor->setFocus(Qt::OtherFocusReason);
}

FindScope FindBar::scope() const
{
    if (!m_inSelection->isChecked() || m_selection.isNull())
        return {};
    return {m_selection.selectionStart(), m_selection.selectionEnd()};
}

void FindBar::search()
{
    m_pattern.reset();
    m_text->setToolTip({});
    m_editor->setSearchMarks(nullptr);
    m_label->clear();
    if (m_text->text().isEmpty())
        return;
    const auto pattern =
        patternOf({m_text->text(), m_regex->isChecked(), m_case->isChecked(), m_word->isChecked()});
    if (!pattern) {
        m_text->setToolTip(pattern.error());
        m_label->setText(tr("not a pattern"));
        m_label->setToolTip(pattern.error());
        return;
    }
    m_pattern = *pattern;
    m_editor->setSearchMarks([pattern = *pattern](const QString &line) {
        QList<std::pair<int, int>> places;
        auto matches = pattern.globalMatch(line);
        while (matches.hasNext()) {
            const auto match = matches.next();
            places.append({int(match.capturedStart()), int(match.capturedLength())});
        }
        return places;
    });
    if (const auto found = findNext(m_start, *m_pattern, true, scope()))
        m_editor->setTextCursor(*found);
    refreshCount();
}

void FindBar::findAgain(bool forward)
{
    if (!m_pattern)
        return;
    if (const auto found = findNext(m_editor->textCursor(), *m_pattern, forward, scope())) {
        m_editor->setTextCursor(*found);
        m_start = *found;
        m_start.setPosition(found->selectionStart());
    }
    refreshCount();
}

void FindBar::refreshCount()
{
    if (!m_pattern)
        return;
    const FindCount count = countMatches(m_editor->textCursor(), *m_pattern, scope());
    if (count.all == 0)
        m_label->setText(tr("not found"));
    else if (count.at > 0)
        m_label->setText(tr("%1 of %2").arg(QLocale().toString(count.at), QLocale().toString(count.all)));
    else
        m_label->setText(tr("%n match(es)", nullptr, count.all));
}

void FindBar::replaceOne()
{
    if (!m_pattern || m_editor->isReadOnly())
        return;
    replaceSelection(m_editor, *m_pattern, m_replacement->text(), m_regex->isChecked());
    findAgain(true);
}

void FindBar::replaceEach()
{
    if (!m_pattern || m_editor->isReadOnly())
        return;
    FindScope where = scope();
    const int start = where.start;
    const int count = replaceAll(m_editor, *m_pattern, m_replacement->text(), m_regex->isChecked(), where);
    if (where.end >= 0) { // the cursor would not take in what was put at its end
        m_selection.setPosition(start);
        m_selection.setPosition(where.end, QTextCursor::KeepAnchor);
    }
    m_soon.stop();
    m_label->setText(tr("%n replaced", nullptr, count));
}

bool FindBar::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(object, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape) {
        close();
        return true;
    }
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return QWidget::eventFilter(object, event);
    if (object == m_replacement)
        replaceOne();
    else
        findAgain(!key->modifiers().testFlag(Qt::ShiftModifier));
    return true;
}

} // namespace quayside::ui
