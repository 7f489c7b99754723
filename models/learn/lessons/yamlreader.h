// Reading YAML that people write: whatever is not as it should be becomes a mistake with its line, and
// reading goes on. For the .cpp files of this folder only.
#pragma once

#include "models/learn/lessons/lesson.h"

#include <QCoreApplication>

#include <functional>

#include <yaml-cpp/yaml.h>

namespace quayside::models
{

class YamlReader
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::YamlReader)

public:
    // firstLine: of the document in its file.
    YamlReader(QString file, int firstLine) : m_file(std::move(file)), m_firstLine(firstLine) {}

    // nullopt, with a mistake, where it is no YAML or no list of keys.
    std::optional<YAML::Node> parse(const std::string &yaml);
    // Each text is given to this on its way.
    void setExpand(std::function<QString(const QString &)> expand) { m_expand = std::move(expand); }

    void mistake(const YAML::Node &node, const QString &sentence);
    void mistakeAt(int line, const QString &sentence) { m_mistakes.append({m_file, line, sentence}); }
    [[nodiscard]] const QList<LessonMistake> &mistakes() const { return m_mistakes; }
    [[nodiscard]] int lineOf(const YAML::Node &node) const;

    // False, with a mistake, where `node` is no map. Keys that are not known are mistakes.
    bool isMap(const YAML::Node &node, const QStringList &known);
    // What is absent is an undefined node, and no mistake.
    static YAML::Node child(const YAML::Node &map, const char *key);

    // Of a map's key; absent: the default and no mistake.
    QString text(const YAML::Node &map, const char *key, qsizetype most = 2000);
    QString neededText(const YAML::Node &map, const char *key, qsizetype most = 2000);
    std::optional<QString> optionalText(const YAML::Node &map, const char *key);
    std::optional<double> number(const YAML::Node &map, const char *key);
    std::optional<int> integer(const YAML::Node &map, const char *key);
    std::optional<bool> truth(const YAML::Node &map, const char *key);
    QStringList words(const YAML::Node &map, const char *key, int most); // a list of texts
    QString expression(const YAML::Node &map, const char *key);          // a regular expression that is one
    // At most `most` are read; more are a mistake.
    void forEach(const YAML::Node &map, const char *key, int most,
                 const std::function<void(const YAML::Node &)> &read);
    QString scalar(const YAML::Node &node, const char *key, qsizetype most = 2000);

private:
    QString m_file;
    int m_firstLine;
    QList<LessonMistake> m_mistakes;
    std::function<QString(const QString &)> m_expand;
};

} // namespace quayside::models
