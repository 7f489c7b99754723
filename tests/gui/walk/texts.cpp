// What is written on the screen: by whom, and whether there is room for it.
#include "tests/gui/walk/walk.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/tabs.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSplitter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QToolButton>

namespace quayside::walk
{

namespace
{

struct Shown {
    const QWidget *on;
    QString text;
};

void addTextsOf(const QWidget *widget, QList<Shown> &texts)
{
    const auto add = [&](const QString &text) { texts.append({widget, text}); };
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        add(Qt::mightBeRichText(label->text()) ? QTextDocumentFragment::fromHtml(label->text()).toPlainText()
                                               : label->text());
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        add(button->text());
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        add(box->title());
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        add(edit->placeholderText());
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget)) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            add(tabs->tabText(tab));
    }
    if (const auto *header = qobject_cast<const QHeaderView *>(widget);
        header != nullptr && header->model() != nullptr) {
        for (int section = 0; section < header->count(); ++section)
            add(header->model()->headerData(section, header->orientation(), Qt::DisplayRole).toString());
    }
    if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
        for (const QAction *action : menu->actions())
            add(action->text());
    }
    add(widget->toolTip());
    add(widget->accessibleName());
    if (widget->isWindow())
        add(widget->windowTitle());
}

bool hasLetters(const QString &text)
{
    int letters = 0;
    for (const QChar c : text)
        letters += c.isLetter() ? 1 : 0;
    return letters > 1; // "x", "B" are no words
}

QSize textSize(const QWidget *widget, const QString &text)
{
    return widget->fontMetrics().size(Qt::TextShowMnemonic, text);
}

int roomOf(const QAbstractButton *button)
{
    QStyleOptionButton option;
    option.initFrom(button);
    option.text = button->text();
    const QStyle *style = button->style();
    if (qobject_cast<const QCheckBox *>(button) != nullptr)
        return style->subElementRect(QStyle::SE_CheckBoxContents, &option, button).width();
    if (qobject_cast<const QRadioButton *>(button) != nullptr)
        return style->subElementRect(QStyle::SE_RadioButtonContents, &option, button).width();
    const auto *tool = qobject_cast<const QToolButton *>(button);
    const bool above = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonTextUnderIcon;
    const int icon = button->icon().isNull() || above ? 0 : button->iconSize().width() + 4;
    if (qobject_cast<const QPushButton *>(button) != nullptr)
        return style->subElementRect(QStyle::SE_PushButtonContents, &option, button).width() - icon;
    return button->width() - icon - 4;
}

bool fits(const QLabel *label)
{
    const bool elides = qobject_cast<const ui::ElidedLabel *>(label) != nullptr;
    if (elides || label->text().isEmpty() || !label->pixmap().isNull())
        return true;
    if (label->wordWrap())
        return label->heightForWidth(label->width()) <= label->height() + 1;
    return label->sizeHint().width() <= label->width() + 1 &&
           label->sizeHint().height() <= label->height() + 3;
}

bool fits(const QAbstractButton *button)
{
    const auto *tool = qobject_cast<const QToolButton *>(button);
    const bool lesser =
        tool != nullptr && tool->defaultAction() != nullptr &&
        tool->defaultAction()->priority() == QAction::LowPriority; // no text beside its symbol
    const bool onlySymbol = tool != nullptr && (tool->toolButtonStyle() == Qt::ToolButtonIconOnly || lesser);
    return button->text().isEmpty() || onlySymbol ||
           textSize(button, button->text()).width() <= roomOf(button) + 1;
}

bool fits(const QHeaderView *header)
{
    for (int section = 0; section < header->count(); ++section) {
        const QString text =
            header->model()->headerData(section, header->orientation(), Qt::DisplayRole).toString();
        if (!header->isSectionHidden(section) && !text.isEmpty() &&
            textSize(header, text).width() + 8 > header->sectionSize(section))
            return false;
    }
    return true;
}

