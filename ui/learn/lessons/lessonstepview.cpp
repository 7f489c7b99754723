#include "ui/learn/lessons/lessonstepview.h"

#include "models/learn/lessons/lessonoffers.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/learn/lessons/lessoncode.h"
#include "ui/learn/lessons/lessonwords.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{

constexpr int barWidth = 4; // pixels, at the left of the step to do

QLabel *makePlainLabel()
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString line(const QString &sign, Tone tone, const QString &sentence)
{
    return QStringLiteral("<div><span style=\"color:%1\">%2</span> %3</div>")
        .arg(toneColor(tone).name(), sign, sentence.toHtmlEscaped());
}

} // namespace

QList<LessonCode *> addLessonParts(QVBoxLayout *layout, const QList<models::LessonPart> &parts)
{
    QList<LessonCode *> boxes;
    for (const models::LessonPart &part : parts) {
        if (part.isCode) {
            boxes.append(new LessonCode(part));
            layout->addWidget(boxes.last());
        } else {
            layout->addWidget(new LessonWords(part.markdown));
        }
    }
    return boxes;
}

LessonStepView::LessonStepView(const models::Lesson &lesson, int number, QWidget *parent)
    : QFrame(parent), m_step(&lesson.steps[number - 1]), m_number(number), m_sign(new QLabel(this)),
      m_title(new QLabel(this)), m_status(makePlainLabel()), m_hint(makePlainLabel()),
      m_hintButton(new QPushButton(icon(Symbol::Info), tr("Hint"), this)),
      m_read(new QPushButton(icon(Symbol::Ok), tr("I have read this"), this)), m_notice(new Notice(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 8, 8);
    layout->setSpacing(8);
    addHead(layout);
    m_code = addLessonParts(layout, m_step->text);
    for (LessonCode *code : std::as_const(m_code))
        connect(code, &LessonCode::lineWanted, this, &LessonStepView::lineWanted);
    for (LessonWords *words : findChildren<LessonWords *>()) {
        connect(words, &LessonWords::xrayWanted, this, &LessonStepView::xrayWanted);
        connect(words, &LessonWords::lessonWanted, this, &LessonStepView::lessonWanted);
    }
    addOffers(layout, lesson);
    addFoot(layout);
    setState(State::Later, false);
}

