// What the language of Dockerfiles has to say while one is edited: completion, explanations, problems and
// their fixes, definitions, new names, folds. Between a CodeEditor and models/dockerfile/language.
#pragma once

#include "models/dockerfile/language/completion.h"
#include "models/dockerfile/language/diagnostics.h"

#include <QCompleter>
#include <QObject>
#include <QPointer>
#include <QStandardItemModel>
#include <QTextCursor>
#include <QTimer>

class QMenu;

namespace quayside::ui
{

class CodeEditor;

class Assistant : public QObject
{
    Q_OBJECT

public:
    // All must outlive it; sources may be nullptr: then nothing is known of images and files.
    Assistant(CodeEditor *editor, models::DockerfileDocument *document,
              models::language::CompletionSources *sources, QObject *parent = nullptr);
    ~Assistant() override; // the editor is as if it had never been

    [[nodiscard]] models::language::Diagnostics *diagnostics() { return &m_diagnostics; }
    [[nodiscard]] QCompleter *completer() { return &m_completer; }

public slots:
    void complete(); // as if asked for: also where nothing was typed
    void explain();  // what stands at the cursor, in a box that stays until it is closed
    void offerFixes();
    void goToDefinition();
    void askName(); // of the stage or variable at the cursor

private:
    void onTyped(const QString &text);
    void onHovered(const QTextCursor &place, const QPoint &where);
    void showCompletions();
    void insertCompletion(const QModelIndex &index);
    void refreshSquiggles();
    void refreshFolds();
    void fillMenu(QMenu *menu);
    int addFixes(QMenu *menu);
    void goTo(dockerfile::Position position);
    void say(const QString &sentence); // at the cursor, for a moment
    [[nodiscard]] std::vector<const dockerfile::Finding *> findingsHere() const;
    [[nodiscard]] QString
    explanationOf(const QTextCursor &place); // m_explaining: a source has not answered yet
    void onArrived();

    CodeEditor *m_editor;
    models::DockerfileDocument *m_document;
    models::language::CompletionSources *m_sources;
    models::language::Diagnostics m_diagnostics;
    std::vector<models::language::CompletionItem> m_items;
    QStandardItemModel m_model;
    QCompleter m_completer;
    bool m_waiting = false;    // a completion was asked for, and a source has not answered yet
    bool m_explaining = false; // the same for an explanation
    QTextCursor m_hovered;     // what the box that is open explains
    QPoint m_hoveredAt;        // of the screen
    QString m_hoverText;
    QTimer m_foldsSoon;
};

} // namespace quayside::ui
