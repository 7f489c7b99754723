#include "ui/common/jsonview.h"

#include "ui/common/appearance.h"

#include <QEvent>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSyntaxHighlighter>

namespace quayside::ui
{

namespace
{

class JsonHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &line) override
    {
        static const QRegularExpression token(
            QStringLiteral("(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|\\b(true|false|null)\\b|-?\\b\\d+(?:\\.\\d+)?("
                           "?:[eE][+-]?\\d+)?\\b"));
        auto matches = token.globalMatch(line);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const bool isString = match.capturedLength(1) > 0, isKey = match.capturedLength(2) > 0;
            if (isKey)
                setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), toneColor(Tone::Accent));
            else if (isString)
                setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), toneColor(Tone::Good));
            else
                setFormat(int(match.capturedStart()), int(match.capturedLength()), toneColor(Tone::Busy));
        }
    }
};

} // namespace

JsonView::JsonView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setFont(fixedFont());
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Inspect"));
    new JsonHighlighter(document());
}

void JsonView::setJson(const QByteArray &json)
{
    const QString text = QString::fromUtf8(QJsonDocument::fromJson(json).toJson(QJsonDocument::Indented));
    if (text == toPlainText())
        return;
    const int scrolled = verticalScrollBar()->value();
    setPlainText(text);
    verticalScrollBar()->setValue(scrolled);
}

void JsonView::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        if (auto *highlighter = document()->findChild<QSyntaxHighlighter *>())
            highlighter->rehighlight();
    }
}

} // namespace quayside::ui
