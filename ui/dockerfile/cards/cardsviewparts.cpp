// What a CardsView is put together from: its bar, menus and pages.
#include "models/dockerfile/cards/cardtext.h"
#include "ui/common/appearance.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/dockerfile/cards/carddelegate.h"
#include "ui/dockerfile/cards/cardform.h"
#include "ui/dockerfile/cards/cardlist.h"
#include "ui/dockerfile/cards/cardsview.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace quayside::ui
{

using models::CardText;

namespace
{

// As a file mostly has them; the last ones in a menu of their own.
constexpr const char *commonKeywords[] = {"FROM", "WORKDIR", "COPY", "RUN", "ENV",
                                          "ARG",  "EXPOSE",  "USER", "CMD"};
constexpr const char *rareKeywords[] = {"ENTRYPOINT", "HEALTHCHECK", "VOLUME",     "LABEL",
                                        "ADD",        "SHELL",       "STOPSIGNAL", "ONBUILD"};

} // namespace

CardsView::CardsView(models::DockerfileDocument *document, QWidget *parent)
    : QWidget(parent), m_document(document), m_model(new models::CardModel(document, this)),
      m_delegate(new CardDelegate(this)), m_list(new CardList(m_model, this)), m_notice(new Notice(this)),
      m_dropWarning(new QLabel(this)), m_pages(new QStackedWidget(this)),
      m_empty(new Placeholder(Symbol::Image, this)), m_addMenu(new QMenu(tr("&Add"), this))
{
    m_list->setItemDelegate(m_delegate);
    m_list->setAccessibleName(tr("Instructions"));
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_dropWarning->setWordWrap(true);
    m_dropWarning->setTextFormat(Qt::PlainText);
    m_dropWarning->setMargin(8);
    m_dropWarning->setAutoFillBackground(true);
    m_dropWarning->setBackgroundRole(QPalette::ToolTipBase);
    m_dropWarning->setForegroundRole(QPalette::ToolTipText);
    m_dropWarning->setObjectName(QStringLiteral("dropWarning"));
    m_dropWarning->hide();
    makeActions();
    makeAddMenu();
    makeEmpty();
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeToolBar());
    layout->addWidget(m_notice);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_dropWarning);
    setFocusProxy(m_list);
    connectList();
    refresh();
}

QAction *CardsView::makeAction(Symbol symbol, const QString &text, const QString &toolTip,
                               const QKeySequence &keys)
{
    auto *made = new QAction(icon(symbol), text, this);
    made->setShortcut(keys);
    // In the list only: the fields of a card and the text have these keys for themselves.
    made->setShortcutContext(Qt::WidgetShortcut);
    made->setToolTip(keys.isEmpty()
                         ? toolTip
                         : QStringLiteral("%1 (%2)").arg(toolTip, keys.toString(QKeySequence::NativeText)));
    m_list->addAction(made);
    return made;
}

void CardsView::makeActions()
{
    m_actions[EditVerb] = makeAction(Symbol::Rename, tr("&Change…"), tr("Open its fields"), Qt::Key_Return);
    m_actions[EditVerb]->setShortcuts({Qt::Key_Return, Qt::Key_Enter, Qt::Key_F2});
    m_actions[UpVerb] = makeAction(Symbol::Up, tr("Move &up"), tr("Move it up"), Qt::ALT | Qt::Key_Up);
    m_actions[DownVerb] =
        makeAction(Symbol::Down, tr("Move d&own"), tr("Move it down"), Qt::ALT | Qt::Key_Down);
    m_actions[DuplicateVerb] =
        makeAction(Symbol::Copy, tr("Dupl&icate"), tr("Once more, below"), Qt::CTRL | Qt::Key_D);
    m_actions[DisableVerb] =
        makeAction(Symbol::Pause, tr("&Disable"),
                   tr("Leave it out of the build, as a comment that can be enabled again"), Qt::Key_Space);
    m_actions[RemoveVerb] =
        makeAction(Symbol::Remove, tr("&Remove"), tr("Remove it from the file"), QKeySequence::Delete);
    m_actions[DismissVerb] =
        makeAction(Symbol::Close, tr("Dismiss the &note"), tr("Take the note off this card"), {});
    for (int verb = 0; verb < VerbCount; ++verb)
        connect(m_actions[verb], &QAction::triggered, this, [this, verb] { run(Verb(verb)); });
    for (const auto &[keys, signal] : {std::pair(QKeySequence::Undo, &CardsView::undoRequested),
                                       std::pair(QKeySequence::Redo, &CardsView::redoRequested)}) {
        auto *shortcut = new QShortcut(keys, m_list);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, signal);
    }
}

void CardsView::makeAddMenu()
{
    m_addMenu->setToolTipsVisible(true);
    m_addMenu->setIcon(icon(Symbol::Add));
    auto *more = new QMenu(tr("&More"), m_addMenu);
    more->setToolTipsVisible(true);
    const auto add = [this](QMenu *menu, const QString &keyword) {
        const auto latin = keyword.toStdString();
        auto *one = menu->addAction(QStringLiteral("%1\t%2").arg(CardText::action(latin), keyword));
        one->setToolTip(CardText::explanation(latin));
        one->setStatusTip(one->toolTip());
        one->setData(keyword);
        connect(one, &QAction::triggered, this, [this, keyword] { addInstruction(keyword); });
    };
    for (const auto *keyword : commonKeywords)
        add(m_addMenu, QLatin1String(keyword));
    m_addMenu->addSeparator();
    m_addMenu->addMenu(more);
    for (const auto *keyword : rareKeywords)
        add(more, QLatin1String(keyword));
}

QAction *CardsView::adding(const QString &keyword) const
{
    for (auto *menu : {m_addMenu, m_addMenu->findChild<QMenu *>()})
        for (auto *one : menu->actions())
            if (one->data().toString() == keyword)
                return one;
    return nullptr;
}

QToolBar *CardsView::makeToolBar()
{
    auto *bar = new QToolBar(this);
    bar->setIconSize(QSize(16, 16));
    auto *add = new QToolButton(bar);
    add->setMenu(m_addMenu);
    add->setPopupMode(QToolButton::InstantPopup);
    add->setIcon(icon(Symbol::Add));
    add->setText(tr("Add"));
    add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    add->setToolTip(tr("Add an instruction below the current one"));
    add->setAccessibleName(add->toolTip());
    add->setFocusPolicy(Qt::TabFocus);
    bar->addWidget(add);
    bar->addSeparator();
    for (const auto verb : {EditVerb, UpVerb, DownVerb, DuplicateVerb, DisableVerb, RemoveVerb}) {
        bar->addAction(m_actions[verb]);
        if (auto *button = bar->widgetForAction(m_actions[verb]))
            button->setFocusPolicy(Qt::TabFocus);
    }
    return bar;
}

void CardsView::makeEmpty()
{
    m_empty->setText(tr("Nothing is in this file yet"),
                     tr("An image begins with another one: a small system such as debian, or one with a "
                        "language such as python. Your files and commands come on top of it."));
    auto *start = m_empty->addButton(tr("Start with a base image"), Symbol::Image,
                                     [this] { addInstruction(QStringLiteral("FROM")); });
    start->setObjectName(QStringLiteral("start"));
}

void CardsView::showMenu(const QPoint &place)
{
    QMenu menu(this);
    menu.addMenu(m_addMenu);
    menu.addSeparator();
    for (auto *one : m_actions)
        menu.addAction(one);
    menu.exec(m_list->viewport()->mapToGlobal(place));
}

} // namespace quayside::ui
