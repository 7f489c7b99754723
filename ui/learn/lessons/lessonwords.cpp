#include "ui/learn/lessons/lessonwords.h"

#include "models/learn/lessons/glossary.h"
#include "ui/learn/lessons/lessontype.h"

#include <QCursor>
#include <QDesktopServices>
#include <QEvent>
#include <QToolTip>
#include <QUrl>

namespace quayside::ui
{

namespace
{

// "term:user namespace", also as a link has it: "term:user%20namespace".
QString afterScheme(const QString &link)
{
    return QUrl::fromPercentEncoding(link.section(u':', 1).toUtf8());
}

} // namespace

LessonWords::LessonWords(const QString &markdown, QWidget *parent) : QLabel(parent), m_markdown(markdown)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    connect(this, &QLabel::linkHovered, this, &LessonWords::explain);
    connect(this, &QLabel::linkActivated, this, &LessonWords::follow);
    refresh();
}

void LessonWords::refresh()
{
    setText(lessonHtml(m_markdown, font(), palette()));
}

void LessonWords::explain(const QString &link)
{
    if (!link.startsWith(u"term:")) {
        QToolTip::hideText();
        return;
    }
    const QString meaning = models::Glossary::builtIn().explain(afterScheme(link));
    if (!meaning.isEmpty())
        QToolTip::showText(QCursor::pos(), QStringLiteral("<p>%1</p>").arg(meaning.toHtmlEscaped()), this);
}

void LessonWords::follow(const QString &link)
{
    if (link.startsWith(u"term:"))
        explain(link);
    else if (link.startsWith(u"xray:"))
        emit xrayWanted(afterScheme(link));
    else if (link.startsWith(u"lesson:"))
        emit lessonWanted(afterScheme(link));
    else if (link.startsWith(u"http://") || link.startsWith(u"https://"))
        QDesktopServices::openUrl(QUrl(link));
}

void LessonWords::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace quayside::ui