bool fits(const QTabBar *tabs)
{
    if (qobject_cast<const ui::TabBar *>(tabs) != nullptr || tabs->usesScrollButtons())
        return true; // shrink to symbols; scroll
    return tabs->count() == 0 || tabs->tabRect(tabs->count() - 1).right() <= tabs->width();
}

bool hasRoomForItsText(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return fits(label);
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return fits(button);
    if (const auto *header = qobject_cast<const QHeaderView *>(widget);
        header != nullptr && header->model() != nullptr)
        return fits(header);
    if (const auto *tabs = qobject_cast<const QTabBar *>(widget))
        return fits(tabs);
    if (const auto *box = qobject_cast<const QGroupBox *>(widget))
        return textSize(box, box->title()).width() <= box->width();
    if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
        return !edit->text().isEmpty() ||
               textSize(edit, edit->placeholderText()).width() <= edit->width() - 6;
    if (const auto *combo = qobject_cast<const QComboBox *>(widget); combo != nullptr && !combo->isEditable())
        return textSize(combo, combo->currentText()).width() + 24 <= combo->width();
    return true;
}

// Where what sticks out is scrolled to, or is meant to be under an edge.
bool mayStickOut(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    return widget->isWindow() || parent == nullptr || parent->objectName() == u"qt_scrollarea_viewport" ||
           qobject_cast<const QAbstractScrollArea *>(parent) != nullptr ||
           qobject_cast<const QTabBar *>(parent) != nullptr ||
           qobject_cast<const QSplitter *>(parent) != nullptr;
}

// With the columns of a header and the text of what has one.
QString textOf(const QWidget *widget)
{
    QList<Shown> texts;
    addTextsOf(widget, texts);
    QStringList words;
    for (const Shown &shown : std::as_const(texts))
        words.append(shown.text);
    words.removeAll(QString());
    return words.join(u'|');
}

} // namespace

QString MarkingTranslator::translate(const char * /*context*/, const char *sourceText,
                                     const char * /*disambiguation*/, int n) const
{
    QString text = QString::fromUtf8(sourceText);
    if (n >= 0)
        text.replace(QStringLiteral("%n"), QString::number(n));
    return text + QChar(mark);
}

QStringList untranslated(const QWidget *top,
                         const std::function<bool(const QWidget *, const QString &)> &isData)
{
    QStringList found;
    QList<const QWidget *> widgets{top};
    for (const QWidget *widget : top->findChildren<QWidget *>())
        widgets.append(widget);
    for (const QWidget *widget : std::as_const(widgets)) {
        if (!widget->isVisible())
            continue;
        QList<Shown> texts;
        addTextsOf(widget, texts);
        for (const Shown &shown : std::as_const(texts)) {
            if (hasLetters(shown.text) && !shown.text.contains(QChar(MarkingTranslator::mark)) &&
                !isData(shown.on, shown.text))
                found.append(
                    QStringLiteral("not by tr(): \"%1\" on %2").arg(shown.text.left(100), described(widget)));
        }
    }
    return found;
}

QStringList clipped(const QWidget *top)
{
    QStringList found;
    for (const QWidget *widget : top->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->size().isEmpty())
            continue;
        const QString where = QStringLiteral("\"%1\" on %2").arg(textOf(widget).left(120), described(widget));
        if (!hasRoomForItsText(widget))
            found.append(QStringLiteral("no room (%1 x %2) for %3")
                             .arg(widget->width())
                             .arg(widget->height())
                             .arg(where));
        const bool ofWorth = isInteractive(widget) || qobject_cast<const QLabel *>(widget) != nullptr;
        if (ofWorth && !mayStickOut(widget) &&
            !widget->parentWidget()->rect().adjusted(-2, -2, 2, 2).contains(widget->geometry()))
            found.append("sticks out: " + where);
    }
    return found;
}

} // namespace quayside::walk
