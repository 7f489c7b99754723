// The filter line over a list: words, and typed terms such as status:running or label:x=y.
#pragma once

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <functional>

namespace quayside::models
{

struct FilterTerm {
    QString key;          // "" for a plain word
    QString value;        // never empty
    bool negated = false; // written with a leading '-'
    bool operator==(const FilterTerm &) const = default;
};

// What was typed, understood. Terms with the same key are alternatives (status:running status:paused), as in
// `docker ps --filter`; different keys and plain words must all hold; negated terms must none of them hold.
class Filter
{
public:
    // Words are separated by blanks; "…" keeps blanks. Only a key in `keys` makes a typed term, so that an
    // image name with a colon (redis:7) stays a plain word. A key with nothing after the colon yet (being
    // typed) is left out.
    static Filter parse(const QString &text, const QStringList &keys);

    // `holds` says whether one term holds for the row in question, negation left aside.
    [[nodiscard]] bool matches(const std::function<bool(const FilterTerm &)> &holds) const;

    [[nodiscard]] const QList<FilterTerm> &terms() const { return m_terms; }
    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }

private:
    QList<FilterTerm> m_terms;
};

// What a filter line offers: each once, without empty ones, numbers first.
[[nodiscard]] QStringList inOrder(QStringList values);
[[nodiscard]] QStringList yesAndNo();
// Of labels: "name", and "name=value".
[[nodiscard]] QStringList labelTerms(const QMap<QString, QString> &labels);

// As docker's label filter: "name" or "name=value".
[[nodiscard]] bool labelHolds(const QMap<QString, QString> &labels, const QString &wanted);

} // namespace quayside::models
