#include "ui/dockerfile/editor/highlighter.h"

#include "models/dockerfile/document.h"
#include "models/dockerfile/files/filekind.h"
#include "ui/common/appearance.h"

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <QRegularExpression>
#include <QTextDocument>

namespace quayside::ui
{

namespace
{

KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository all;
    return all;
}

KSyntaxHighlighting::Theme theme()
{
    return repository().defaultTheme(isDark() ? KSyntaxHighlighting::Repository::DarkTheme
                                              : KSyntaxHighlighting::Repository::LightTheme);
}

// "/usr/bin/env python3", "python3.13", "node": the name of a definition, or "".
QString languageOfInterpreter(const QString &command)
{
    static const QRegularExpression path(
        QStringLiteral("^(?:\\S*/)?(?:env\\s+(?:-S\\s+)?)?(?:\\S*/)?([A-Za-z]+)"));
    const QString program = path.match(command.trimmed()).captured(1);
    static const std::map<QString, QString> known = {{QStringLiteral("sh"), QStringLiteral("Bash")},
                                                     {QStringLiteral("bash"), QStringLiteral("Bash")},
                                                     {QStringLiteral("dash"), QStringLiteral("Bash")},
                                                     {QStringLiteral("ash"), QStringLiteral("Bash")},
                                                     {QStringLiteral("zsh"), QStringLiteral("Zsh")},
                                                     {QStringLiteral("python"), QStringLiteral("Python")},
                                                     {QStringLiteral("node"), QStringLiteral("JavaScript")},
                                                     {QStringLiteral("perl"), QStringLiteral("Perl")},
                                                     {QStringLiteral("ruby"), QStringLiteral("Ruby")},
                                                     {QStringLiteral("php"), QStringLiteral("PHP/PHP")},
                                                     {QStringLiteral("lua"), QStringLiteral("Lua")},
                                                     {QStringLiteral("pwsh"), QStringLiteral("PowerShell")}};
    const auto found = known.find(program);
    return found == known.end() ? QString() : found->second;
}

bool isComment(QStringView line)
{
    return line.trimmed().startsWith(u'#');
}

} // namespace

// One for each language that occurs.
class CodeHighlighter::Engine : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Engine(CodeHighlighter *owner, const QString &definition) : m_owner(owner)
    {
        setDefinition(repository().definitionForName(definition));
        setTheme(ui::theme());
    }
    KSyntaxHighlighting::State line(const QString &text, const KSyntaxHighlighting::State &before)
    {
        return highlightLine(text, before);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        m_owner->setThemeFormat(offset, length, format, AbstractHighlighter::theme());
    }

private:
    CodeHighlighter *m_owner;
};

// What the next line needs to know of those above.
struct CodeHighlighter::LineState {
    KSyntaxHighlighting::State file, body;
    QString bodyLanguage; // "" before the first line of a body
    QList<Here> heres;    // whose bodies are to come, the first one perhaps under way
    QString keyword;      // of the instruction that goes on
    QChar escape = u'\\';
    bool inBody = false, continued = false, directives = true;
    bool operator==(const LineState &) const = default;
};

class CodeHighlighter::LineData : public QTextBlockUserData
{
public:
    explicit LineData(LineState given) : state(std::move(given)) {}
    LineState state;
};

CodeHighlighter::CodeHighlighter(QTextDocument *document) : QSyntaxHighlighter(document) {}
CodeHighlighter::~CodeHighlighter() = default;

QString CodeHighlighter::languageOfFile(const QString &name) const
{
    switch (models::fileKindOf(name)) {
    case models::FileKind::Dockerfile:
        return QStringLiteral("Dockerfile");
    case models::FileKind::Ignore:
        return {};
    case models::FileKind::Compose:
        return QStringLiteral("YAML");
    case models::FileKind::Shell:
        return QStringLiteral("Bash");
    case models::FileKind::Other:
        break;
    }
    return repository().definitionForFileName(name).name();
}

void CodeHighlighter::setFileName(const QString &name)
{
    const models::FileKind kind = models::fileKindOf(name);
    const QString definition = languageOfFile(name);
    if (definition == m_definition && m_ignore == (kind == models::FileKind::Ignore))
        return;
    m_definition = definition;
    m_dockerfile = kind == models::FileKind::Dockerfile;
    m_ignore = kind == models::FileKind::Ignore;
    rehighlight();
}

void CodeHighlighter::refreshTheme()
{
    m_engines.clear();
    rehighlight();
}

CodeHighlighter::Engine &CodeHighlighter::engine(const QString &definition)
{
    auto &engine = m_engines[definition];
    if (!engine)
        engine = std::make_unique<Engine>(this, definition);
    return *engine;
}

void CodeHighlighter::setThemeFormat(int offset, int length, const KSyntaxHighlighting::Format &format,
                                     const KSyntaxHighlighting::Theme &theme)
{
    if (length == 0 || format.isDefaultTextStyle(theme))
        return;
    QTextCharFormat shown;
    if (format.hasTextColor(theme))
        shown.setForeground(format.textColor(theme));
    if (format.isBold(theme))
        shown.setFontWeight(QFont::Bold);
    if (format.isItalic(theme))
        shown.setFontItalic(true);
    setFormat(offset, length, shown);
}

