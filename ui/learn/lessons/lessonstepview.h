// One step of a lesson: its text, buttons, and whether it is done.
#pragma once

#include "models/learn/lessons/checks.h"
#include "models/learn/lessons/lesson.h"

#include <QFrame>
#include <QMap>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace quayside::ui
{

class LessonCode;
class Notice;

class LessonStepView : public QFrame
{
    Q_OBJECT

public:
    enum class State { Later, Current, Done };

    // number: from 1. step: of `lesson`, which must outlive it.
    LessonStepView(const models::Lesson &lesson, int number, QWidget *parent = nullptr);

    void setState(State state, bool started);
    [[nodiscard]] State state() const { return m_state; }
    void setTerminalThere(bool there);
    // What the last check has said of it.
    void setResults(const QList<models::CheckResult> &results);
    void setSeen(const QStringList &sentences);
    void setOfferBusy(const QString &id, bool busy);
    void showProblem(const QString &sentence);
    void showHint();
    [[nodiscard]] bool isHintShown() const;
    [[nodiscard]] QPushButton *offerButton(const QString &id) const { return m_offers.value(id); }
    [[nodiscard]] QPushButton *hintButton() const { return m_hintButton; }
    [[nodiscard]] QString statusText() const;

signals:
    void lineWanted(const QString &line);
    void xrayWanted(const QString &container);
    void lessonWanted(const QString &id);
    void offerPressed(const QString &id);
    void readConfirmed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addHead(QVBoxLayout *layout);
    void addOffers(QVBoxLayout *layout, const models::Lesson &lesson);
    void addFoot(QVBoxLayout *layout);
    void refreshHead();
    void refreshFoot();

    const models::LessonStep *m_step;
    int m_number;
    State m_state = State::Later;
    bool m_started = false;
    QLabel *m_sign, *m_title, *m_status, *m_hint;
    QPushButton *m_hintButton, *m_read;
    Notice *m_notice;
    QList<LessonCode *> m_code;
    QList<QLabel *> m_commands; // of the buttons
    QMap<QString, QPushButton *> m_offers;
    QList<models::CheckResult> m_results;
    QStringList m_seen;
};

// Words and boxes in a column: of a step, and of the introduction.
QList<LessonCode *> addLessonParts(QVBoxLayout *layout, const QList<models::LessonPart> &parts);

} // namespace quayside::ui
