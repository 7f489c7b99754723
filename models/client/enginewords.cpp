#include "models/client/enginewords.h"

#include <QCoreApplication>

namespace quayside::client
{

std::string asSaid(const std::string &words)
{
    //: Engines speak English. Other languages say whose words these are, as in “the engine says: …”; in
    //: English the words stand alone.
    const QString frame =
        QCoreApplication::translate("quayside::client::EngineWords", "%1", "words of the engine");
    return frame.arg(QString::fromStdString(words)).toStdString();
}

} // namespace quayside::client
