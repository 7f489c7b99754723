// What the pictures of an X-ray are made of, and where it lies: pure, so that a test can look at it.
#pragma once

#include "models/client/xray.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLineF>
#include <QList>
#include <QRectF>
#include <QString>

namespace quayside::ui
{

struct Shape {
    enum class Wall { Solid, Dashed };
    QString key, topic; // as XrayNode
    QString title;
    QStringList lines;
    QRectF rect;
    Wall wall = Wall::Solid;
    int depth = 0;                       // how many rooms it lies in
    bool lit = false;                    // the one that is asked for
    bool faint = false;                  // there, and not seen
    bool room = false;                   // others lie in it: its title stands at the top
    [[nodiscard]] QString words() const; // all of it, for who does not see it
    bool operator==(const Shape &) const = default;
};

struct Drawing {
    QList<Shape> shapes; // in reading order; a room comes before what lies in it
    QList<QLineF> arrows;
    QList<QLineF> ties; // from a shape to its place on an arrow
    int height = 0;
    bool operator==(const Drawing &) const = default;
};

class Drawings
{
    Q_DECLARE_TR_FUNCTIONS(quayside::ui::Drawings)

public:
    // The namespaces as nested rooms: solid walls are the container's own, dashed ones are shared.
    static Drawing rooms(const api::Xray &xray, int width, const QFontMetrics &metrics);
    // The same with the host's rooms to the right, each beside the container's of its kind; one that is
    // shared is a single room across both. Keys of the host's begin with "host/".
    static Drawing roomsBeside(const api::Xray &xray, const api::Xray &host, int width,
                               const QFontMetrics &metrics);
    // The layers on top of each other; those that have the chosen file are marked.
    static Drawing layers(const api::Xray &xray, int width, const QFontMetrics &metrics);
    // From a browser to the process, a line for each published port.
    static Drawing ways(const api::Xray &xray, int width, const QFontMetrics &metrics);
};

} // namespace quayside::ui
