// Which lines of a log are shown: by text, stream, level and time.
#pragma once

#include "models/logs/logfilter.h"

#include <QWidget>

class QAction;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QSpinBox;
class QToolButton;

namespace quayside::ui
{

class LogFilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit LogFilterBar(QWidget *parent = nullptr);

    [[nodiscard]] models::LogCriteria criteria() const;
    void setBound(std::int64_t time, bool since); // from or up to a line's moment
    void clear();
    void focusText();
    void setProblem(const QString &problem); // of a pattern; "" for none
    void setCounts(qint64 shown, qint64 all, bool running);
    [[nodiscard]] QLineEdit *text() const { return m_text; }
    [[nodiscard]] QString countText() const;

signals:
    void criteriaChanged();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum Span { AllTimes, FiveMinutes, Hour, Day, FromTo };
    QAction *addSwitch(QToolButton *button, const QString &text);
    QToolButton *makeMenuButton(const QString &text, const QString &toolTip);
    void makeLevels();
    void makeTimes();
    void showTimes();

    QLineEdit *m_text;
    QToolButton *m_regex, *m_case;
    QSpinBox *m_context;
    QToolButton *m_streams, *m_levels;
    QAction *m_out, *m_error, *m_events;
    QList<QAction *> m_levelSwitches; // in the order of LogLevel
    QComboBox *m_span;
    QDateTimeEdit *m_from, *m_to;
    std::int64_t m_spanStart = 0;          // nanoseconds since 1970, of "the last …": from when it was chosen
    std::int64_t m_since = 0, m_until = 0; // exact bounds that lines gave; until the fields are edited
    QLabel *m_counts;
};

} // namespace quayside::ui
