// The line below a log that finds text in it.
#pragma once

#include "models/logs/logsearch.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;

namespace quayside::ui
{

class LogView;

class LogSearchBar : public QWidget
{
    Q_OBJECT

public:
    // Both must outlive it.
    LogSearchBar(models::LogSearch *search, LogView *view, QWidget *parent = nullptr);

    void open();
    void close();
    [[nodiscard]] QLineEdit *text() const { return m_text; }
    [[nodiscard]] QString label() const;
    // Of all the pane: the keys work where the log has the focus, too.
    [[nodiscard]] QList<QAction *> paneActions() const { return {m_previous, m_next}; }

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void run();
    void refreshLabel();

    models::LogSearch *m_search;
    LogView *m_view;
    QLineEdit *m_text;
    QLabel *m_label;
    QAction *m_case, *m_regex, *m_previous, *m_next;
};

} // namespace quayside::ui
