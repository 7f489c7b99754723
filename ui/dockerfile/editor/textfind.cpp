#include "ui/dockerfile/editor/textfind.h"

#include <QCoreApplication>
#include <QPlainTextEdit>
#include <QTextBlock>

#include <algorithm>
#include <vector>

namespace quayside::ui
{

namespace
{

struct Place {
    int start = 0, length = 0;
};

int endOf(const QTextDocument *document, const FindScope &scope)
{
    return scope.end < 0 ? document->characterCount() : scope.end;
}

// Of one block, in the scope.
std::vector<Place> placesIn(const QTextBlock &block, const QRegularExpression &pattern, int start, int end)
{
    std::vector<Place> places;
    auto matches = pattern.globalMatch(block.text());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int at = block.position() + int(match.capturedStart());
        if (match.capturedLength() > 0 && at >= start && at + match.capturedLength() <= end)
            places.push_back({at, int(match.capturedLength())});
    }
    return places;
}

std::vector<Place> allPlaces(const QTextDocument *document, const QRegularExpression &pattern,
                             const FindScope &scope)
{
    std::vector<Place> places;
    const int end = endOf(document, scope);
    for (QTextBlock block = document->findBlock(scope.start); block.isValid() && block.position() < end;
         block = block.next()) {
        for (const Place &place : placesIn(block, pattern, scope.start, end))
            places.push_back(place);
    }
    return places;
}

} // namespace

std::expected<QRegularExpression, QString> patternOf(const FindQuery &query)
{
    QString pattern = query.regex ? query.text : QRegularExpression::escape(query.text);
    if (query.wholeWord)
        pattern = QStringLiteral("\\b(?:%1)\\b").arg(pattern);
    QRegularExpression::PatternOptions options = QRegularExpression::UseUnicodePropertiesOption;
    if (!query.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    QRegularExpression expression(pattern, options);
    if (!expression.isValid())
        return std::unexpected(
            QCoreApplication::translate("quayside::ui::FindBar",
                                        "This is no regular expression: %1 (character %2).")
                .arg(expression.errorString())
                .arg(expression.patternErrorOffset() + 1));
    return expression;
}

std::optional<QTextCursor> findNext(const QTextCursor &from, const QRegularExpression &pattern, bool forward,
                                    const FindScope &scope)
{
    const std::vector<Place> places = allPlaces(from.document(), pattern, scope);
    if (places.empty())
        return std::nullopt;
    Place found;
    if (forward) {
        const auto next = std::ranges::lower_bound(places, from.selectionEnd(), {}, &Place::start);
        found = next == places.end() ? places.front() : *next;
    } else {
        const auto after = std::ranges::lower_bound(places, from.selectionStart(), {}, &Place::start);
        found = after == places.begin() ? places.back() : *std::prev(after);
    }
    QTextCursor cursor(from);
    cursor.setPosition(found.start);
    cursor.setPosition(found.start + found.length, QTextCursor::KeepAnchor);
    return cursor;
}

FindCount countMatches(const QTextCursor &selection, const QRegularExpression &pattern,
                       const FindScope &scope)
{
    const std::vector<Place> places = allPlaces(selection.document(), pattern, scope);
    FindCount count{.all = int(places.size())};
    const auto at = std::ranges::lower_bound(places, selection.selectionStart(), {}, &Place::start);
    if (at != places.end() && at->start == selection.selectionStart() &&
        at->start + at->length == selection.selectionEnd())
        count.at = int(at - places.begin()) + 1;
    return count;
}

QString replacementFor(const QRegularExpressionMatch &match, const QString &text, bool regex)
{
    if (!regex)
        return text;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = text[i] == u'\\' && i + 1 < text.size() ? text[i + 1] : QChar();
        if (next.isNull()) {
            result += text[i];
            continue;
        }
        ++i;
        if (next.isDigit())
            result += match.captured(next.digitValue());
        else
            result += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
    }
    return result;
}

bool replaceSelection(QPlainTextEdit *editor, const QRegularExpression &pattern, const QString &text,
                      bool regex)
{
    QTextCursor cursor = editor->textCursor();
    const QTextBlock block = editor->document()->findBlock(cursor.selectionStart());
    const int start = cursor.selectionStart() - block.position();
    auto matches = pattern.globalMatch(block.text());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (match.capturedStart() != start || match.capturedLength() == 0 ||
            match.capturedEnd() != cursor.selectionEnd() - block.position())
            continue;
        cursor.insertText(replacementFor(match, text, regex));
        editor->setTextCursor(cursor);
        return true;
    }
    return false;
}

int replaceAll(QPlainTextEdit *editor, const QRegularExpression &pattern, const QString &text, bool regex,
               FindScope &scope)
{
    const std::vector<Place> places = allPlaces(editor->document(), pattern, scope);
    QTextCursor cursor(editor->document());
    cursor.beginEditBlock();
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        const QTextBlock block = editor->document()->findBlock(place->start);
        const QRegularExpressionMatch match = pattern.match(block.text(), place->start - block.position());
        const QString replacement = replacementFor(match, text, regex);
        cursor.setPosition(place->start);
        cursor.setPosition(place->start + place->length, QTextCursor::KeepAnchor);
        cursor.insertText(replacement);
        if (scope.end >= 0)
            scope.end += int(replacement.size()) - place->length;
    }
    cursor.endEditBlock();
    return int(places.size());
}

} // namespace quayside::ui
