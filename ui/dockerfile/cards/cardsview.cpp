#include "ui/dockerfile/cards/cardsview.h"

#include "models/dockerfile/cards/cardtext.h"
#include "models/dockerfile/cards/order.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/dockerfile/cards/carddelegate.h"
#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/cardlist.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace quayside::ui
{

using models::Card;
using models::CardModel;
using models::CardText;

namespace
{

constexpr int mostWarnings = 3; // that are shown at once

QString asNote(const QStringList &warnings)
{
    auto note = warnings.mid(0, mostWarnings).join(u'\n');
    if (warnings.size() > mostWarnings)
        note += u'\n' + CardsView::tr("… and %n more", nullptr, int(warnings.size()) - mostWarnings);
    return note;
}

} // namespace

void CardsView::setSources(models::language::CompletionSources *sources)
{
    m_sources = sources;
}

void CardsView::setFacts(const models::CardFacts &facts)
{
    m_model->setFacts(facts);
}

CardForm *CardsView::form() const
{
    return m_form;
}

QString CardsView::notice() const
{
    return m_notice->text();
}

QString CardsView::dropWarning() const
{
    return m_dropWarning->text();
}

int CardsView::currentRow() const
{
    return m_list->currentIndex().row();
}

models::CardBlock CardsView::block(int row) const
{
    return models::blockOf(m_model->snapshot(), m_model->cards(), std::size_t(row));
}

void CardsView::connectList()
{
    connect(m_model, &CardModel::refreshed, this, &CardsView::refresh);
    connect(m_list, &QAbstractItemView::doubleClicked, this, &CardsView::openForm);
    connect(m_list, &QWidget::customContextMenuRequested, this, &CardsView::showMenu);
    connect(m_list, &CardList::hovered, this, &CardsView::showDropWarning);
    connect(m_list, &CardList::dropped, this, [this](int row, int before) { moveTo(row, before); });
    connect(m_list, &CardList::resized, this, &CardsView::fitForm);
    connect(m_list, &CardList::released, this, [this] {
        if (!m_form || m_delegate->openRow() == currentRow())
            return;
        if (currentRow() >= 0 && m_model->card(currentRow()).kind == Card::Kind::Instruction)
            openForm(); // who fills in one card after the other does not open each
        else
            closeForm();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) {
                if (m_model->isRefreshing())
                    return; // refresh() comes afterwards
                refreshActions();
                // What the mouse holds stays where it is: the cards move when the fields go.
                if (m_form && m_delegate->openRow() != current.row() && !m_list->isPressed())
                    closeForm();
                if (!m_quiet && current.isValid())
                    emit currentLineChanged(m_model->card(current.row()).line);
            });
}

void CardsView::setCurrent(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_model->index(row));
}

void CardsView::showLine(int line)
{
    if (m_model->isBehind()) { // somebody types: the rows come when they rest
        m_wantedLine = line;
        return;
    }
    m_wantedLine = 0;
    const int row = m_model->rowOfLine(line);
    if (row == currentRow())
        return;
    const QScopedValueRollback quiet(m_quiet, true);
    setCurrent(row);
}

// Changes the text, and goes to the card that it was about.
bool CardsView::apply(const Result<models::CardChange> &change, const QString &title)
{
    if (!change) {
        m_notice->show(Notice::Kind::Error, QString::fromStdString(change.error().message));
        return false;
    }
    m_notice->dismiss();
    if (!m_document->apply(change->edits, title))
        return false;
    m_wantedLine = 0; // where the text's cursor has come to meanwhile is nobody's wish
    m_model->update();
    setCurrent(m_model->rowOfLine(change->line));
    return true;
}

void CardsView::addInstruction(const QString &keyword)
{
    m_model->update();
    closeForm();
    const auto text = models::startingText(keyword.toStdString());
    const int row = currentRow();
    std::size_t before = row < 0 ? m_model->cards().cards.size() : std::size_t(row) + 1;
    if (keyword == u"FROM" && row >= 0) // behind the stage
        while (before < m_model->cards().cards.size() &&
               !m_model->card(int(before)).beginsStage(m_model->snapshot()))
            ++before;
    if (apply(models::inserted(m_model->snapshot(), m_model->cards(), before, text),
              tr("Add %1").arg(keyword)))
        openForm();
}

