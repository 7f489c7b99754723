#include "models/common/filter.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace quayside::models
{

namespace
{

struct Word {
    QString text;
    bool quoted = false; // starts with a quote: never a typed term
};

QList<Word> splitWords(const QString &text)
{
    QList<Word> words;
    Word word;
    bool inQuotes = false, started = false;
    auto flush = [&] {
        if (started && !word.text.isEmpty())
            words.append(word);
        word = {};
        started = false;
    };
    for (const QChar c : text) {
        if (c == u'"') {
            word.quoted = word.quoted || !started;
            inQuotes = !inQuotes;
            started = true;
        } else if (c.isSpace() && !inQuotes) {
            flush();
        } else {
            word.text.append(c);
            started = true;
        }
    }
    flush();
    return words;
}

} // namespace

Filter Filter::parse(const QString &text, const QStringList &keys)
{
    Filter filter;
    for (const Word &word : splitWords(text)) {
        FilterTerm term;
        QString rest = word.text;
        if (!word.quoted && rest.size() > 1 && rest.startsWith(u'-')) {
            term.negated = true;
            rest.remove(0, 1);
        }
        const qsizetype colon = rest.indexOf(u':');
        if (!word.quoted && colon > 0 && keys.contains(rest.left(colon), Qt::CaseInsensitive)) {
            term.key = rest.left(colon).toLower();
            term.value = rest.mid(colon + 1);
        } else {
            term.value = rest;
        }
        if (!term.value.isEmpty())
            filter.m_terms.append(term);
    }
    return filter;
}

bool Filter::matches(const std::function<bool(const FilterTerm &)> &holds) const
{
    QSet<QString> wanted, met; // keys that have alternatives, and those of them that hold
    for (const FilterTerm &term : m_terms) {
        const bool held = holds(term);
        if (term.negated) {
            if (held)
                return false;
        } else if (term.key.isEmpty()) {
            if (!held)
                return false;
        } else {
            wanted.insert(term.key);
            if (held)
                met.insert(term.key);
        }
    }
    return wanted == met;
}

QStringList inOrder(QStringList values)
{
    values.removeAll(QString());
    values.removeDuplicates();
    std::ranges::sort(values, {}, [](const QString &value) {
        bool number = false;
        const qlonglong worth = value.toLongLong(&number);
        return std::tuple(!number, worth, value.toLower(), value);
    });
    return values;
}

QStringList yesAndNo()
{
    return {QStringLiteral("yes"), QStringLiteral("no")};
}

QStringList labelTerms(const QMap<QString, QString> &labels)
{
    QStringList terms;
    for (auto label = labels.begin(); label != labels.end(); ++label) {
        terms.append(label.key());
        if (!label.value().isEmpty())
            terms.append(label.key() + u'=' + label.value());
    }
    return terms;
}

bool labelHolds(const QMap<QString, QString> &labels, const QString &wanted)
{
    const qsizetype equals = wanted.indexOf(u'=');
    if (equals < 0)
        return labels.contains(wanted);
    const auto found = labels.constFind(wanted.left(equals));
    return found != labels.constEnd() && *found == wanted.mid(equals + 1);
}

} // namespace quayside::models
