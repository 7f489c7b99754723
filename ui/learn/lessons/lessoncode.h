// A box with lines of a lesson; those for the terminal have a button that puts them there.
#pragma once

#include "models/learn/lessons/lesson.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace quayside::ui
{

class LessonCode : public QFrame
{
    Q_OBJECT

public:
    explicit LessonCode(const models::LessonPart &part, QWidget *parent = nullptr);

    void setTerminalThere(bool there);

signals:
    void lineWanted(const QString &line); // in the terminal, without Return

protected:
    void changeEvent(QEvent *event) override;

private:
    void addLine(const QString &line, bool canBeTyped);
    void refreshFonts();

    QList<QLabel *> m_labels;
    QList<QToolButton *> m_buttons;
    bool m_refreshing = false;
};

} // namespace quayside::ui
