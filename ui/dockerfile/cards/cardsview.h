// A Dockerfile as cards, by stages: a view of the document's text that changes it by what is done to the
// cards.
#pragma once

#include "models/dockerfile/cards/cardmodel.h"
#include "models/dockerfile/cards/edits.h"
#include "models/dockerfile/cards/form.h"
#include "models/dockerfile/language/sources.h"
#include "ui/common/icons.h"

#include <QKeySequence>
#include <QPointer>
#include <QWidget>

class QAction;
class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;

namespace quayside::ui
{

class CardDelegate;
class CardForm;
class CardList;
class Notice;
class Placeholder;

class CardsView : public QWidget
{
    Q_OBJECT

public:
    enum Verb { EditVerb, UpVerb, DownVerb, DuplicateVerb, DisableVerb, RemoveVerb, DismissVerb, VerbCount };

    // The document must outlive it.
    explicit CardsView(models::DockerfileDocument *document, QWidget *parent = nullptr);

    [[nodiscard]] models::CardModel *model() const { return m_model; }
    [[nodiscard]] CardList *list() const { return m_list; }
    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }
    [[nodiscard]] QMenu *addMenu() const { return m_addMenu; }
    [[nodiscard]] QAction *adding(const QString &keyword) const; // the action that adds a "RUN"
    [[nodiscard]] CardForm *form() const;                        // null where none is open
    [[nodiscard]] QString notice() const;                        // what could not be done; "": nothing
    [[nodiscard]] QString dropWarning() const;                   // of the place that a card is held over

    // What fields can be filled with of images and files. Without them, or when they are gone: by hand only.
    void setSources(models::language::CompletionSources *sources);
    // What a build says, by the first line of instructions.
    void setFacts(const models::CardFacts &facts);

public slots:
    // The card of that line becomes the current one, as soon as the rows follow the text; nothing is
    // signalled.
    void showLine(int line);
    // A new instruction below the current card, its fields opened.
    void addInstruction(const QString &keyword);
    void openForm();
    void closeForm();

signals:
    void currentLineChanged(int line); // somebody has chosen another card: the line of its instruction
    // Ctrl+Z and Ctrl+Shift+Z on the cards: the stack is the text editor's.
    void undoRequested();
    void redoRequested();

private:
    void makeActions();
    void makeAddMenu();
    QAction *makeAction(Symbol symbol, const QString &text, const QString &toolTip, const QKeySequence &keys);
    QToolBar *makeToolBar();
    void makeEmpty();
    void connectList();

    void run(Verb verb);
    bool apply(const Result<models::CardChange> &change, const QString &title);
    void moveTo(int row, int before);
    void step(int by);
    void showDropWarning(int row, int before);
    void writeField(const models::Field &field);
    void refresh();
    void refreshActions();
    void refreshForm();
    void fitForm();
    void dropForm();
    void setCurrent(int row);
    void showMenu(const QPoint &place);
    [[nodiscard]] int currentRow() const;
    [[nodiscard]] models::CardBlock block(int row) const;
    [[nodiscard]] QStringList stagesAbove(int row) const;

    models::DockerfileDocument *m_document;
    models::CardModel *m_model;
    CardDelegate *m_delegate;
    CardList *m_list;
    Notice *m_notice;
    QLabel *m_dropWarning;
    QStackedWidget *m_pages;
    Placeholder *m_empty;
    QMenu *m_addMenu;
    QAction *m_actions[VerbCount] = {};
    QPointer<models::language::CompletionSources> m_sources;
    QPointer<CardForm> m_form;
    int m_wantedLine = 0; // to be shown once the rows are those of the text
    bool m_quiet = false; // the current card changes by ourselves
};

} // namespace quayside::ui
