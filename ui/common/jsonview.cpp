#include "ui/common/jsonview.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSettings>
#include <QStackedWidget>
#include <QSyntaxHighlighter>
#include <QToolButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>

namespace quayside::ui
{

namespace
{

class JsonHighlighter : public QSyntaxHighlighter
{
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &line) override
    {
        static const QRegularExpression token(
            QStringLiteral("(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|\\b(true|false|null)\\b|-?\\b\\d+(?:\\.\\d+)?("
                           "?:[eE][+-]?\\d+)?\\b"));
        auto matches = token.globalMatch(line);
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            const bool isString = match.capturedLength(1) > 0, isKey = match.capturedLength(2) > 0;
            if (isKey)
                setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), toneColor(Tone::Accent));
            else if (isString)
                setFormat(int(match.capturedStart(1)), int(match.capturedLength(1)), toneColor(Tone::Good));
            else
                setFormat(int(match.capturedStart()), int(match.capturedLength()), toneColor(Tone::Busy));
        }
    }
};

// A plain value in one line; of a list or an object how much is in it.
QString shortText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object:
        return value.toObject().isEmpty() ? QStringLiteral("{}")
                                          : QStringLiteral("{%1}").arg(value.toObject().size());
    case QJsonValue::Array:
        return value.toArray().isEmpty() ? QStringLiteral("[]")
                                         : QStringLiteral("[%1]").arg(value.toArray().size());
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return value.toVariant().toString();
    default:
        return QStringLiteral("null");
    }
}

Tone toneOf(const QJsonValue &value)
{
    if (value.isString())
        return Tone::Good;
    return value.isObject() || value.isArray() ? Tone::Quiet : Tone::Busy;
}

void addValue(QTreeWidgetItem *parent, const QString &name, const QJsonValue &value)
{
    auto *item = new QTreeWidgetItem(parent, {name, shortText(value)});
    item->setForeground(1, toneColor(toneOf(value)));
    item->setToolTip(1, item->text(1));
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            addValue(item, member.key(), member.value());
    } else if (value.isArray()) {
        const QJsonArray array = value.toArray();
        for (qsizetype i = 0; i < array.size(); ++i)
            addValue(item, QStringLiteral("[%1]").arg(i), array[i]);
    }
}

// What folds open is found again by its path after every update.
void collectOpen(const QTreeWidgetItem *parent, QSet<QString> &open)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        const QTreeWidgetItem *child = parent->child(i);
        if (child->isExpanded())
            open.insert(JsonView::pathOf(child));
        collectOpen(child, open);
    }
}

constexpr QLatin1StringView treeSetting("inspect/tree");

} // namespace

JsonView::JsonView(QWidget *parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_asText(new QToolButton(this)),
      m_stack(new QStackedWidget(this)), m_tree(new QTreeWidget), m_text(new QPlainTextEdit)
{
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setAccessibleName(tr("Inspect"));
    new JsonHighlighter(m_text->document());
    m_tree->setColumnCount(2);
    m_tree->setHeaderLabels({tr("Name"), tr("Value")});
    m_tree->setAccessibleName(tr("Inspect"));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setIndentation(14);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_tree->setColumnWidth(0, 170);
    m_stack->addWidget(m_tree);
    m_stack->addWidget(m_text);
    makeHead();
    makeMenu();
    showTree(QSettings().value(treeSetting, false).toBool());
}

void JsonView::makeHead()
{
    m_search->setPlaceholderText(tr("Find in it"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(Symbol::Search), QLineEdit::LeadingPosition);
    m_asText->setIcon(icon(Symbol::Outline));
    m_asText->setCheckable(true);
    m_asText->setAutoRaise(true);
    m_asText->setToolTip(tr("As a tree"));
    m_asText->setAccessibleName(m_asText->toolTip());
    auto *copyAll = new QToolButton(this);
    copyAll->setIcon(icon(Symbol::Copy));
    copyAll->setAutoRaise(true);
    copyAll->setToolTip(tr("Copy all of it as JSON"));
    copyAll->setAccessibleName(copyAll->toolTip());
    connect(copyAll, &QToolButton::clicked, this, [this] { copy(text()); });
    connect(m_asText, &QToolButton::toggled, this, &JsonView::showTree);
    connect(m_search, &QLineEdit::textEdited, this, [this] { find(false); });
    connect(m_search, &QLineEdit::returnPressed, this, [this] { find(true); });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 6, 6, 6);
    head->addWidget(m_search, 1);
    head->addWidget(m_asText);
    head->addWidget(copyAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
}

void JsonView::makeMenu()
{
    auto *value = new QAction(icon(Symbol::Copy), tr("&Copy value"), this);
    value->setShortcut(QKeySequence::Copy);
    auto *path = new QAction(tr("Copy &path"), this);
    path->setShortcut(QKeySequence(tr("Ctrl+Shift+C")));
    for (QAction *action : {value, path}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        m_tree->addAction(action);
    }
    connect(value, &QAction::triggered, this, [this] {
        if (const QTreeWidgetItem *item = m_tree->currentItem())
            copy(item->text(1));
    });
    connect(path, &QAction::triggered, this, [this] {
        if (const QTreeWidgetItem *item = m_tree->currentItem())
            copy(pathOf(item));
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        if (m_tree->itemAt(point) == nullptr)
            return;
        QMenu menu(this);
        menu.addActions(m_tree->actions());
        menu.exec(m_tree->viewport()->mapToGlobal(point));
    });
}

void JsonView::copy(const QString &text) const
{
    QApplication::clipboard()->setText(text);
}

QString JsonView::text() const
{
    return m_text->toPlainText();
}

QString JsonView::pathOf(const QTreeWidgetItem *item)
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z_][A-Za-z0-9_]*$"));
    QString path;
    for (; item != nullptr; item = item->parent()) {
        const QString name = item->text(0);
        if (name.startsWith(u'[') && item->parent() != nullptr && item->parent()->text(1).startsWith(u'['))
            path.prepend(name);
        else
            path.prepend(plain.match(name).hasMatch() ? u'.' + name : QStringLiteral("[\"%1\"]").arg(name));
    }
    return path;
}