void CodeHighlighter::highlightBlock(const QString &text)
{
    const auto *above = static_cast<LineData *>(currentBlock().previous().userData());
    LineState state = above == nullptr ? LineState() : above->state;
    if (m_ignore)
        highlightIgnore(text);
    else if (!m_dockerfile && !m_definition.isEmpty())
        state.file = engine(m_definition).line(text, state.file);
    else if (m_dockerfile && state.inBody)
        highlightBody(text, state);
    else if (m_dockerfile)
        highlightInstruction(text, state);
    keep(std::move(state));
}

// The next line is looked at again where what it follows is another state than before.
void CodeHighlighter::keep(LineState state)
{
    auto *before = static_cast<LineData *>(currentBlockUserData());
    if (before != nullptr && before->state == state)
        return;
    setCurrentBlockState((currentBlockState() + 1) & 0xffff);
    setCurrentBlockUserData(new LineData(std::move(state)));
}

void CodeHighlighter::highlightBody(const QString &text, LineState &state)
{
    const Here here = state.heres.first();
    qsizetype tabs = 0;
    while (here.chomp && tabs < text.size() && text[tabs] == u'\t')
        ++tabs;
    if (QStringView(text).sliced(tabs) == here.name) {
        QTextCharFormat end;
        end.setForeground(toneColor(Tone::Accent));
        setFormat(int(tabs), int(here.name.size()), end);
        state.heres.removeFirst();
        state.inBody = !state.heres.isEmpty();
        state.body = {};
        state.bodyLanguage.clear();
        return;
    }
    if (state.bodyLanguage.isEmpty()) {
        const QString said = text.startsWith(u"#!") ? languageOfInterpreter(text.mid(2)) : QString();
        state.bodyLanguage = said.isEmpty() ? here.language : said;
    }
    if (state.bodyLanguage != u"-") // "-": no language that is known
        state.body = engine(state.bodyLanguage).line(text, state.body);
}

void CodeHighlighter::highlightInstruction(const QString &text, LineState &state)
{
    state.file = engine(m_definition).line(text, state.file);
    if (isComment(text)) {
        static const QRegularExpression escape(QStringLiteral("^\\s*#\\s*escape\\s*=\\s*`\\s*$"),
                                               QRegularExpression::CaseInsensitiveOption);
        if (state.directives && escape.match(text).hasMatch())
            state.escape = u'`';
        return;
    }
    state.directives = false;
    const QString line = text.trimmed();
    if (!state.continued) {
        static const QRegularExpression keyword(QStringLiteral("^(?:ONBUILD\\s+)?(\\w+)"),
                                                QRegularExpression::CaseInsensitiveOption);
        state.keyword = keyword.match(line).captured(1).toUpper();
    }
    if (state.keyword == u"RUN" || state.keyword == u"COPY" || state.keyword == u"ADD")
        findHeres(line, state);
    state.continued = line.endsWith(state.escape) || (line.isEmpty() && state.continued);
    if (state.continued || state.heres.isEmpty())
        return;
    state.inBody = true;
    state.file = {}; // the definition may take "<<" for a here-document of the shell, and would not come back
}

void CodeHighlighter::findHeres(const QString &text, LineState &state)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    const QStringList words = text.split(space, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const auto here =
            word.contains(u"<<") ? dockerfile::parseHeredocWord(word.toStdString()) : std::nullopt;
        if (!here)
            continue;
        QString language = QStringLiteral("Bash");
        if (state.keyword == u"RUN") {
            for (const QString &other : words.mid(1)) {
                if (const QString said = languageOfInterpreter(other);
                    !said.isEmpty() && !other.startsWith(u'-') && !other.contains(u"<<")) {
                    language = said;
                    break;
                }
            }
        } else { // by the name of the file that it becomes
            const QString target = words.last().section(u'/', -1);
            language = languageOfFile(target.isEmpty() ? QString::fromStdString(here->name) : target);
        }
        if (language.isEmpty())
            language = QStringLiteral("-");
        state.heres.append({QString::fromStdString(here->name), here->chomp, language});
    }
}

// .dockerignore: comments, exceptions, wildcards.
void CodeHighlighter::highlightIgnore(const QString &text)
{
    QTextCharFormat comment, exception, wildcard;
    comment.setForeground(quietTextColor(QGuiApplication::palette()));
    comment.setFontItalic(true);
    if (text.startsWith(u'#')) {
        setFormat(0, int(text.size()), comment);
        return;
    }
    wildcard.setForeground(toneColor(Tone::Accent));
    exception.setForeground(toneColor(Tone::Good));
    exception.setFontWeight(QFont::Bold);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (QStringView(u"*?[]").contains(text[i]))
            setFormat(int(i), 1, wildcard);
    }
    if (text.trimmed().startsWith(u'!'))
        setFormat(int(text.indexOf(u'!')), 1, exception);
}

QString CodeHighlighter::bodyLanguage(const QTextBlock &block) const
{
    const auto *data = static_cast<LineData *>(block.userData());
    return data == nullptr || !data->state.inBody ? QString() : data->state.bodyLanguage;
}

} // namespace quayside::ui
