#include "ui/learn/lessons/lessontype.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace quayside::ui
{

namespace
{

// Positions and lengths: they stay what they are while formats change.
QList<std::pair<int, int>> linksIn(const QTextDocument &document)
{
    QList<std::pair<int, int>> links;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            if (at.fragment().charFormat().isAnchor())
                links.append({at.fragment().position(), at.fragment().length()});
        }
    }
    return links;
}

// "[a term](term:user namespace)": Markdown knows no blanks in links.
QString withCodedLinks(QString markdown)
{
    static const QRegularExpression link(QStringLiteral("\\]\\((?:term|xray|lesson):[^)]*\\)"));
    qsizetype at = 0;
    for (QRegularExpressionMatch match; (match = link.match(markdown, at)).hasMatch();) {
        const QString coded = match.captured().replace(u' ', QStringLiteral("%20"));
        markdown.replace(match.capturedStart(), match.capturedLength(), coded);
        at = match.capturedStart() + coded.size();
    }
    return markdown;
}

} // namespace

QFont lessonFont(const QFont &base, bool presenting)
{
    QFont font = base;
    font.setPointSizeF(base.pointSizeF() * (presenting ? presentingScale : lessonScale));
    return font;
}

QPalette highContrast(QPalette palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    const QColor paper = dark ? Qt::black : Qt::white, ink = dark ? Qt::white : Qt::black;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::Button})
        palette.setColor(role, paper);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::PlaceholderText})
        palette.setColor(role, ink);
    return palette;
}

QString lessonHtml(const QString &markdown, const QFont &font, const QPalette &palette)
{
    QTextDocument document;
    document.setDefaultFont(font);
    document.setMarkdown(withCodedLinks(markdown),
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                             QTextDocument::MarkdownNoHTML);
    QTextCharFormat link;
    link.setForeground(palette.color(QPalette::Link));
    for (const auto &[position, length] : linksIn(document)) {
        QTextCursor cursor(&document);
        cursor.setPosition(position);
        cursor.setPosition(position + length, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(link);
    }
    return document.toHtml();
}

} // namespace quayside::ui
