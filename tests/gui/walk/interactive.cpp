#include "tests/gui/walk/walk.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QSplitterHandle>
#include <QTabBar>
#include <QTextEdit>

namespace quayside::walk
{

namespace
{

template <typename... Kinds>
bool isOneOf(const QObject *object)
{
    return ((qobject_cast<const Kinds *>(object) != nullptr) || ...);
}

// Who acts on the whole needs them not.
bool isPart(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    if (widget->objectName().startsWith(u"qt_") || isOneOf<QHeaderView, QScrollBar, QSplitterHandle>(widget))
        return true;
    if (parent == nullptr)
        return false;
    if (parent->objectName() == u"qt_scrollarea_viewport")
        return qobject_cast<const QAbstractItemView *>(parent->parentWidget()) == nullptr &&
               !isOneOf<QAbstractButton, QLineEdit, QComboBox>(widget);
    return isOneOf<QLineEdit, QTabBar, QComboBox, QAbstractSpinBox, QMenuBar>(parent);
}

} // namespace

bool isInteractive(const QWidget *widget)
{
    const bool kind = isOneOf<QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractItemView,
                              QTabBar, QPlainTextEdit, QTextEdit, QAbstractSlider>(widget);
    const bool focus = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
    return widget->isVisible() && widget->isEnabled() && !isPart(widget) && (kind || focus);
}

QString described(const QWidget *widget)
{
    QString path = QStringLiteral("%1 \"%2\"").arg(widget->metaObject()->className(), widget->objectName());
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        path += QStringLiteral(" [%1]").arg(button->text());
    for (const QWidget *parent = widget->parentWidget(); parent != nullptr && !parent->isWindow();
         parent = parent->parentWidget()) {
        if (!parent->objectName().startsWith(u"qt_"))
            path += QStringLiteral(" in ") + parent->metaObject()->className();
    }
    return path;
}

QStringList nameless(const QWidget *top)
{
    QStringList found;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        if (!isInteractive(widget))
            continue;
        const QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget)); // NOLINT: asks only
        if (accessible == nullptr || accessible->text(QAccessible::Name).trimmed().isEmpty())
            found.append("no name: " + described(widget));
    }
    return found;
}

} // namespace quayside::walk
