// Two sentences about each thing that an X-ray shows, and the lesson that goes further.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace quayside::models
{

struct Explanation {
    QString title, text;
    QString lesson; // id; empty: none goes further
};

class Explanations
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::Explanations)

public:
    // `topic` is what XrayNode and the drawings carry: "ns/user", "cap/CAP_CHOWN", "hop/rule". One that is
    // not known is explained by what stands before its last slash.
    static Explanation of(const QString &topic);
    static bool knows(const QString &topic); // itself, not by what is before it
    // What the host has in place of it. Nothing where there is nothing to say of the host.
    static Explanation ofHost(const QString &topic);
};

} // namespace quayside::models
