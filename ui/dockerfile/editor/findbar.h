// Find and replace, below the text of an editor. Hidden until it is opened.
#pragma once

#include "ui/dockerfile/editor/textfind.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QToolButton;

namespace quayside::ui
{

class CodeEditor;

class FindBar : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(CodeEditor *editor, QWidget *parent = nullptr);

    void open(bool replace); // with what is selected as the text; several lines become the place to search
    void findAgain(bool forward);

public slots:
    void close();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    QWidget *makeFindRow();
    QWidget *makeReplaceRow();
    QAction *makeOption(const QIcon &icon, const QString &text, const QString &toolTip);
    QToolButton *makeTool(QAction *action);
    void search();
    void refreshCount();
    void replaceOne();
    void replaceEach();
    [[nodiscard]] FindScope scope() const;

    CodeEditor *m_editor;
    QLineEdit *m_text, *m_replacement;
    QLabel *m_label;
    QAction *m_case, *m_word, *m_regex, *m_inSelection;
    QWidget *m_replaceRow;
    std::optional<QRegularExpression> m_pattern;
    QTextCursor m_selection; // to search in; follows the text
    QTextCursor m_start;     // where the search began
    QTimer m_soon;           // counting waits for the typing to pause
};

} // namespace quayside::ui
