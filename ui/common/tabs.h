// Tabs that always all show: where their names need more room than there is, all but the current one shrink
// to their symbols, and where that is too much, it as well. No buttons to scroll them.
#pragma once

#include "ui/common/icons.h"

#include <QTabBar>
#include <QTabWidget>

namespace quayside::ui
{

class TabBar : public QTabBar
{
    Q_OBJECT

public:
    enum class Fit { Roomy, Tight, Symbols, OnlySymbols };

    explicit TabBar(QWidget *parent = nullptr);

    void setRoom(int pixels); // what there is for all tabs together
    [[nodiscard]] Fit fit() const { return m_fit; }
    [[nodiscard]] int space() const; // of the style, beside each name

protected:
    [[nodiscard]] QSize tabSizeHint(int index) const override;
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override;
    void initStyleOption(QStyleOptionTab *option, int index) const override;
    void tabInserted(int index) override;
    void changeEvent(QEvent *event) override;

private:
    void refit();
    [[nodiscard]] bool isNamed(int index, Fit fit) const; // shows its name, not its symbol
    [[nodiscard]] int nameWidth(int index) const;
    [[nodiscard]] int widthFor(Fit fit) const;

    int m_room = 0;
    Fit m_fit = Fit::Roomy;
};

class Tabs : public QTabWidget
{
    Q_OBJECT

public:
    explicit Tabs(QWidget *parent = nullptr);

    void addPage(QWidget *page, Symbol symbol, const QString &title);
    void setPageVisible(QWidget *page, bool visible);
    [[nodiscard]] TabBar *bar() const { return m_bar; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    TabBar *m_bar;
};

} // namespace quayside::ui