void CardsView::run(Verb verb)
{
    m_model->update();
    if (verb != EditVerb)
        closeForm(); // what is typed in it counts first
    const int row = currentRow();
    if (row < 0)
        return;
    const auto &snapshot = m_model->snapshot();
    const auto &cards = m_model->cards();
    switch (verb) {
    case EditVerb:
        return openForm();
    case UpVerb:
        return step(-1);
    case DownVerb:
        return step(1);
    case DuplicateVerb:
        apply(models::duplicated(snapshot, cards, block(row)), tr("Duplicate the instruction"));
        return;
    case DisableVerb:
        apply(models::toggled(snapshot, cards, std::size_t(row)),
              m_model->card(row).kind == Card::Kind::Disabled ? tr("Enable the instruction")
                                                              : tr("Disable the instruction"));
        return;
    case RemoveVerb:
        if (apply(models::removed(snapshot, cards, block(row)), tr("Remove the instruction")))
            setCurrent(std::min(row, m_model->rowCount() - 1));
        return;
    case DismissVerb:
        m_model->setNote(row, {});
        return refreshActions();
    case VerbCount:
        return;
    }
}

// One place up or down; a stage past a whole one.
void CardsView::step(int by)
{
    const int row = currentRow();
    const auto own = block(row);
    const int end = int(own.first + own.count), count = m_model->rowCount();
    const bool stage = m_model->card(row).beginsStage(m_model->snapshot());
    const auto begins = [this](int index) { return m_model->card(index).beginsStage(m_model->snapshot()); };
    int before = by < 0 ? row - 1 : end + 1;
    while (stage && by < 0 && before >= 0 && !begins(before))
        --before;
    while (stage && by > 0 && before < count && !begins(before))
        ++before;
    if (before >= 0 && end + (by > 0 ? 1 : 0) <= count)
        moveTo(row, before);
}

// What it changes besides the order stays at the card as a note.
void CardsView::moveTo(int row, int before)
{
    m_model->update();
    closeForm();
    if (row >= m_model->rowCount() || before > m_model->rowCount())
        return; // the text has become another one meanwhile
    const auto own = block(row);
    if (before >= row && before <= int(own.first + own.count))
        return; // it stands there
    const auto warnings =
        models::moveWarnings(m_model->snapshot(), m_model->cards(), own, std::size_t(before));
    if (!apply(models::moved(m_model->snapshot(), m_model->cards(), own, std::size_t(before)),
               own.count > 1 ? tr("Move the stage") : tr("Move the instruction")))
        return;
    if (currentRow() >= 0)
        m_model->setNote(currentRow(), asNote(warnings));
    refreshActions();
}

void CardsView::showDropWarning(int row, int before)
{
    const auto note = before < 0 ? QString()
                                 : asNote(models::moveWarnings(m_model->snapshot(), m_model->cards(),
                                                               block(row), std::size_t(before)));
    m_dropWarning->setText(note);
    m_dropWarning->setVisible(!note.isEmpty());
}

void CardsView::openForm()
{
    m_model->update();
    const int row = currentRow();
    if (row < 0)
        return;
    if (m_form && m_delegate->openRow() == row)
        return m_form->focusFirst();
    closeForm();
    const auto &card = m_model->card(row);
    if (card.kind != Card::Kind::Instruction) {
        m_notice->show(Notice::Kind::Info,
                       card.kind == Card::Kind::Disabled
                           ? tr("It is disabled. Press Space to enable it, then change it.")
                           : tr("This cannot be read as an instruction: change it in the text."));
        return;
    }
    m_form = new CardForm(models::formOf(m_model->snapshot(), *card.node(m_model->snapshot())),
                          {.stages = stagesAbove(row), .sources = m_sources});
    m_form->setAccessibleName(tr("Fields of %1").arg(m_model->index(row).data().toString()));
    connect(m_form, &CardForm::closed, this, [this] {
        closeForm();
        m_list->setFocus();
    });
    connect(m_form, &CardForm::fieldEdited, this, &CardsView::writeField);
    connect(m_form, &CardForm::heightChanged, this, &CardsView::fitForm);
    m_delegate->setOpen(row, 10);
    m_list->setIndexWidget(m_model->index(row), m_form);
    fitForm();
    m_list->scrollTo(m_model->index(row));
    m_form->focusFirst();
}

