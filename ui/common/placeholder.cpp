#include "ui/common/placeholder.h"

#include "ui/common/appearance.h"
#include "ui/common/linklabel.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace quayside::ui
{

Placeholder::Placeholder(Symbol symbol, QWidget *parent)
    : QScrollArea(parent), m_symbol(symbol), m_picture(new QLabel), m_headline(new QLabel),
      m_sentence(new LinkLabel), m_buttons(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its buttons have it, and bring themselves into view
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // minimumSizeHint() is as wide as it needs
    for (QLabel *label : {m_picture, m_headline, m_sentence})
        label->setAlignment(Qt::AlignCenter);
    m_headline->setFont(headingFont(font()));
    m_headline->setWordWrap(true);
    m_sentence->setWordWrap(true);
    m_sentence->setMinimumWidth(120);
    m_sentence->setMaximumWidth(440);
    m_sentence->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    m_sentence->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_sentence->setOpenExternalLinks(true);
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch(1);
    sentenceRow->addWidget(m_sentence, 20);
    sentenceRow->addStretch(1);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base); // as the list, log or shell that stands in its place
    content->setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(16, 24, 16, 24);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addWidget(m_headline);
    layout->addLayout(sentenceRow);
    layout->addSpacing(6);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    setWidget(content);
    refreshLook();
}

void Placeholder::setText(const QString &headline, const QString &sentence)
{
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(sentence);
    updateGeometry();
}

QString Placeholder::headline() const
{
    return m_headline->text();
}

QPushButton *Placeholder::addButton(const QString &text, Symbol symbol, std::function<void()> pressed)
{
    auto *button = new QPushButton(icon(symbol), text, widget());
    button->setAutoDefault(true);
    button->setMinimumWidth(190);
    connect(button, &QPushButton::clicked, this, [pressed = std::move(pressed)] { pressed(); });
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
    updateGeometry();
    return button;
}

void Placeholder::clearButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget() != nullptr)
            item->widget()->deleteLater();
        delete item;
    }
}

QSize Placeholder::minimumSizeHint() const
{
    return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
            fontMetrics().lineSpacing() * 3};
}

void Placeholder::refreshLook()
{
    m_picture->setPixmap(icon(m_symbol).pixmap(QSize(56, 56), devicePixelRatio(), QIcon::Disabled));
}

void Placeholder::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

// Where there is little room the words and buttons have it.
void Placeholder::resizeEvent(QResizeEvent *event)
{
    constexpr int roomy = 260, margin = 24, least = 4;
    m_picture->setVisible(height() >= roomy);
    widget()->layout()->setContentsMargins(16, height() >= roomy ? margin : least, 16,
                                           height() >= roomy ? margin : least);
    QScrollArea::resizeEvent(event);
}

} // namespace quayside::ui
