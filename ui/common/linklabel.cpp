#include "ui/common/linklabel.h"

#include <QEvent>

namespace quayside::ui
{

void LinkLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::PaletteChange || text().isEmpty())
        return;
    const QString words = text();
    clear(); // the same text again would be none
    setText(words);
}

} // namespace quayside::ui
