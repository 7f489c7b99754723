// What of a log goes into a file.
#pragma once

#include "models/logs/logexport.h"

#include <QDialog>

class QCheckBox;

namespace quayside::ui
{

class LogSaveDialog : public QDialog
{
    Q_OBJECT

public:
    LogSaveDialog(const QString &name, bool filtered, QWidget *parent = nullptr);
    [[nodiscard]] models::LogExport::Options options() const;

private:
    QCheckBox *m_shownOnly, *m_times, *m_colors;
};

} // namespace quayside::ui