void LessonStepView::addHead(QVBoxLayout *layout)
{
    m_title->setText(tr("%1. %2", "number and title of a step").arg(m_number).arg(m_step->title));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    auto *head = new QHBoxLayout;
    head->addWidget(m_sign, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    layout->addLayout(head);
}

void LessonStepView::addOffers(QVBoxLayout *layout, const models::Lesson &lesson)
{
    for (const models::LessonOffer &offer : m_step->offers) {
        const QString command = models::LessonOffers::command(lesson, offer);
        auto *button = new QPushButton(icon(Symbol::Play), offer.label, this);
        button->setToolTip(command);
        button->setAccessibleDescription(command);
        connect(button, &QPushButton::clicked, this, [this, id = offer.id] { emit offerPressed(id); });
        m_offers.insert(offer.id, button);
        auto *same = new QLabel(command);
        same->setTextFormat(Qt::PlainText);
        same->setWordWrap(true);
        m_commands.append(same);
        same->setForegroundRole(QPalette::PlaceholderText);
        same->setTextInteractionFlags(Qt::TextSelectableByMouse);
        same->setAccessibleName(tr("The same as a command: %1").arg(command));
        auto *row = new QHBoxLayout;
        row->addWidget(button, 0, Qt::AlignTop);
        row->addWidget(same, 1);
        layout->addLayout(row);
    }
}

void LessonStepView::addFoot(QVBoxLayout *layout)
{
    layout->addWidget(m_notice);
    layout->addWidget(m_status);
    m_hint->setText(QStringLiteral("<i>%1</i>").arg(m_step->hint.toHtmlEscaped()));
    m_hint->hide();
    m_hintButton->setToolTip(tr("Show what helps with this step"));
    m_read->setToolTip(tr("Go on to the next step"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_hintButton, 0, Qt::AlignTop);
    row->addWidget(m_read, 0, Qt::AlignTop);
    row->addWidget(m_hint, 1);
    row->addStretch(0);
    layout->addLayout(row);
    connect(m_hintButton, &QPushButton::clicked, this, &LessonStepView::showHint);
    connect(m_read, &QPushButton::clicked, this, &LessonStepView::readConfirmed);
}

void LessonStepView::setState(State state, bool started)
{
    m_state = state;
    m_started = started;
    if (state != State::Current) {
        m_results.clear();
        m_hint->hide();
        m_notice->dismiss();
    }
    refreshHead();
    refreshFoot();
    update();
}

void LessonStepView::refreshHead()
{
    const QString word = m_state == State::Done      ? tr("done")
                         : m_state == State::Current ? tr("to do now")
                                                     : tr("later");
    const Tone tone = m_state == State::Done      ? Tone::Good
                      : m_state == State::Current ? Tone::Accent
                                                  : Tone::Quiet;
    const QString sign = m_state == State::Done      ? QStringLiteral("✓")
                         : m_state == State::Current ? QStringLiteral("▸")
                                                     : QStringLiteral("○");
    QFont font = headingFont(this->font());
    font.setPointSizeF(this->font().pointSizeF() * 1.15);
    m_title->setFont(font);
    m_sign->setFont(font);
    m_sign->setText(QStringLiteral("<span style=\"color:%1\">%2</span>").arg(toneColor(tone).name(), sign));
    m_sign->setToolTip(word);
    m_sign->setAccessibleName(word);
    QFont fixed = fixedFont();
    fixed.setPointSizeF(this->font().pointSizeF() * 0.9);
    for (QLabel *command : std::as_const(m_commands))
        command->setFont(fixed);
    m_title->setAccessibleName(QStringLiteral("%1, %2").arg(m_title->text(), word));
}

void LessonStepView::refreshFoot()
{
    const bool current = m_state == State::Current && m_started;
    QString text;
    if (m_state == State::Done) {
        for (const QString &sentence : m_seen.isEmpty() ? QStringList{tr("Done.")} : m_seen)
            text += line(QStringLiteral("✓"), Tone::Good, sentence);
    } else if (current) {
        for (const models::CheckResult &result : std::as_const(m_results))
            text += line(result.holds ? QStringLiteral("✓") : QStringLiteral("○"),
                         result.holds ? Tone::Good : Tone::Busy, result.sentence);
        if (m_results.isEmpty() && !m_step->check.isEmpty())
            text = line(QStringLiteral("○"), Tone::Quiet, tr("The engine is being asked."));
    }
    m_status->setText(text);
    m_status->setVisible(!text.isEmpty());
    m_hintButton->setVisible(current && !m_step->hint.isEmpty() && m_hint->isHidden());
    m_read->setVisible(current && m_step->check.isEmpty());
    for (QPushButton *button : std::as_const(m_offers))
        button->setEnabled(m_started && !button->property("busy").toBool());
}

void LessonStepView::setTerminalThere(bool there)
{
    for (LessonCode *code : std::as_const(m_code))
        code->setTerminalThere(there);
}

void LessonStepView::setResults(const QList<models::CheckResult> &results)
{
    if (m_results == results)
        return;
    m_results = results;
    refreshFoot();
}

void LessonStepView::setSeen(const QStringList &sentences)
{
    m_seen = sentences;
    refreshFoot();
}

void LessonStepView::setOfferBusy(const QString &id, bool busy)
{
    if (QPushButton *button = m_offers.value(id)) {
        button->setProperty("busy", busy);
        refreshFoot();
    }
}

void LessonStepView::showProblem(const QString &sentence)
{
    if (sentence.isEmpty())
        m_notice->dismiss();
    else
        m_notice->show(Notice::Kind::Error, sentence);
}

void LessonStepView::showHint()
{
    m_hint->show();
    refreshFoot();
}

bool LessonStepView::isHintShown() const
{
    return !m_hint->isHidden();
}

QString LessonStepView::statusText() const
{
    return m_status->text();
}

void LessonStepView::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    if (m_state != State::Current)
        return;
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, barWidth, height()), toneColor(Tone::Accent));
}

void LessonStepView::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refreshHead();
}

} // namespace quayside::ui
