// Shows what a report will hold, word for word, before it is saved.
#pragma once

#include "models/system/diagnostics.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace quayside::ui
{

class Notice;

class DiagnosticsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit DiagnosticsDialog(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] const models::Diagnostics &diagnostics() const { return m_diagnostics; }
    void saveTo(const QString &path);

private:
    void fill();
    void askWhere();

    models::Diagnostics m_diagnostics;
    Notice *m_notice;
    QTreeWidget *m_list;
    QPlainTextEdit *m_text;
    QPushButton *m_save;
};

} // namespace quayside::ui
