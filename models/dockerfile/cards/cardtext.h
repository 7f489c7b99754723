// Cards in plain words, translated.
#pragma once

#include "models/dockerfile/cards/cards.h"

#include <QCoreApplication>
#include <QString>

namespace quayside::models
{

class CardText
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::CardText)

public:
    // What it does: "Copy app.py to /app". One line, as long as the instruction makes it.
    static QString title(const DockerfileSnapshot &snapshot, const Card &card);
    // The same for an instruction alone.
    static QString title(const dockerfile::Node &node);
    // As it stands in the file, in one line: "COPY app.py /app".
    static QString detail(const DockerfileSnapshot &snapshot, const Card &card);
    // The comments above it, one a line.
    static QString comments(const Card &card);

    // For somebody who does not know the keyword: "Copy files" and a sentence.
    static QString action(std::string_view keyword);
    static QString explanation(std::string_view keyword);
};

} // namespace quayside::models
