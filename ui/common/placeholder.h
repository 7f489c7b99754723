// What a page shows when it has nothing to list: empty, loading, failing, nothing matches.
#pragma once

#include "ui/common/icons.h"

#include <QScrollArea>

#include <functional>

class QLabel;
class QVBoxLayout;
class QPushButton;
class QAction;

namespace quayside::ui
{

// Centred: a symbol, a headline, a sentence, buttons. Where there is too little room it scrolls.
class Placeholder : public QScrollArea
{
    Q_OBJECT

public:
    explicit Placeholder(Symbol symbol, QWidget *parent = nullptr);

    void setText(const QString &headline, const QString &sentence);
    [[nodiscard]] QString headline() const;
    // In the order in which they are added; the first is the one to press.
    QPushButton *addButton(const QString &text, Symbol symbol, std::function<void()> pressed);
    void clearButtons();

    [[nodiscard]] QSize minimumSizeHint() const override; // low, and as wide as its buttons

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refreshLook();

    Symbol m_symbol;
    QLabel *m_picture;
    QLabel *m_headline;
    QLabel *m_sentence;
    QVBoxLayout *m_buttons;
};

} // namespace quayside::ui
