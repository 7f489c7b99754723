#include "ui/logs/logfilterbar.h"

#include "ui/common/elidedlabel.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{

constexpr int mostContext = 50;
constexpr std::int64_t nanosecondsPerMillisecond = 1'000'000;

QToolButton *makeSwitch(QWidget *parent, Symbol symbol, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(symbol));
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    return button;
}

} // namespace

LogFilterBar::LogFilterBar(QWidget *parent)
    : QWidget(parent), m_text(new QLineEdit(this)), m_context(new QSpinBox(this)),
      m_span(new QComboBox(this)), m_from(new QDateTimeEdit(this)), m_to(new QDateTimeEdit(this)),
      m_counts(new ElidedLabel(this))
{
    m_text->setPlaceholderText(tr("Only lines with…"));
    m_text->setAccessibleName(tr("Only lines with this text"));
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(110);
    m_case = makeSwitch(this, Symbol::Case, tr("Match case"), tr("Tell capital letters from small ones"));
    m_regex = makeSwitch(this, Symbol::Regex, tr("Regular expression"),
                         tr("Read the text as a regular expression"));
    m_context->setRange(0, mostContext);
    m_context->setPrefix(QStringLiteral("±"));
    m_context->setToolTip(tr("So many lines before and after each are shown as well"));
    m_context->setAccessibleName(tr("Lines around each match"));
    m_streams = makeMenuButton(tr("Streams"), tr("Which streams are shown"));
    m_out = addSwitch(m_streams, tr("Standard &output"));
    m_error = addSwitch(m_streams, tr("Standard &error"));
    m_events = addSwitch(m_streams, tr("&What happened to the container"));
    makeLevels();
    makeTimes();
    auto *close = makeSwitch(this, Symbol::Close, tr("Show all lines"), tr("Show all lines (Esc)"));
    close->setCheckable(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 4);
    layout->setSpacing(2);
    const auto addRow = [layout](std::initializer_list<QWidget *> widgets, int wide) {
        auto *row = new QHBoxLayout;
        for (QWidget *widget : widgets)
            row->addWidget(widget, row->count() == wide ? 1 : 0);
        layout->addLayout(row);
    };
    addRow({m_text, m_case, m_regex, m_context, close}, 0);
    addRow({m_streams, m_levels, m_span, m_counts}, 3);
    addRow({m_from}, 0); // below each other: the details beside a list are narrow
    addRow({m_to}, 0);
    connect(close, &QToolButton::clicked, this, &LogFilterBar::closed);
    connect(m_text, &QLineEdit::textChanged, this, &LogFilterBar::criteriaChanged);
    connect(m_context, &QSpinBox::valueChanged, this, &LogFilterBar::criteriaChanged);
    for (const QToolButton *button : {m_case, m_regex})
        connect(button, &QToolButton::toggled, this, &LogFilterBar::criteriaChanged);
}

QToolButton *LogFilterBar::makeMenuButton(const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setAutoRaise(true);
    button->setMenu(new QMenu(button));
    return button;
}

QAction *LogFilterBar::addSwitch(QToolButton *button, const QString &text)
{
    QAction *action = button->menu()->addAction(text);
    action->setCheckable(true);
    action->setChecked(true);
    connect(action, &QAction::toggled, this, &LogFilterBar::criteriaChanged);
    return action;
}

void LogFilterBar::makeLevels()
{
    m_levels = makeMenuButton(tr("Levels"), tr("Which levels are shown"));
    const QStringList names{tr("&No level"), tr("&Trace"), tr("&Debug"), tr("&Information"),
                            tr("&Warning"),  tr("&Error"), tr("&Fatal")};
    for (const QString &name : names)
        m_levelSwitches.append(addSwitch(m_levels, name));
    m_levels->menu()->addSeparator();
    QAction *problems = m_levels->menu()->addAction(tr("Only warnings and wor&se"));
    connect(problems, &QAction::triggered, this, [this] {
        for (int level = 0; level < models::logLevels; ++level)
            m_levelSwitches[level]->setChecked(level >= int(models::LogLevel::Warning));
    });
}

