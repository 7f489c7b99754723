#include "models/learn/lessons/glossary.h"

#include "models/learn/lessons/builtin.h"

namespace quayside::models
{

Glossary::Glossary(const QString &text)
{
    for (const QString &line : text.split(u'\n')) {
        const qsizetype colon = line.indexOf(u": ");
        if (colon > 0 && !line.startsWith(u'#'))
            m_terms.insert(line.left(colon).trimmed().toLower(), line.mid(colon + 2).trimmed());
    }
}

const Glossary &Glossary::builtIn()
{
    static const Glossary glossary(builtInText(QStringLiteral("glossary")));
    return glossary;
}

QString Glossary::explain(const QString &term) const
{
    return m_terms.value(term.toLower());
}

} // namespace quayside::models
