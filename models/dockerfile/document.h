// The text of one Dockerfile as the studio has it open: the one thing that its views (text, cards, graph,
// context, gutter) share. Each shows snapshot(), and changes the file by apply(); none knows another.
#pragma once

#include "engine/dockerfile/linter/finding.h"
#include "engine/dockerfile/parser/parser.h"

#include <QObject>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace quayside::models
{

// A text and what it parses to. Immutable: it may be kept, and read by other threads.
struct DockerfileSnapshot {
    quint64 revision = 0; // of its document; from 1, one more with each change
    std::string text;     // UTF-8, lines end with "\n"
    dockerfile::LineTable lines{std::string_view()};
    dockerfile::Outcome parsed;
};
using DockerfileSnapshotPtr = std::shared_ptr<const DockerfileSnapshot>;

// Positions and columns count as engine/dockerfile/position.h says: from 1, in bytes of UTF-8.
class DockerfileDocument : public QObject
{
    Q_OBJECT

public:
    explicit DockerfileDocument(QObject *parent = nullptr);

    [[nodiscard]] const DockerfileSnapshotPtr &snapshot() const { return m_snapshot; } // never null
    [[nodiscard]] const std::string &text() const { return m_snapshot->text; }

    // The whole text is another one: somebody has typed, or a file was read. Nothing happens where it is
    // equal.
    void setText(std::string text);
    // Changes in order, never overlapping, against text(): all of them, as one step that can be undone, or
    // none (false) where one lies outside of the text. `title`: what undo is called after, "Move the
    // instruction".
    bool apply(const std::vector<dockerfile::Edit> &edits, const QString &title);

    // Who keeps the undo stack (the text editor) makes the edits of apply() in its own text and then says
    // setText(). Without one, apply() does that itself. `context`: the editor is gone with it.
    using Editor = std::function<void(const std::vector<dockerfile::Edit> &edits, const QString &title)>;
    void setEditor(QObject *context, Editor editor);

signals:
    void changed(); // snapshot() is of the new text

private:
    DockerfileSnapshotPtr m_snapshot;
    QObject *m_editorContext = nullptr;
    Editor m_editor;
};

} // namespace quayside::models
