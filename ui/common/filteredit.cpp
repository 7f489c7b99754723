#include "ui/common/filteredit.h"

#include "ui/common/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QStyle>
#include <QTimer>

namespace quayside::ui
{

namespace
{

constexpr qsizetype mostOffered = 200;
constexpr int widest = 480; // pixels

QString withoutQuotes(QString text)
{
    return text.remove(u'"');
}

// A value with a blank in it stands in quotes.
QString termOf(const QString &before, const QString &value)
{
    return before + (value.contains(u' ') ? u'"' + value + u'"' : value);
}

} // namespace

FilterEdit::FilterEdit(const QStringList &keys, Values values, QWidget *parent)
    : QLineEdit(parent), m_keys(keys), m_values(std::move(values)), m_model(new QStringListModel(this)),
      m_completer(new QCompleter(m_model, this))
{
    setClearButtonEnabled(true);
    setPlaceholderText(tr("Filter"));
    setAccessibleName(tr("Filter the list"));
    QStringList examples;
    for (const QString &key : keys)
        examples.append(key + u':');
    setToolTip(tr("Words, or %1 (Ctrl+F)").arg(examples.join(u' ')));
    addAction(icon(Symbol::Search), QLineEdit::LeadingPosition);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setTextElideMode(Qt::ElideMiddle);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::accept);
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    timer->setInterval(80);
    connect(timer, &QTimer::timeout, this, [this] { emit filterChanged(text()); });
    connect(this, &QLineEdit::textChanged, timer, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textEdited, this, [this] { offer(suggestions()); });
}

// The last blank before the cursor, but for those that quotes hold.
qsizetype FilterEdit::wordStart() const
{
    const QString typed = text().first(cursorPosition());
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype at = 0; at < typed.size(); ++at) {
        if (typed[at] == u'"')
            quoted = !quoted;
        else if (typed[at].isSpace() && !quoted)
            start = at + 1;
    }
    return start;
}

QStringList FilterEdit::suggestions() const
{
    const qsizetype start = wordStart();
    const QString word = text().mid(start, cursorPosition() - start);
    return word.isEmpty() ? QStringList() : keysFor(word) + valuesFor(word.section(u':', 0, 0), word);
}

// word: what was typed of it; it may begin with the sign of a negation.
QStringList FilterEdit::keysFor(const QString &word) const
{
    const QString sign = word.startsWith(u'-') ? QStringLiteral("-") : QString();
    const QString typed = word.mid(sign.size());
    QStringList found;
    for (const QString &key : m_keys) {
        if (!typed.contains(u':') && key.startsWith(typed, Qt::CaseInsensitive))
            found.append(sign + key + u':');
    }
    return found;
}

// Those that begin with what was typed, then those that have it in them.
QStringList FilterEdit::valuesFor(const QString &key, const QString &typed) const
{
    const qsizetype colon = typed.indexOf(u':');
    const QString name = (key.startsWith(u'-') ? key.mid(1) : key).toLower();
    if (colon < 0 || !m_values || !m_keys.contains(name))
        return {};
    const QString before = typed.first(colon + 1), part = withoutQuotes(typed.mid(colon + 1));
    QStringList first, then;
    for (const QString &value : m_values(name)) {
        if (value == part || value.contains(u'"'))
            continue;
        if (value.startsWith(part, Qt::CaseInsensitive))
            first.append(termOf(before, value));
        else if (value.contains(part, Qt::CaseInsensitive))
            then.append(termOf(before, value));
    }
    return (first + then).first(std::min(mostOffered, first.size() + then.size()));
}

// Where nothing has the beginning that stands there: all values of its key, or all keys between two words.
QStringList FilterEdit::allAtCursor() const
{
    const qsizetype start = wordStart();
    const QString word = text().mid(start, cursorPosition() - start);
    if (word.isEmpty())
        return keysFor({});
    return valuesFor(word.section(u':', 0, 0), word.first(word.indexOf(u':') + 1));
}

void FilterEdit::offer(const QStringList &found)
{
    if (found.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_model->setStringList(found);
    QAbstractItemView *popup = m_completer->popup();
    const int wanted = popup->sizeHintForColumn(0) + popup->style()->pixelMetric(QStyle::PM_ScrollBarExtent) +
                       2 * popup->frameWidth();
    popup->setMinimumWidth(std::min(wanted, widest)); // names are longer than the line
    m_completer->complete();
}

void FilterEdit::accept(const QString &completion)
{
    const qsizetype start = wordStart();
    QString whole = text();
    whole.replace(start, cursorPosition() - start, completion);
    setText(whole);
    setCursorPosition(int(start + completion.size()));
    if (completion.endsWith(u':'))
        offer(suggestions());
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    // The popup hands its keys on to the line; those that choose or close it are its own.
    if (m_completer->popup()->isVisible() &&
        (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Escape)) {
        event->ignore();
        return;
    }
    if (key == Qt::Key_Down) {
        const QStringList found = suggestions();
        offer(found.isEmpty() ? allAtCursor() : found);
        return;
    }
    if (key == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace quayside::ui
