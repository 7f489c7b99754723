// The page Learn: lessons, and where containers come from.
#pragma once

#include "models/system/enginesession.h"

#include <QWidget>

class QAction;
class QMenu;

namespace quayside::ui
{

class Placeholder;
class Tabs;

class LearnPage : public QWidget
{
    Q_OBJECT

public:
    explicit LearnPage(models::EngineSession *session, QWidget *parent = nullptr);

    void fill(QMenu *menu); // what can be done here
    // The list where there is no lesson of this id.
    void openLesson(const QString &id);
    [[nodiscard]] Tabs *tabs() const { return m_tabs; }
    [[nodiscard]] int openTerminals() const { return 0; } // shells that run
    void setPresenting(bool on);

signals:
    void presentingChanged(bool on); // nothing but the lesson is wanted on the screen, or again all

private:
    models::EngineSession *m_session;
    Tabs *m_tabs;
    Placeholder *m_shelf;
    QAction *m_present;
};

} // namespace quayside::ui
