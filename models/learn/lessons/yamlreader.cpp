#include "models/learn/lessons/yamlreader.h"

#include <QRegularExpression>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr int mostNested = 200; // brackets within brackets: more are no lesson, and cost stack

bool isTooNested(const std::string &yaml)
{
    int depth = 0;
    for (const char c : yaml) {
        depth += c == '[' || c == '{' ? 1 : 0;
        depth = std::max(0, depth - (c == ']' || c == '}' ? 1 : 0));
        if (depth > mostNested)
            return true;
    }
    // By indentation: "- - - -".
    int dashes = 0;
    for (std::size_t i = 0; i + 1 < yaml.size(); ++i) {
        dashes = yaml[i] == '\n' ? 0 : dashes + (yaml[i] == '-' && yaml[i + 1] == ' ' ? 1 : 0);
        if (dashes > mostNested)
            return true;
    }
    return false;
}

} // namespace

std::optional<YAML::Node> YamlReader::parse(const std::string &yaml)
{
    if (isTooNested(yaml)) {
        mistakeAt(m_firstLine, tr("Lists are nested too deep. A lesson needs no more than a few levels."));
        return std::nullopt;
    }
    try {
        const YAML::Node node = YAML::Load(yaml);
        if (node.IsMap())
            return node;
        mistakeAt(m_firstLine, tr("Between the two lines --- must stand keys with values, as “title: …”."));
    } catch (const YAML::Exception &error) {
        const int line = error.mark.is_null() ? m_firstLine : m_firstLine + error.mark.line;
        mistakeAt(line, tr("This is no YAML: %1. Texts with “: ” or “#” in them need quotes.")
                            .arg(QString::fromStdString(error.msg)));
    }
    return std::nullopt;
}

int YamlReader::lineOf(const YAML::Node &node) const
{
    if (!node.IsDefined() || node.Mark().is_null())
        return m_firstLine;
    return m_firstLine + node.Mark().line;
}

void YamlReader::mistake(const YAML::Node &node, const QString &sentence)
{
    mistakeAt(lineOf(node), sentence);
}

YAML::Node YamlReader::child(const YAML::Node &map, const char *key)
{
    if (map.IsDefined() && map.IsMap()) {
        const YAML::Node found = map[key];
        if (found.IsDefined() && !found.IsNull())
            return found;
    }
    return YAML::Node(YAML::NodeType::Undefined);
}

bool YamlReader::isMap(const YAML::Node &node, const QStringList &known)
{
    if (!node.IsMap()) {
        mistake(
            node,
            tr("Here must stand keys with values. Possible are: %1.").arg(known.join(QStringLiteral(", "))));
        return false;
    }
    QStringList seen;
    for (const auto &pair : node) {
        const QString key = pair.first.IsScalar() ? QString::fromStdString(pair.first.Scalar()) : QString();
        if (!known.contains(key))
            mistake(
                pair.first,
                tr("“%1” is not known here. Possible are: %2.").arg(key, known.join(QStringLiteral(", "))));
        else if (seen.contains(key))
            mistake(pair.first, tr("“%1” stands here twice. Remove one of them.").arg(key));
        seen.append(key);
    }
    return true;
}

QString YamlReader::scalar(const YAML::Node &node, const char *key, qsizetype most)
{
    if (!node.IsScalar()) {
        mistake(node, tr("“%1” must be a text.").arg(QLatin1StringView(key)));
        return {};
    }
    const QString text = QString::fromStdString(node.Scalar());
    if (text.size() > most) {
        mistake(node, tr("“%1” is too long: at most %2 characters.").arg(QLatin1StringView(key)).arg(most));
        return {};
    }
    return m_expand ? m_expand(text) : text;
}

QString YamlReader::text(const YAML::Node &map, const char *key, qsizetype most)
{
    const YAML::Node node = child(map, key);
    return node.IsDefined() ? scalar(node, key, most) : QString();
}

QString YamlReader::neededText(const YAML::Node &map, const char *key, qsizetype most)
{
    const QString value = text(map, key, most);
    if (!child(map, key).IsDefined() || value.isEmpty())
        mistake(map, tr("“%1” is missing. Write a line “%1: …”.").arg(QLatin1StringView(key)));
    return value;
}

std::optional<QString> YamlReader::optionalText(const YAML::Node &map, const char *key)
{
    if (!child(map, key).IsDefined())
        return std::nullopt;
    return text(map, key);
}

std::optional<double> YamlReader::number(const YAML::Node &map, const char *key)
{
    const std::optional<QString> value = optionalText(map, key);
    if (!value)
        return std::nullopt;
    bool isNumber = false;
    const double number = value->toDouble(&isNumber);
    if (isNumber)
        return number;
    mistake(child(map, key), tr("“%1” must be a number, not “%2”.").arg(QLatin1StringView(key), *value));
    return std::nullopt;
}

std::optional<int> YamlReader::integer(const YAML::Node &map, const char *key)
{
    const std::optional<double> value = number(map, key);
    if (!value)
        return std::nullopt;
    if (*value >= -1e9 && *value <= 1e9 && *value == int(*value))
        return int(*value);
    mistake(child(map, key), tr("“%1” must be a whole number.").arg(QLatin1StringView(key)));
    return std::nullopt;
}

std::optional<bool> YamlReader::truth(const YAML::Node &map, const char *key)
{
    const std::optional<QString> value = optionalText(map, key);
    if (!value)
        return std::nullopt;
    if (*value == u"true" || *value == u"false")
        return *value == u"true";
    mistake(child(map, key), tr("“%1” must be true or false, not “%2”.").arg(QLatin1StringView(key), *value));
    return std::nullopt;
}

QStringList YamlReader::words(const YAML::Node &map, const char *key, int most)
{
    QStringList list;
    forEach(map, key, most, [&](const YAML::Node &node) { list.append(scalar(node, key)); });
    return list;
}

QString YamlReader::expression(const YAML::Node &map, const char *key)
{
    const QString value = text(map, key);
    const QRegularExpression expression(value);
    if (expression.isValid())
        return value;
    mistake(child(map, key), tr("“%1” is no regular expression: %2.").arg(value, expression.errorString()));
    return {};
}

void YamlReader::forEach(const YAML::Node &map, const char *key, int most,
                         const std::function<void(const YAML::Node &)> &read)
{
    const YAML::Node list = child(map, key);
    if (!list.IsDefined())
        return;
    if (!list.IsSequence()) {
        mistake(
            list,
            tr("“%1” must be a list: lines that begin with “- ”, or [a, b].").arg(QLatin1StringView(key)));
        return;
    }
    if (list.size() > std::size_t(most))
        mistake(list, tr("“%1” has too many entries: at most %2.").arg(QLatin1StringView(key)).arg(most));
    for (std::size_t i = 0; i < std::min(list.size(), std::size_t(most)); ++i)
        read(list[i]);
}

} // namespace quayside::models
