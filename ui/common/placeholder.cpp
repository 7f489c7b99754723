#include "ui/common/placeholder.h"

#include "ui/common/appearance.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

Placeholder::Placeholder(Symbol symbol, QWidget *parent)
    : QWidget(parent), m_symbol(symbol), m_picture(new QLabel(this)), m_headline(new QLabel(this)),
      m_sentence(new QLabel(this)), m_buttons(new QVBoxLayout)
{
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
    setBackgroundRole(QPalette::Base); // as the list, log or shell that stands in its place
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 24, 16, 24);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_picture);
    layout->addWidget(m_headline);
    layout->addLayout(sentenceRow);
    layout->addSpacing(6);
    layout->addLayout(m_buttons);
    layout->addStretch(3);
    refreshLook();
}

void Placeholder::setText(const QString &headline, const QString &sentence)
{
    m_headline->setText(headline);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    setAccessibleName(headline);
    setAccessibleDescription(sentence);
}

QString Placeholder::headline() const
{
    return m_headline->text();
}

QPushButton *Placeholder::addButton(const QString &text, Symbol symbol, std::function<void()> pressed)
{
    auto *button = new QPushButton(icon(symbol), text, this);
    button->setAutoDefault(true);
    button->setMinimumWidth(190);
    connect(button, &QPushButton::clicked, this, [pressed = std::move(pressed)] { pressed(); });
    m_buttons->addWidget(button, 0, Qt::AlignHCenter);
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

void Placeholder::refreshLook()
{
    m_picture->setPixmap(icon(m_symbol).pixmap(QSize(56, 56), devicePixelRatio(), QIcon::Disabled));
}

void Placeholder::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshLook();
}

// Where there is little room the words and buttons have it.
void Placeholder::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomy = 260, margin = 24, least = 4;
    m_picture->setVisible(height() >= roomy);
    layout()->setContentsMargins(16, height() >= roomy ? margin : least, 16,
                                 height() >= roomy ? margin : least);
}

} // namespace quayside::ui
