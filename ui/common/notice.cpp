#include "ui/common/notice.h"

#include "models/system/preferences.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{

Tone toneOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Warning:
        return Tone::Busy;
    case Notice::Kind::Error:
        return Tone::Bad;
    default:
        return Tone::Accent;
    }
}

Symbol symbolOf(Notice::Kind kind)
{
    switch (kind) {
    case Notice::Kind::Warning:
        return Symbol::Warning;
    case Notice::Kind::Error:
        return Symbol::Error;
    default:
        return Symbol::Info;
    }
}

void paintTinted(QWidget *widget, const QColor &tone)
{
    QPainter painter(widget);
    QColor fill = tone;
    fill.setAlphaF(isDark() ? 0.18F : 0.10F);
    painter.fillRect(widget->rect(), fill);
    painter.fillRect(QRect(0, 0, 3, widget->height()), tone);
}

QToolButton *makeCloseButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(icon(Symbol::Close));
    button->setToolTip(Notice::tr("Close this message"));
    button->setAccessibleName(button->toolTip());
    return button;
}

} // namespace

Notice::Notice(QWidget *parent)
    : QFrame(parent), m_symbol(new QLabel(this)), m_text(new QLabel(this)), m_row(new QHBoxLayout),
      m_choices(new QHBoxLayout), m_button(new QPushButton(this)), m_close(makeCloseButton(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 5, 6, 5);
    lines->setSpacing(4);
    lines->addLayout(m_row);
    lines->addLayout(m_choices);
    m_choices->addStretch(1);
    m_row->addWidget(m_symbol);
    m_row->addWidget(m_text, 1);
    m_row->addWidget(m_button);
    m_row->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &Notice::dismiss);
    connect(m_button, &QPushButton::clicked, this, [this] {
        const std::function<void()> action = m_action;
        dismiss();
        if (action)
            action();
    });
    setVisible(false);
}

void Notice::show(Kind kind, const QString &sentence)
{
    show(kind, sentence, {}, {});
}

void Notice::show(Kind kind, const QString &sentence, const QList<Choice> &choices)
{
    const Choice first = choices.value(0);
    show(kind, sentence, first.text, first.act);
    for (const Choice &choice : choices.mid(1)) {
        auto *button = new QPushButton(choice.text, this);
        m_choices->addWidget(button);
        button->show();
        m_more.append(button);
        connect(
            button, &QPushButton::clicked, this,
            [this, choice] {
                if (!choice.stays)
                    setVisible(false);
                if (choice.act)
                    choice.act();
            },
            Qt::QueuedConnection); // it may show another notice, without this button
    }
}

void Notice::show(Kind kind, const QString &sentence, const QString &button, std::function<void()> action)
{
    qDeleteAll(std::exchange(m_more, {}));
    m_kind = kind;
    // Engines name things by 64 digits, which no line can break: the first twelve say as much.
    static const QRegularExpression wholeId(QStringLiteral("\\b([0-9a-f]{12})[0-9a-f]{52}\\b"));
    const QString words = QString(sentence).replace(wholeId, QStringLiteral("\\1"));
    m_text->setText(words);
    m_text->setAccessibleName(words);
    m_action = std::move(action);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    refreshLook();
    setVisible(true);
}

QString Notice::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Notice::dismiss()
{
    m_action = {};
    setVisible(false);
}

void Notice::refreshLook()
{
    m_symbol->setPixmap(icon(symbolOf(m_kind)).pixmap(16, 16));
    update();
}

void Notice::paintEvent(QPaintEvent *)
{
    paintTinted(this, toneColor(toneOf(m_kind)));
}

void Notice::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

UndoBar::UndoBar(QWidget *parent)
    : QFrame(parent), m_text(new QLabel(this)),
      m_undoButton(new QPushButton(icon(Symbol::Undo), tr("&Undo"), this)), m_close(makeCloseButton(this)),
      m_left(new QProgressBar(this)), m_timer(new QTimer(this))
{
    m_text->setTextFormat(Qt::PlainText);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_undoButton->setToolTip(tr("Keep it (Ctrl+Z)"));
    m_undoButton->setShortcut(QKeySequence::Undo);
    m_close->setToolTip(tr("Remove it now"));
    m_close->setAccessibleName(m_close->toolTip());
    m_left->setTextVisible(false);
    m_left->setFixedSize(90, 6);
    m_left->setAccessibleName(tr("Time left to undo"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 5, 6, 5);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_left);
    layout->addWidget(m_undoButton);
    layout->addWidget(m_close);
    m_timer->setInterval(100);
    connect(m_timer, &QTimer::timeout, this, &UndoBar::tick);
    connect(m_undoButton, &QPushButton::clicked, this, &UndoBar::undo);
    connect(m_close, &QToolButton::clicked, this, &UndoBar::commitNow);
    setVisible(false);
}

void UndoBar::offer(const QString &sentence, std::function<void()> undo, std::function<void()> commit)
{
    commitNow();
    m_undo = std::move(undo);
    m_commit = std::move(commit);
    // Engines name things by 64 digits, which no line can break: the first twelve say as much.
    static const QRegularExpression wholeId(QStringLiteral("\\b([0-9a-f]{12})[0-9a-f]{52}\\b"));
    const QString words = QString(sentence).replace(wholeId, QStringLiteral("\\1"));
    m_text->setText(words);
    m_text->setAccessibleName(words);
    m_deadline = QDateTime::currentMSecsSinceEpoch() + milliseconds();
    m_left->setRange(0, milliseconds());
    m_left->setValue(m_left->maximum());
    m_timer->start();
    setVisible(true);
}

int UndoBar::milliseconds()
{
    return models::Preferences::undoSeconds() * 1000;
}

void UndoBar::tick()
{
    const qint64 left = m_deadline - QDateTime::currentMSecsSinceEpoch();
    m_left->setValue(int(qBound(qint64(0), left, qint64(m_left->maximum()))));
    if (left <= 0)
        commitNow();
}

void UndoBar::undo()
{
    m_timer->stop();
    setVisible(false);
    m_commit = {};
    if (const auto undo = std::exchange(m_undo, {}))
        undo();
}

void UndoBar::commitNow()
{
    m_timer->stop();
    setVisible(false);
    m_undo = {};
    if (const auto commit = std::exchange(m_commit, {}))
        commit();
}

void UndoBar::paintEvent(QPaintEvent *)
{
    paintTinted(this, toneColor(Tone::Accent));
}

} // namespace quayside::ui
