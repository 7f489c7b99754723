#include "ui/dockerfile/assistant/assistant.h"

#include "models/dockerfile/language/hover.h"
#include "models/dockerfile/language/outline.h"
#include "models/dockerfile/language/symbols.h"
#include "ui/common/icons.h"
#include "ui/common/namedialog.h"
#include "ui/dockerfile/assistant/completiondelegate.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/folds.h"
#include "ui/dockerfile/editor/textedits.h"

#include <QAbstractItemView>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>
#include <QWhatsThis>

#include <algorithm>

namespace quayside::ui
{

namespace language = models::language;

namespace
{

constexpr int foldDelay = 150; // milliseconds: arrows need not keep up with each key

Tone toneOfSeverity(dockerfile::Severity severity)
{
    switch (severity) {
    case dockerfile::Severity::Error:
        return Tone::Bad;
    case dockerfile::Severity::Warning:
        return Tone::Busy;
    default:
        return Tone::Accent;
    }
}

QString explained(const language::Hover &hover)
{
    QString text = QStringLiteral("<p><b>%1</b></p>%2").arg(hover.title.toHtmlEscaped(), hover.text);
    if (!hover.url.isEmpty())
        text += QStringLiteral("<p><a href=\"%1\">%2</a></p>")
                    .arg(hover.url.toHtmlEscaped(), Assistant::tr("Read more"));
    return text;
}

} // namespace

Assistant::Assistant(CodeEditor *editor, models::DockerfileDocument *document,
                     language::CompletionSources *sources, QObject *parent)
    : QObject(parent), m_editor(editor), m_document(document), m_sources(sources),
      m_diagnostics(document, sources)
{
    m_completer.setModel(&m_model);
    m_completer.setWidget(editor);
    m_completer.setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer.popup()->setItemDelegate(new CompletionDelegate(&m_completer));
    m_completer.popup()->setAccessibleName(tr("What can stand here"));
    editor->setPopup(m_completer.popup());
    editor->setMoreActions([this](QMenu *menu) { fillMenu(menu); });
    connect(&m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this,
            &Assistant::insertCompletion);
    connect(editor, &CodeEditor::typed, this, &Assistant::onTyped);
    connect(editor, &CodeEditor::hovered, this, &Assistant::onHovered);
    connect(editor, &CodeEditor::linkPressed, this, &Assistant::goToDefinition);
    connect(editor, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        if (m_completer.popup()->isVisible())
            QMetaObject::invokeMethod(this, &Assistant::showCompletions, Qt::QueuedConnection);
    });
    connect(&m_diagnostics, &language::Diagnostics::changed, this, &Assistant::refreshSquiggles);
    m_foldsSoon.setSingleShot(true);
    m_foldsSoon.setInterval(foldDelay);
    connect(&m_foldsSoon, &QTimer::timeout, this, &Assistant::refreshFolds);
    connect(document, &models::DockerfileDocument::changed, &m_foldsSoon, qOverload<>(&QTimer::start));
    if (sources != nullptr)
        connect(sources, &language::CompletionSources::arrived, this, &Assistant::onArrived);
    m_diagnostics.update();
    refreshSquiggles();
    refreshFolds();
}

Assistant::~Assistant()
{
    m_editor->setPopup(nullptr);
    m_editor->setMoreActions(nullptr);
    m_editor->setSquiggles({});
    m_editor->folds()->unfoldAll();
    m_editor->folds()->setRanges({});
}

// ---- completion

void Assistant::onTyped(const QString &text)
{
    if (m_completer.popup()->isVisible())
        return; // the cursor has moved, which shows it anew
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() == 1 &&
        language::isCompletionTrigger(*m_document->snapshot(), positionOf(m_editor->textCursor()), bytes[0]))
        showCompletions();
}

void Assistant::complete()
{
    showCompletions();
    if (m_items.empty() && !m_waiting)
        say(tr("There is nothing to propose here."));
}

