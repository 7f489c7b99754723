#include "ui/common/drophint.h"

#include "ui/common/appearance.h"

#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace quayside::ui
{

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

DropHint::DropHint(const QString &sentence, QWidget *page) : QLabel(sentence, page)
{
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setMargin(24);
    setFont(headingFont(page->font()));
    hide();
}

void DropHint::setDragging(bool dragging)
{
    setGeometry(parentWidget()->rect());
    setVisible(dragging);
    raise();
}

void DropHint::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2, Qt::DashLine));
    constexpr int inset = 12, corner = 8;
    painter.drawRoundedRect(rect().adjusted(inset, inset, -inset, -inset), corner, corner);
    QLabel::paintEvent(event);
}

} // namespace quayside::ui
