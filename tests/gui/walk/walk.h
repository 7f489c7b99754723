// Looks at every widget that is on the screen, for what a person without a mouse, without eyes, or of another
// language would stumble over. Each returns one sentence for each fault.
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>
#include <QWidget>

#include <functional>

class QMainWindow;

namespace quayside::walk
{

// What a person acts on, or what takes the focus; not the parts that Qt makes its own widgets of.
[[nodiscard]] bool isInteractive(const QWidget *widget);
// "QToolButton "name" [text] in Pane in Page".
[[nodiscard]] QString described(const QWidget *widget);

// Interactive ones that a screen reader has no name for (AT-SPI; QAccessible::Name).
[[nodiscard]] QStringList nameless(const QWidget *top);

// Interactive ones that neither Tab nor F6 leads to, and that no shortcut, menu or letter acts for. Walks
// with keys from each widget of `from`; the focus is elsewhere afterwards.
[[nodiscard]] QStringList unreachable(QWidget *top, const QList<QWidget *> &from = {});
// Actions of a window that are found neither in its menus, nor on a widget that can have the focus, nor by a
// shortcut.
[[nodiscard]] QStringList actionsWithoutKeys(const QMainWindow *window);

// Marks all that comes through tr(), invisibly: what is shown without a mark has not.
class MarkingTranslator : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    static constexpr char16_t mark = u'\u2060'; // WORD JOINER: no width
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *sourceText, const char *disambiguation,
                                    int n) const override;
};

// Texts on the screen with letters and without a mark. isData: whether such a text is no sentence of ours but
// a name, an id or a value.
[[nodiscard]] QStringList
untranslated(const QWidget *top, const std::function<bool(const QWidget *on, const QString &text)> &isData);

// Texts that do not fit into their widget, and widgets that stick out of what holds them. A text that gives
// way with dots and a tool tip is meant to.
[[nodiscard]] QStringList clipped(const QWidget *top);

} // namespace quayside::walk