void Assistant::showCompletions()
{
    const dockerfile::Position position = positionOf(m_editor->textCursor());
    language::Completions found = language::complete(*m_document->snapshot(), position, m_sources);
    m_waiting = found.pending;
    m_items = std::move(found.items);
    // What stands there already, and nothing else, needs no proposal.
    if (m_items.size() == 1) {
        const QTextCursor typed = cursorOf(m_editor, m_items.front().replace);
        if (typed.selectedText() == QString::fromStdString(m_items.front().insert))
            m_items.clear();
    }
    if (m_items.empty() || m_editor->isReadOnly()) {
        m_completer.popup()->hide();
        return;
    }
    m_model.clear();
    for (const language::CompletionItem &item : m_items) {
        auto *row = new QStandardItem(item.label);
        row->setData(int(item.kind), CompletionDelegate::KindRole);
        row->setData(item.detail, CompletionDelegate::DetailRole);
        row->setToolTip(item.documentation.isEmpty() ? item.detail : item.documentation);
        row->setAccessibleDescription(item.detail);
        m_model.appendRow(row);
    }
    QRect place =
        m_editor->placeOf(cursorOf(m_editor, {m_items.front().replace.start, m_items.front().replace.start}));
    place.translate(m_editor->viewport()->pos());
    place.setWidth(CompletionDelegate::widthOf(m_completer.popup(), m_model));
    m_completer.complete(place);
    // An image's name is whole without its tag: Return ends the line then, and Down comes to the list.
    const language::CompletionItem &first = m_items.front();
    const QString typed = cursorOf(m_editor, first.replace).selectedText();
    const bool whole = first.kind == language::CompletionItem::Kind::Image && !typed.isEmpty() &&
                       QString::fromStdString(first.insert).startsWith(typed + u':');
    // A view that gets the focus makes its first row the current one: what counts is what is selected.
    m_completer.popup()->setCurrentIndex(m_completer.completionModel()->index(0, 0));
    if (whole)
        m_completer.popup()->clearSelection();
}

void Assistant::insertCompletion(const QModelIndex &index)
{
    if (index.row() < 0 || std::size_t(index.row()) >= m_items.size())
        return;
    const language::CompletionItem item = m_items[std::size_t(index.row())];
    QTextCursor cursor = cursorOf(m_editor, {item.replace.start, positionOf(m_editor->textCursor())});
    cursor.insertText(QString::fromStdString(item.insert));
    m_editor->setTextCursor(cursor);
    if (item.continues)
        QMetaObject::invokeMethod(this, &Assistant::showCompletions, Qt::QueuedConnection);
}

// What was asked for is there: a list, or a box, that waits for it says so.
void Assistant::onArrived()
{
    if (std::exchange(m_waiting, false) || m_completer.popup()->isVisible())
        showCompletions();
    // The box of Qt has the text with marks of its own around it.
    if (m_explaining && QToolTip::isVisible() && QToolTip::text() == m_hoverText)
        onHovered(m_hovered, m_hoveredAt);
}

// ---- problems

// A finding over several lines is drawn under the first of them.
void Assistant::refreshSquiggles()
{
    std::vector<Squiggle> squiggles;
    squiggles.reserve(m_diagnostics.findings().size());
    const models::DockerfileSnapshot &snapshot = *m_document->snapshot();
    for (const dockerfile::Finding &finding : m_diagnostics.findings()) {
        const auto [start, end] = finding.range;
        if (start.line > snapshot.lines.lines())
            continue;
        std::string_view line =
            dockerfile::slice(snapshot.text, snapshot.lines, {{start.line, 1}, {start.line + 1, 1}});
        line.remove_suffix(line.ends_with('\n') ? 1 : 0);
        const std::size_t from = std::min(std::size_t(start.column - 1), line.size());
        const std::size_t to =
            end.line == start.line ? std::min(std::size_t(end.column - 1), line.size()) : line.size();
        squiggles.push_back({start.line - 1, unitsOf(line.substr(0, from)),
                             unitsOf(line.substr(from, std::max(to, from) - from)),
                             toneOfSeverity(finding.severity)});
    }
    std::ranges::stable_sort(squiggles, {}, &Squiggle::block);
    m_editor->setSquiggles(std::move(squiggles));
}

// Those at the cursor; else those of its line.
std::vector<const dockerfile::Finding *> Assistant::findingsHere() const
{
    const dockerfile::Position position = positionOf(m_editor->textCursor());
    auto found = m_diagnostics.findingsAt(position);
    if (!found.empty())
        return found;
    for (const dockerfile::Finding &finding : m_diagnostics.findings()) {
        if (finding.range.start.line == position.line)
            found.push_back(&finding);
    }
    return found;
}

int Assistant::addFixes(QMenu *menu)
{
    int count = 0;
    m_diagnostics.update();
    for (const dockerfile::Finding *finding : findingsHere()) {
        for (const dockerfile::Fix &fix : finding->fixes) {
            const QString title = QString::fromStdString(fix.title);
            QAction *action = menu->addAction(
                icon(Symbol::Ok), tr("Fix: %1").arg(title).replace(u'&', QStringLiteral("&&")), this,
                [this, fix, title] { m_document->apply(fix.edits, title); });
            action->setToolTip(QString::fromStdString(finding->message));
            ++count;
        }
    }
    return count;
}

