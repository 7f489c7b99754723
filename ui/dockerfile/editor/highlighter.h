// Colours of the text: KSyntaxHighlighting's definitions, and the bodies of here-documents in the language
// that they are in. The theme follows the palette.
#pragma once

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/State>

#include <QList>
#include <QString>
#include <QSyntaxHighlighter>

#include <map>
#include <memory>

namespace quayside::ui
{

class CodeHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    // The first one of the program reads the definitions, which takes a while.
    explicit CodeHighlighter(QTextDocument *document);
    ~CodeHighlighter() override;

    void setFileName(const QString &name); // decides the language
    void refreshTheme();                   // the palette is another one

    // Of the here-document that a line is in the body of: "Bash", "Python"; "" where it is in none.
    [[nodiscard]] QString bodyLanguage(const QTextBlock &block) const;

protected:
    void highlightBlock(const QString &text) override;

private:
    class Engine;
    struct LineState;
    class LineData;

    struct Here {
        QString name;
        bool chomp = false;
        QString language; // where its first line does not say
        bool operator==(const Here &) const = default;
    };

    Engine &engine(const QString &definition);
    void highlightBody(const QString &text, LineState &state);
    void highlightInstruction(const QString &text, LineState &state);
    void highlightIgnore(const QString &text);
    void findHeres(const QString &text, LineState &state);
    void keep(LineState state);
    [[nodiscard]] QString languageOfFile(const QString &name) const;
    void setThemeFormat(int offset, int length, const KSyntaxHighlighting::Format &format,
                        const KSyntaxHighlighting::Theme &theme);

    QString m_definition; // of the whole file; "" plain
    bool m_dockerfile = false, m_ignore = false;
    std::map<QString, std::unique_ptr<Engine>> m_engines;
};

} // namespace quayside::ui