void LogFilterBar::makeTimes()
{
    m_span->addItems(
        {tr("All times"), tr("Last 5 minutes"), tr("Last hour"), tr("Last day"), tr("From – to")});
    m_span->setAccessibleName(tr("From which time lines are shown"));
    m_span->setToolTip(tr("From which time lines are shown; “last” counts from when it is chosen"));
    for (QDateTimeEdit *field : {m_from, m_to}) {
        field->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QStringLiteral(" HH:mm:ss"));
        field->setCalendarPopup(true);
        field->setDateTime(QDateTime::currentDateTime());
        connect(field, &QDateTimeEdit::dateTimeChanged, this, [this, field] {
            (field == m_from ? m_since : m_until) = 0;
            emit criteriaChanged();
        });
    }
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    connect(m_span, &QComboBox::currentIndexChanged, this, [this](int span) {
        const qint64 seconds = span == FiveMinutes ? 300 : span == Hour ? 3600 : span == Day ? 86400 : 0;
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        m_spanStart = seconds == 0 ? 0 : (now - seconds * 1000) * nanosecondsPerMillisecond;
        showTimes();
        emit criteriaChanged();
    });
    showTimes();
}

void LogFilterBar::showTimes()
{
    m_from->setVisible(m_span->currentIndex() == FromTo);
    m_to->setVisible(m_span->currentIndex() == FromTo);
}

models::LogCriteria LogFilterBar::criteria() const
{
    models::LogCriteria wanted;
    wanted.text = {m_text->text(), m_regex->isChecked(), m_case->isChecked()};
    wanted.context = m_context->value();
    wanted.standardOutput = m_out->isChecked();
    wanted.standardError = m_error->isChecked();
    wanted.events = m_events->isChecked();
    for (int level = 0; level < models::logLevels; ++level) {
        if (!m_levelSwitches[level]->isChecked())
            wanted.hiddenLevels |= quint8(1U << unsigned(level));
    }
    wanted.since = m_spanStart;
    if (m_span->currentIndex() == FromTo) {
        const auto nanoseconds = [](const QDateTimeEdit *field, qint64 more) {
            return (field->dateTime().toMSecsSinceEpoch() + more) * nanosecondsPerMillisecond;
        };
        wanted.since = m_since != 0 ? m_since : nanoseconds(m_from, 0);
        wanted.until = m_until != 0 ? m_until : nanoseconds(m_to, 999);
    }
    return wanted;
}

void LogFilterBar::setBound(std::int64_t time, bool since)
{
    if (time == 0)
        return;
    {
        const QSignalBlocker quiet(m_span), quietFrom(m_from), quietTo(m_to);
        if (m_span->currentIndex() != FromTo) { // the other end is open
            m_span->setCurrentIndex(FromTo);
            m_spanStart = 0;
            m_from->setDateTime(QDateTime::fromSecsSinceEpoch(0));
            m_to->setDateTime(QDateTime::currentDateTime().addYears(1));
            m_since = m_until = 0;
        }
        (since ? m_from : m_to)
            ->setDateTime(QDateTime::fromMSecsSinceEpoch(time / nanosecondsPerMillisecond));
        (since ? m_since : m_until) = time;
    }
    showTimes();
    emit criteriaChanged();
}

void LogFilterBar::clear()
{
    const QSignalBlocker quiet(this);
    m_text->clear();
    m_context->setValue(0);
    m_span->setCurrentIndex(AllTimes);
    for (QAction *action : QList<QAction *>{m_out, m_error, m_events} + m_levelSwitches)
        action->setChecked(true);
    setProblem({});
}

void LogFilterBar::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void LogFilterBar::setProblem(const QString &problem)
{
    m_text->setToolTip(problem);
    if (!problem.isEmpty())
        m_counts->setText(tr("not a pattern"));
}

void LogFilterBar::setCounts(qint64 shown, qint64 all, bool running)
{
    const QLocale locale;
    const QString text = tr("%1 of %2 lines shown").arg(locale.toString(shown), locale.toString(all));
    m_counts->setText(running ? tr("%1…").arg(text) : text);
}

QString LogFilterBar::countText() const
{
    return m_counts->text();
}

void LogFilterBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace quayside::ui