void Assistant::offerFixes()
{
    auto *menu = new QMenu(m_editor);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    if (m_editor->isReadOnly() || addFixes(menu) == 0) {
        delete menu;
        say(findingsHere().empty() ? tr("There is no problem in this line.")
                                   : tr("This problem has no fix that could be made for you."));
        return;
    }
    menu->setActiveAction(menu->actions().first());
    menu->popup(m_editor->viewport()->mapToGlobal(m_editor->placeOf(m_editor->textCursor()).bottomLeft()));
}

void Assistant::fillMenu(QMenu *menu)
{
    menu->addSeparator();
    if (!m_editor->isReadOnly())
        addFixes(menu);
    menu->addAction(icon(Symbol::Info), tr("Explain"), this, &Assistant::explain);
    const dockerfile::Position position = positionOf(m_editor->textCursor());
    if (language::definition(*m_document->snapshot(), position))
        menu->addAction(icon(Symbol::Link), tr("Go to definition"), this, &Assistant::goToDefinition);
    if (language::renamable(*m_document->snapshot(), position) && !m_editor->isReadOnly())
        menu->addAction(icon(Symbol::Rename), tr("Rename…"), this, &Assistant::askName);
}

// ---- explanations

QString Assistant::explanationOf(const QTextCursor &place)
{
    QString text;
    m_explaining = false;
    const dockerfile::Position position = positionOf(place);
    for (const dockerfile::Finding *finding : m_diagnostics.findingsAt(position))
        text += explained(language::hoverOf(*finding));
    if (const auto hover = language::hover(*m_document->snapshot(), position, m_sources)) {
        text += explained(*hover);
        m_explaining = hover->pending;
    }
    return text;
}

void Assistant::onHovered(const QTextCursor &place, const QPoint &where)
{
    m_hovered = place;
    m_hoveredAt = where;
    m_hoverText = explanationOf(place);
    QToolTip::showText(where, m_hoverText, m_editor);
}

void Assistant::explain()
{
    const QString text = explanationOf(m_editor->textCursor());
    if (text.isEmpty())
        say(tr("There is nothing to explain here."));
    else
        QWhatsThis::showText(
            m_editor->viewport()->mapToGlobal(m_editor->placeOf(m_editor->textCursor()).bottomLeft()), text,
            m_editor);
}

void Assistant::say(const QString &sentence)
{
    QToolTip::showText(
        m_editor->viewport()->mapToGlobal(m_editor->placeOf(m_editor->textCursor()).bottomLeft()), sentence,
        m_editor);
}

// ---- names

void Assistant::goTo(dockerfile::Position position)
{
    const QTextBlock block = m_editor->document()->findBlockByNumber(position.line - 1);
    m_editor->goTo(position.line - 1, offsetOf(m_editor->document(), position) - block.position());
}

void Assistant::goToDefinition()
{
    const auto found = language::definition(*m_document->snapshot(), positionOf(m_editor->textCursor()));
    if (!found) {
        say(tr("No stage or variable of this file stands here."));
        return;
    }
    goTo(found->start);
    m_editor->setTextCursor(cursorOf(m_editor, *found));
}

void Assistant::askName()
{
    const dockerfile::Position position = positionOf(m_editor->textCursor());
    const auto what = language::renamable(*m_document->snapshot(), position);
    if (!what) {
        say(tr("No stage or variable of this file stands here."));
        return;
    }
    auto *dialog = new NameDialog(
        tr("Rename"), tr("New name, everywhere in this file:"), QString::fromStdString(what->name),
        tr("Rename"),
        [self = QPointer(this), position](const QString &name, const client::Done<void> &done) {
            if (self == nullptr)
                return;
            const auto edits = language::rename(*self->m_document->snapshot(), position, name.toStdString());
            if (edits && self->m_document->apply(*edits, tr("Rename")))
                done({});
            else
                done(fail(ErrorKind::InvalidArgument, "{}",
                          (edits ? tr("The text has changed meanwhile") : edits.error()).toStdString()));
        },
        m_editor);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void Assistant::refreshFolds()
{
    std::vector<Folds::Range> ranges;
    for (const language::Folding &folding : language::foldings(*m_document->snapshot()))
        ranges.push_back({folding.first - 1, folding.last - 1});
    m_editor->folds()->setRanges(std::move(ranges));
}

} // namespace quayside::ui
