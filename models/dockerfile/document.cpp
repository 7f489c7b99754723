#include "models/dockerfile/document.h"

#include <algorithm>
#include <utility>

namespace quayside::models
{
namespace
{

DockerfileSnapshotPtr makeSnapshot(quint64 revision, std::string text)
{
    auto snapshot = std::make_shared<DockerfileSnapshot>();
    snapshot->revision = revision;
    snapshot->text = std::move(text);
    snapshot->lines = dockerfile::LineTable(snapshot->text);
    snapshot->parsed = dockerfile::parseAll(snapshot->text);
    return snapshot;
}

// Whether all places are in the text, in order, and none is in two edits.
bool fits(const DockerfileSnapshot &snapshot, const std::vector<dockerfile::Edit> &edits)
{
    dockerfile::Position last;
    return std::ranges::all_of(edits, [&](const dockerfile::Edit &edit) {
        const auto [start, end] = edit.range;
        const bool fine = last <= start && start <= end &&
                          snapshot.lines.position(snapshot.lines.offset(start)) == start &&
                          snapshot.lines.position(snapshot.lines.offset(end)) == end;
        last = end;
        return fine;
    });
}

} // namespace

DockerfileDocument::DockerfileDocument(QObject *parent) : QObject(parent), m_snapshot(makeSnapshot(1, {})) {}

void DockerfileDocument::setText(std::string text)
{
    if (text == m_snapshot->text)
        return;
    m_snapshot = makeSnapshot(m_snapshot->revision + 1, std::move(text));
    emit changed();
}

bool DockerfileDocument::apply(const std::vector<dockerfile::Edit> &edits, const QString &title)
{
    if (!fits(*m_snapshot, edits))
        return false;
    if (edits.empty())
        return true;
    if (m_editor)
        m_editor(edits, title);
    else
        setText(dockerfile::applied(m_snapshot->text, {.title = title.toStdString(), .edits = edits}));
    return true;
}

void DockerfileDocument::setEditor(QObject *context, Editor editor)
{
    if (m_editorContext != nullptr)
        disconnect(m_editorContext, nullptr, this, nullptr);
    m_editorContext = context;
    m_editor = std::move(editor);
    if (context != nullptr)
        connect(context, &QObject::destroyed, this, [this] {
            m_editorContext = nullptr;
            m_editor = nullptr;
        });
}

} // namespace quayside::models
