#include "ui/common/outputfont.h"

#include "ui/common/appearance.h"

#include <QSettings>

namespace quayside::ui
{

QFont outputFont()
{
    QFont font = fixedFont();
    if (const int points = QSettings().value(QStringLiteral("view/outputPoints"), 0).toInt(); points > 0)
        font.setPointSize(points);
    return font;
}

} // namespace quayside::ui
