#include "models/dockerfile/files/formatting.h"

#include "engine/dockerfile/format/format.h"
#include "models/dockerfile/files/linediff.h"

#include <QCoreApplication>

namespace quayside::models
{

namespace
{

int bytesIn(const QString &line)
{
    return int(line.toUtf8().size());
}

} // namespace

std::vector<dockerfile::Edit> editsBetween(const std::string &before, const std::string &after)
{
    const auto lines = LineDiff::lines(QString::fromStdString(before), QString::fromStdString(after));
    std::vector<dockerfile::Edit> edits;
    int line = 1;                   // of `before`
    dockerfile::Position end{1, 1}; // of the last line of `before` that was passed, without its end
    bool open = false;              // the last edit goes on
    std::size_t count = 0;          // lines in it
    for (const LineDiff::Line &here : lines) {
        if (here.kind == LineDiff::Kind::Both) {
            // A change stands before this line: it ends where this one begins.
            if (open) {
                edits.back().range.end = {line, 1};
                edits.back().text += count > 0 ? "\n" : "";
            }
            open = false;
        } else {
            if (!std::exchange(open, true)) {
                edits.push_back({{{line, 1}, {line, 1}}, {}});
                count = 0;
            }
            if (here.kind == LineDiff::Kind::New)
                edits.back().text += (count++ > 0 ? "\n" : "") + here.text.toStdString();
        }
        if (here.kind != LineDiff::Kind::New) {
            end = {line, bytesIn(here.text) + 1};
            ++line;
        }
    }
    if (!open)
        return edits;
    // At the end of the text: no line follows whose start could be the end of the change.
    dockerfile::Edit &last = edits.back();
    last.range.end = end;
    if (last.range.start > end) { // lines are added behind the last one
        last.range.start = end;
        last.text.insert(0, "\n");
    } else if (count == 0 && last.range.start.line > 1) { // lines go, and the end of the one above
        const auto above = QString::fromStdString(before).split(u'\n').at(last.range.start.line - 2);
        last.range.start = {last.range.start.line - 1, bytesIn(above) + 1};
    }
    return edits;
}

std::expected<std::vector<dockerfile::Edit>, QString> formatEdits(const DockerfileSnapshot &snapshot)
{
    const auto formatted = dockerfile::format(snapshot.text);
    if (!formatted)
        return std::unexpected(QCoreApplication::translate("quayside::models::Formatting",
                                                           "The file cannot be formatted: line %1: %2.")
                                   .arg(formatted.error().range.start.line)
                                   .arg(QString::fromStdString(formatted.error().message)));
    return editsBetween(snapshot.text, *formatted);
}

} // namespace quayside::models
