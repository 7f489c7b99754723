#include "models/learn/lessons/valuepath.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr qsizetype mostValues = 1000;
constexpr qsizetype longestMatched = 64 << 10; // characters that an expression is tried on

// Dots part the pieces, but not within brackets. "a.b[x=y]" → a, b, [x=y].
QStringList piecesOf(const QString &path)
{
    QStringList pieces;
    QString piece;
    bool bracket = false, quoted = false;
    const auto end = [&] {
        if (!piece.isEmpty())
            pieces.append(std::exchange(piece, {}));
    };
    for (const QChar c : path) {
        quoted = c == u'"' ? !quoted : quoted;
        if (!bracket && c == u'.') {
            end();
        } else if (!bracket && c == u'[') {
            end();
            piece = c;
            bracket = true;
        } else {
            piece += c;
            if (bracket && !quoted && c == u']') {
                bracket = false;
                end();
            }
        }
    }
    end();
    return pieces;
}

QString textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger(-1);
        return whole != -1 || value.toDouble() == -1 ? QString::number(whole)
                                                     : QString::number(value.toDouble(), 'g', 12);
    }
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

QJsonValue firstWith(const QJsonArray &list, const QString &key, const QString &wanted)
{
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (textOf(list.at(i).toObject().value(key)) == wanted)
            return list.at(i);
    }
    return QJsonValue(QJsonValue::Undefined);
}

QList<QJsonValue> all(const QJsonValue &value)
{
    QList<QJsonValue> found;
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
        found.append(list.at(i));
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys())
        found.append(object.value(key));
    return found.first(std::min(found.size(), mostValues));
}

QJsonValue member(const QJsonValue &value, QString piece)
{
    if (piece.startsWith(u'[')) {
        piece = piece.mid(1, piece.size() - 2);
        const qsizetype equals = piece.indexOf(u'=');
        if (equals > 0 && !piece.startsWith(u'"'))
            return firstWith(value.toArray(), piece.left(equals), piece.mid(equals + 1));
        if (piece.size() >= 2 && piece.startsWith(u'"'))
            piece = piece.mid(1, piece.size() - 2);
    }
    if (!value.isArray())
        return value.toObject().value(piece);
    bool isNumber = false;
    const QJsonArray list = value.toArray();
    qsizetype at = piece.toLongLong(&isNumber);
    at += at < 0 ? list.size() : 0; // from the end
    return isNumber && at >= 0 && at < list.size() ? list.at(at) : QJsonValue(QJsonValue::Undefined);
}

bool fitsOne(const ValueTest &test, const QString &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (test.is && value != *test.is)
        return false;
    if (test.isNot && value == *test.isNot)
        return false;
    if (test.matches) {
        const QRegularExpression expression(*test.matches, QRegularExpression::MultilineOption);
        if (!expression.match(value.left(longestMatched)).hasMatch())
            return false;
    }
    if (test.atLeast && (!isNumber || number < *test.atLeast))
        return false;
    return !test.atMost || (isNumber && number <= *test.atMost);
}

} // namespace

QStringList valuesAt(const QJsonValue &json, const QString &path)
{
    QList<QJsonValue> at{json};
    for (const QString &piece : piecesOf(path)) {
        QList<QJsonValue> next;
        for (const QJsonValue &value : at) {
            if (piece == u"*")
                next.append(all(value));
            else if (piece == u"#")
                next.append(QJsonValue(value.isArray() ? value.toArray().size() : value.toObject().size()));
            else
                next.append(member(value, piece));
        }
        next.removeIf([](const QJsonValue &value) { return value.isUndefined(); });
        at = next.first(std::min(next.size(), mostValues));
    }
    QStringList values;
    for (const QJsonValue &value : at)
        values.append(textOf(value));
    return values;
}

bool fits(const ValueTest &test, const QStringList &values, const QStringList &others)
{
    if (test.equals && (others.isEmpty() || values != others))
        return false;
    if (test.differs && (others.isEmpty() || values == others))
        return false;
    return std::ranges::any_of(values, [&](const QString &value) { return fitsOne(test, value); });
}

QString WantedText::of(const ValueTest &test)
{
    QStringList wanted;
    if (test.is)
        wanted.append(*test.is);
    if (test.isNot)
        wanted.append(tr("not %1").arg(*test.isNot));
    if (test.matches)
        wanted.append(tr("something like %1").arg(*test.matches));
    if (test.atLeast)
        wanted.append(tr("at least %1").arg(*test.atLeast));
    if (test.atMost)
        wanted.append(tr("at most %1").arg(*test.atMost));
    if (test.equals)
        wanted.append(tr("the same as in %1").arg(test.equals->container));
    if (test.differs)
        wanted.append(tr("another one than in %1").arg(test.differs->container));
    return wanted.join(QStringLiteral(", "));
}

} // namespace quayside::models
