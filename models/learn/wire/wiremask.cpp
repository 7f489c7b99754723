#include "models/learn/wire/wiremask.h"

#include "engine/api/http/uri.h"
#include "models/containers/setup.h"
#include "models/system/masking.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace quayside::models
{

namespace
{

constexpr int mostNested = 4; // documents in strings of documents

bool isSecretName(const QString &name)
{
    static const QRegularExpression names(
        QStringLiteral("pass(?:word|wd|phrase)|secret|token|credential|api_?key|private_?key|^auth$|^"
                       "authorization$|^build_?args$|^x-registry-"),
        QRegularExpression::CaseInsensitiveOption);
    return names.match(name).hasMatch() || looksSecret(name, QStringLiteral("x"));
}

// Goes through the text once. A document need not be whole: what is shown of a long one is its beginning.
class JsonMasking
{
public:
    JsonMasking(const QByteArray &text, int depth) : m_text(text), m_depth(depth) {}

    QByteArray masked(bool allSecret = false)
    {
        m_levels.append({.secret = allSecret});
        while (m_at < m_text.size()) {
            const char next = m_text[m_at];
            if (next == '"')
                takeString();
            else if (next == '{' || next == '[')
                open(next == '{');
            else if (next == '}' || next == ']')
                close();
            else if (next == '-' || (next >= '0' && next <= '9'))
                takeNumber();
            else
                takeOther(next);
        }
        return m_masked;
    }

private:
    struct Level {
        bool object = false, keyNext = false;
        bool secret = false;   // all that stands in it
        QString key, previous; // previous: the string before, in an array
    };

    [[nodiscard]] bool valueIsSecret() const
    {
        const Level &level = m_levels.last();
        return level.secret || (level.object && isSecretName(level.key)) ||
               (!level.object && level.previous.startsWith(u'-') && !level.previous.contains(u'=') &&
                isSecretName(level.previous));
    }
    void open(bool object)
    {
        m_levels.append({.object = object, .keyNext = object, .secret = valueIsSecret()});
        m_masked += m_text[m_at++];
    }
    void close()
    {
        if (m_levels.size() > 1)
            m_levels.removeLast();
        m_masked += m_text[m_at++];
    }
    void takeOther(char next)
    {
        if (next == ',' && m_levels.last().object)
            m_levels.last().keyNext = true;
        m_masked += next;
        ++m_at;
    }
    void takeNumber()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && QByteArrayView("+-.0123456789eE").contains(m_text[m_at]))
            ++m_at;
        m_masked += valueIsSecret() ? QByteArray("\"***\"") : m_text.sliced(from, m_at - from);
    }
    void takeString();
    [[nodiscard]] QByteArray maskedValue(const QByteArray &raw, bool whole) const;

    const QByteArray &m_text;
    int m_depth;
    qsizetype m_at = 0;
    QByteArray m_masked;
    QList<Level> m_levels;
};

// raw: with its quotes.
QString decoded(const QByteArray &raw)
{
    if (!raw.contains('\\'))
        return QString::fromUtf8(raw.sliced(1, raw.size() - (raw.size() > 1 && raw.endsWith('"') ? 2 : 1)));
    const QJsonDocument document = QJsonDocument::fromJson('[' + raw + ']');
    return document.isArray() ? document.array().at(0).toString() : QString::fromUtf8(raw.mid(1));
}

QString maskedString(const QString &value, int depth)
{
    if (value.contains(QStringLiteral("PRIVATE KEY-----")))
        return QStringLiteral("***");
    if (depth < mostNested && (value.startsWith(u'{') || value.startsWith(u'[')))
        return QString::fromUtf8(JsonMasking(value.toUtf8(), depth + 1).masked());
    if (!value.contains(u'=') && !value.contains(u':'))
        return value;
    if (const qsizetype sign = value.indexOf(u'=');
        sign > 0) { // a variable, an option: the value may have blanks
        const QString name = value.first(sign);
        if (looksSecret(name, value.sliced(sign + 1)) || (name.startsWith(u'-') && isSecretName(name)))
            return name + QStringLiteral("=***");
    }
    return maskText(value);
}

void JsonMasking::takeString()
{
    const qsizetype from = m_at++;
    while (m_at < m_text.size() && m_text[m_at] != '"')
        m_at += m_text[m_at] == '\\' ? 2 : 1;
    m_at = std::min(m_at, m_text.size());
    const bool whole = m_at < m_text.size();
    m_at += whole ? 1 : 0;
    const QByteArray raw = m_text.sliced(from, m_at - from);
    Level &level = m_levels.last();
    if (level.object && level.keyNext) {
        level.keyNext = false;
        level.key = decoded(raw);
        m_masked += raw;
        return;
    }
    m_masked += maskedValue(raw, whole);
    if (!level.object)
        level.previous = decoded(raw);
}

QByteArray JsonMasking::maskedValue(const QByteArray &raw, bool whole) const
{
    if (raw == "\"\"")
        return raw;
    if (!whole)
        return "\"…"; // half a login does not look like one
    if (valueIsSecret())
        return "\"***\"";
    const QString value = decoded(raw), shown = maskedString(value, m_depth);
    if (shown == value)
        return raw;
    const QByteArray quoted = QJsonDocument(QJsonArray{shown}).toJson(QJsonDocument::Compact);
    return quoted.sliced(1, quoted.size() - 2); // without its brackets
}

// The value of a parameter, not coded.
QString maskedParameter(const QString &name, const QString &value)
{
    static const QStringList maps = {QStringLiteral("buildargs"), QStringLiteral("secrets"),
                                     QStringLiteral("agents")};
    if (maps.contains(name))
        return QString::fromUtf8(JsonMasking(value.toUtf8(), 0).masked(true));
    if (isSecretName(name))
        return QStringLiteral("***");
    return maskedString(value, 0);
}

} // namespace

QByteArray WireMask::body(const QByteArray &text)
{
    const QByteArray start = text.first(std::min<qsizetype>(text.size(), 64)).trimmed();
    if (start.startsWith('{') || start.startsWith('[') || start.startsWith('"'))
        return JsonMasking(text, 0).masked();
    return maskText(QString::fromUtf8(text)).toUtf8();
}

QString WireMask::target(const QString &target)
{
    const qsizetype mark = target.indexOf(u'?');
    if (mark < 0)
        return target;
    QStringList parameters = target.sliced(mark + 1).split(u'&');
    for (QString &parameter : parameters) {
        const QString name = parameter.section(u'=', 0, 0);
        const Result<std::string> value = api::percentDecode(parameter.section(u'=', 1).toStdString(), true);
        const QString plain = value ? QString::fromStdString(*value) : parameter.section(u'=', 1);
        if (const QString shown = maskedParameter(name, plain); shown != plain)
            parameter = name + u'=' +
                        QString::fromStdString(api::percentEncode(shown.toStdString()))
                            .replace(QStringLiteral("%2A"), QStringLiteral("*"));
    }
    return target.first(mark + 1) + parameters.join(u'&');
}

} // namespace quayside::models
