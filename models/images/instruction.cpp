#include "models/images/instruction.h"

#include <QRegularExpression>

namespace quayside::models
{

QString instructionText(const std::string &createdBy, const std::string &comment)
{
    QString line = QString::fromStdString(createdBy).simplified();
    // Build arguments stand before the command: their number, then each of them.
    static const QRegularExpression arguments(QStringLiteral("^(RUN )?\\|\\d+ .*?(/bin/sh -c )"));
    line.replace(arguments, QStringLiteral("\\2"));
    if (line.startsWith(u"RUN /bin/sh -c "))
        line.remove(4, 11);
    if (line.startsWith(u"/bin/sh -c #(nop)"))
        line = line.mid(17).simplified();
    else if (line.startsWith(u"/bin/sh -c "))
        line = QStringLiteral("RUN ") + line.mid(11);
    if (line.endsWith(u" # buildkit"))
        line.chop(11);
    if (line.isEmpty())
        line = QString::fromStdString(comment).simplified();
    return line.isEmpty() ? QStringLiteral("—") : line;
}

} // namespace quayside::models
