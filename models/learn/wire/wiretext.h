// How an exchange reads: as curl would have made it, and as it went over the wire.
#pragma once

#include "models/learn/wire/wiremodel.h"

#include <QCoreApplication>

namespace quayside::models
{

class WireText
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::WireText)

public:
    // One command line. A body that is not whole, or comes from a file, is @BODY.
    static QString curl(const WireRow &row);
    // As `curl -v` shows it: "> " before what was sent, "< " before what came. JSON is indented.
    static QString transcript(const WireRow &row);
    static QString status(const WireRow &row);    // "200 OK", "goes on", "failed"
    static QString duration(double milliseconds); // "0.8 ms", "12 ms", "1.5 s"; "" for a negative one
};

} // namespace quayside::models
