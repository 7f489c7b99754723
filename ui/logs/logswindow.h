// A window of its own for logs: of several containers on one time line, or of one that is removed.
#pragma once

#include "models/logs/logmerger.h"

#include <QWidget>

class QToolButton;

namespace quayside::models
{
class EngineSession;
}

namespace quayside::ui
{

class LogPane;

class LogsWindow : public QWidget
{
    Q_OBJECT

public:
    // Of several, with a legend that switches each on and off. Deletes itself when it is closed, and before
    // the session goes.
    static LogsWindow *openTogether(models::EngineSession *session,
                                    const QList<models::LogMerger::Container> &containers,
                                    const QString &name, QWidget *parent);
    // Of a container that is removed: the pane as it was, from now on this window's.
    LogsWindow(LogPane *pane, QWidget *parent);

    [[nodiscard]] LogPane *pane() const { return m_pane; }
    [[nodiscard]] const QList<QToolButton *> &legend() const { return m_legend; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void addLegend(const QList<models::LogMerger::Container> &containers);
    void paintLegend();

    LogPane *m_pane;
    QList<QToolButton *> m_legend;
};

} // namespace quayside::ui
