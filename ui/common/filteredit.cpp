#include "ui/common/filteredit.h"

#include "ui/common/icons.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QStringListModel>
#include <QTimer>

namespace quayside::ui
{

FilterEdit::FilterEdit(const QStringList &keys, const QMap<QString, QStringList> &values, QWidget *parent)
    : QLineEdit(parent), m_keys(keys), m_values(values), m_model(new QStringListModel(this)),
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
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::accept);
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    timer->setInterval(80);
    connect(timer, &QTimer::timeout, this, [this] { emit filterChanged(text()); });
    connect(this, &QLineEdit::textChanged, timer, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::offer);
}

qsizetype FilterEdit::wordStart() const
{
    const qsizetype blank = text().lastIndexOf(u' ', std::max(0, cursorPosition() - 1));
    return cursorPosition() == 0 ? 0 : blank + 1;
}

QStringList FilterEdit::suggestions() const
{
    const qsizetype start = wordStart();
    const QString word = text().mid(start, cursorPosition() - start);
    if (word.isEmpty())
        return {};
    const qsizetype colon = word.indexOf(u':');
    QStringList found;
    if (colon < 0) {
        for (const QString &key : m_keys) {
            if (key.startsWith(word, Qt::CaseInsensitive))
                found.append(key + u':');
        }
        return found;
    }
    for (const QString &value : m_values.value(word.left(colon).toLower())) {
        if (value.startsWith(QStringView(word).mid(colon + 1), Qt::CaseInsensitive) &&
            value != word.mid(colon + 1))
            found.append(word.left(colon + 1) + value);
    }
    return found;
}

void FilterEdit::offer()
{
    const QStringList found = suggestions();
    if (found.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    m_model->setStringList(found);
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
        offer();
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    // The popup hands its keys on to the line; those that choose are its own.
    if (m_completer->popup()->isVisible() &&
        (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace quayside::ui