void JsonView::setJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QString text = QString::fromUtf8(document.toJson(QJsonDocument::Indented));
    if (text == m_text->toPlainText())
        return;
    const int scrolled = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(scrolled);
    m_value = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    if (m_stack->currentWidget() == m_tree)
        fillTree();
    else
        m_tree->clear();
}

void JsonView::showTree(bool tree)
{
    m_asText->setChecked(tree);
    m_stack->setCurrentIndex(tree ? 0 : 1);
    QSettings().setValue(treeSetting, tree);
    if (tree && m_tree->topLevelItemCount() == 0)
        fillTree();
}

void JsonView::fillTree()
{
    QSet<QString> open;
    collectOpen(m_tree->invisibleRootItem(), open);
    const int scrolled = m_tree->verticalScrollBar()->value();
    m_tree->clear();
    QTreeWidgetItem root;
    addValue(&root, {}, m_value);
    m_tree->addTopLevelItems(root.child(0)->takeChildren());
    for (QTreeWidgetItemIterator item(m_tree); *item != nullptr; ++item) {
        if (open.contains(pathOf(*item)))
            (*item)->setExpanded(true);
    }
    m_tree->verticalScrollBar()->setValue(scrolled);
}

// onward: past what is found already; else from there, while the word grows.
void JsonView::find(bool onward)
{
    const QString wanted = m_search->text();
    if (wanted.isEmpty())
        return;
    if (m_stack->currentWidget() == m_tree) {
        findInTree(wanted, onward);
        return;
    }
    QTextCursor cursor = m_text->textCursor();
    if (!onward)
        cursor.setPosition(cursor.selectionStart());
    m_text->setTextCursor(cursor);
    if (!m_text->find(wanted)) {
        m_text->moveCursor(QTextCursor::Start);
        m_text->find(wanted);
    }
}

void JsonView::findInTree(const QString &wanted, bool onward)
{
    QList<QTreeWidgetItem *> found;
    for (QTreeWidgetItemIterator item(m_tree); *item != nullptr; ++item) {
        if ((*item)->text(0).contains(wanted, Qt::CaseInsensitive) ||
            (*item)->text(1).contains(wanted, Qt::CaseInsensitive))
            found.append(*item);
    }
    if (found.isEmpty())
        return;
    const qsizetype at = found.indexOf(m_tree->currentItem());
    QTreeWidgetItem *next = found[at < 0 ? 0 : (at + (onward ? 1 : 0)) % found.size()];
    m_tree->setCurrentItem(next); // unfolds what it is in
    m_tree->scrollToItem(next);
}

void JsonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    if (auto *highlighter = m_text->document()->findChild<QSyntaxHighlighter *>())
        highlighter->rehighlight();
    if (m_tree->topLevelItemCount() > 0)
        fillTree();
}

} // namespace quayside::ui