// By their names: what an instruction of this row can take files of, or go on from.
QStringList CardsView::stagesAbove(int row) const
{
    QStringList names;
    for (int above = 0; above < row; ++above) {
        const auto &card = m_model->card(above);
        if (card.kind != Card::Kind::Instruction || !card.beginsStage(m_model->snapshot()))
            continue;
        const auto form = models::formOf(m_model->snapshot(), *card.node(m_model->snapshot()));
        if (const auto *name = form.field("name"); name != nullptr && !name->text.empty())
            names.append(QString::fromStdString(name->text));
    }
    return names;
}

void CardsView::closeForm()
{
    if (!m_form)
        return;
    m_form->commit(); // what is typed counts: it may change the text, and all that follows from that
    if (!m_form)
        return;
    if (const auto problem = m_form->problem(); !problem.isEmpty())
        m_notice->show(Notice::Kind::Error, problem); // what was typed is not in the text
    dropForm();
}

void CardsView::dropForm()
{
    const bool focused = m_form->isAncestorOf(QApplication::focusWidget());
    m_form->disconnect(this);
    m_form->hide();
    // The list must not know it until it is gone: within a menu's event loop that is long after.
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_list->indexWidget(m_model->index(row)) == m_form)
            m_list->setIndexWidget(m_model->index(row), nullptr);
    }
    if (m_form)
        m_form->deleteLater();
    m_form = nullptr;
    m_delegate->setOpen(-1, 0);
    m_list->doItemsLayout();
    if (focused)
        m_list->setFocus();
}

void CardsView::fitForm()
{
    if (!m_form)
        return;
    m_form->resize(std::max(80, m_list->viewport()->width() - 20), m_form->height());
    m_delegate->setOpen(m_delegate->openRow(), m_form->sizeHint().height());
    m_list->doItemsLayout();
}

void CardsView::writeField(const models::Field &field)
{
    m_model->update();
    const int row = m_delegate->openRow();
    if (!m_form || row < 0 || row >= m_model->rowCount() || m_model->card(row).index < 0)
        return;
    const auto edits = models::withField(m_model->snapshot(), std::size_t(m_model->card(row).index), field);
    if (!edits) {
        m_form->showProblem(QString::fromStdString(edits.error().message));
        return;
    }
    m_form->showProblem({});
    m_notice->dismiss();
    m_document->apply(*edits, tr("Change the instruction"));
    m_wantedLine = 0;
    m_model->update();
}

// The text is another one.
void CardsView::refresh()
{
    refreshForm();
    m_pages->setCurrentIndex(m_model->rowCount() == 0 ? 0 : 1);
    if (m_wantedLine > 0)
        showLine(m_wantedLine);
    if (m_model->rowCount() > 0 && currentRow() < 0) {
        const QScopedValueRollback quiet(m_quiet, true);
        setCurrent(0);
    }
    refreshActions();
}

void CardsView::refreshForm()
{
    const int row = m_delegate->openRow();
    if (!m_form || row < 0)
        return;
    const auto *node = row < m_model->rowCount() && m_model->card(row).kind == Card::Kind::Instruction
                           ? m_model->card(row).node(m_model->snapshot())
                           : nullptr;
    if (node != nullptr && m_form->setForm(models::formOf(m_model->snapshot(), *node)))
        return fitForm();
    dropForm(); // it is about what is no more
}

void CardsView::refreshActions()
{
    const int row = currentRow();
    const bool some = row >= 0 && row < m_model->rowCount();
    const auto kind = some ? m_model->card(row).kind : Card::Kind::Unknown;
    const bool stage = some && m_model->card(row).beginsStage(m_model->snapshot());
    for (auto *one : m_actions)
        one->setEnabled(some);
    m_actions[UpVerb]->setEnabled(some && row > 0);
    m_actions[DownVerb]->setEnabled(some && int(block(row).first + block(row).count) < m_model->rowCount());
    m_actions[DisableVerb]->setEnabled(some && !stage && kind != Card::Kind::Unknown);
    m_actions[DisableVerb]->setText(kind == Card::Kind::Disabled ? tr("&Enable") : tr("&Disable"));
    m_actions[RemoveVerb]->setText(stage ? tr("&Remove the stage") : tr("&Remove"));
    const bool note = some && !m_model->index(row).data(CardModel::NoteRole).toString().isEmpty();
    m_actions[DismissVerb]->setEnabled(note);
    m_actions[DismissVerb]->setVisible(note);
}

} // namespace quayside::ui
