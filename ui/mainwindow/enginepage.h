// What stands in place of the lists while there is no engine to ask.
#pragma once

#include "models/system/enginesession.h"
#include "models/system/enginestarter.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace quayside::ui
{

class Placeholder;

class EnginePage : public QWidget
{
    Q_OBJECT

public:
    // enginePath: of quayside-engine; "" where it was not found.
    EnginePage(models::EngineSession *session, const QString &enginePath, QWidget *parent = nullptr);

    [[nodiscard]] QPushButton *startButton() const { return m_startButton; }

private:
    void refresh();
    void start();

    models::EngineSession *m_session;
    models::EngineStarter m_starter;
    Placeholder *m_placeholder;
    QPushButton *m_startButton = nullptr;
    QLabel *m_problem;
};

} // namespace quayside::ui
