#include "models/logs/jsonline.h"

#include <nlohmann/json.hpp>

#include <array>

namespace quayside::models
{

namespace
{

using Json = nlohmann::ordered_json; // the line's own order

constexpr qsizetype longestLine = 256 * 1024;
constexpr int deepest = 32;

constexpr std::array messageNames = {"msg", "message", "@message", "MESSAGE", "log", "event", "text"};
constexpr std::array timeNames = {"time", "ts", "timestamp", "@timestamp", "t", "date", "datetime"};
constexpr std::array levelNames = {"level", "severity", "lvl", "levelname", "loglevel", "log.level"};

QString inOneLine(QString text)
{
    for (QChar &c : text) {
        if (c < u' ' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

QString valueText(const Json &value)
{
    if (value.is_string())
        return inOneLine(QString::fromStdString(value.get_ref<const std::string &>()));
    return inOneLine(QString::fromStdString(value.dump(-1, ' ', false, Json::error_handler_t::replace)));
}

template <std::size_t N>
QString takeFirst(Json &object, const std::array<const char *, N> &names)
{
    for (const char *name : names) {
        const auto found = object.find(name);
        if (found == object.end() || found->is_structured())
            continue;
        const QString text = valueText(*found);
        object.erase(found);
        return text;
    }
    return {};
}

void addTree(const Json &value, int depth, QString &tree)
{
    int number = 0;
    for (const auto &[name, inner] : value.items()) {
        const QString label =
            value.is_array() ? QString::number(number++) : inOneLine(QString::fromStdString(name));
        tree += QString(4 + depth * 4, u' ') + label + u':';
        if (inner.is_structured() && !inner.empty() && depth < deepest) {
            tree += QChar::LineSeparator;
            addTree(inner, depth + 1, tree);
        } else {
            tree += u' ' + valueText(inner) + QChar::LineSeparator;
        }
    }
}

// Nesting without end would be a stack without end: nlohmann's parser has no bound of its own when it builds.
bool isTooDeep(QByteArrayView line)
{
    int depth = 0;
    for (const char c : line) {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        if (depth > 200)
            return true;
    }
    return false;
}

QString fieldsText(const Json &object)
{
    QString text;
    for (const auto &[name, value] : object.items())
        text += QStringLiteral("%1%2=%3").arg(text.isEmpty() ? QString() : QStringLiteral("  "),
                                              inOneLine(QString::fromStdString(name)), valueText(value));
    return text;
}

} // namespace

std::optional<JsonLine> parseJsonLine(QByteArrayView line, bool unfolded)
{
    line = line.trimmed();
    if (!line.startsWith('{') || !line.endsWith('}') || line.size() > longestLine || isTooDeep(line))
        return std::nullopt;
    Json object = Json::parse(line.begin(), line.end(), nullptr, false);
    if (!object.is_object())
        return std::nullopt;
    JsonLine read;
    if (unfolded) {
        addTree(object, 0, read.tree);
        read.tree.chop(1);
    }
    read.word = takeFirst(object, levelNames);
    read.level = levelOfWord(read.word.toUtf8());
    if (read.level != LogLevel::None && read.word[0].isDigit()) {
        static constexpr std::array names = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"};
        read.word = QLatin1StringView(names[std::size_t(read.level) - 1]);
    }
    read.word = read.word.toUpper();
    read.time = takeFirst(object, timeNames);
    read.message = takeFirst(object, messageNames);
    read.fields = fieldsText(object);
    return read;
}

} // namespace quayside::models
