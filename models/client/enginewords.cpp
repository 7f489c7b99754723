#include "models/client/enginewords.h"

#include <QCoreApplication>

namespace quayside::client
{

namespace
{

class EngineWords
{
    Q_DECLARE_TR_FUNCTIONS(quayside::client::EngineWords)
};

} // namespace

std::string asSaid(const std::string &words)
{
    //: Engines speak English. Other languages say whose words these are, as in “the engine says: …”; in
    //: English the words stand alone.
    return EngineWords::tr("%1", "words of the engine").arg(QString::fromStdString(words)).toStdString();
}

} // namespace quayside::client
