// What the terms of lessons mean, in two sentences each (resources/lessons/glossary.md).
#pragma once

#include <QMap>
#include <QString>

namespace quayside::models
{

class Glossary
{
public:
    // Lines "term: sentences"; headings and empty lines are passed over.
    explicit Glossary(const QString &text);
    static const Glossary &builtIn();

    // "" of a term that is not known. Without regard to case.
    [[nodiscard]] QString explain(const QString &term) const;
    [[nodiscard]] QStringList terms() const { return m_terms.keys(); }

private:
    QMap<QString, QString> m_terms;
};

} // namespace quayside::models
