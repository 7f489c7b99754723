#include "models/learn/timeline/timeline.h"

#include "models/learn/timeline/ancestors.h"

namespace quayside::models
{

namespace
{

QString translated(const char *text)
{
    return text == nullptr ? QString() : Timeline::tr(text);
}

void addPart(QString &html, const QString &title, const QString &text)
{
    if (!text.isEmpty())
        html += QStringLiteral("<h3>%1</h3><p>%2</p>").arg(title.toHtmlEscaped(), text.toHtmlEscaped());
}

} // namespace

QList<TimelineEntry> Timeline::entries()
{
    QList<TimelineEntry> entries;
    for (const AncestorText &text : ancestorTexts())
        entries.append({.key = QString::fromLatin1(text.key),
                        .year = text.year,
                        .name = tr(text.name),
                        .from = tr(text.from),
                        .lesson = QString::fromLatin1(text.lesson),
                        .what = tr(text.what),
                        .idea = translated(text.idea),
                        .livesOn = translated(text.livesOn),
                        .learned = translated(text.learned)});
    return entries;
}

QString Timeline::html(const TimelineEntry &entry, const QStringList &lessons)
{
    QString html =
        QStringLiteral("<h2>%1</h2><p>%2</p>")
            .arg(entry.name.toHtmlEscaped(),
                 tr("%1 · %2", "a year, and who made it").arg(entry.year).arg(entry.from.toHtmlEscaped()));
    if (!entry.isAncestor()) {
        html += QStringLiteral("<p>%1</p>").arg(entry.what.toHtmlEscaped());
        if (lessons.contains(entry.lesson))
            html += QStringLiteral("<p><a href=\"%1\">%2</a></p>")
                        .arg(entry.lesson.toHtmlEscaped(), tr("Learn more about it").toHtmlEscaped());
        return html;
    }
    addPart(html, tr("What it was"), entry.what);
    addPart(html, tr("Its idea"), entry.idea);
    addPart(html, tr("What lives on in this engine"), entry.livesOn);
    addPart(html, tr("What was learned"), entry.learned);
    return html;
}

} // namespace quayside::models
