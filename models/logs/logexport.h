// Writes a log to a file, a slice at a time.
#pragma once

#include "models/common/operation.h"
#include "models/logs/logfilter.h"

#include <QSaveFile>
#include <QTimer>

namespace quayside::models
{

// The file is there whole or not at all: it is written beside its name and renamed at the end. Both model and
// filter must outlive it.
class LogExport : public Operation
{
    Q_OBJECT

public:
    struct Options {
        bool shownOnly = false; // what the filter hides is left out
        bool times = false;     // each line begins with its time (RFC 3339, UTC)
        bool colors = false;    // with escape sequences as the program wrote them
        bool operator==(const Options &) const = default;
    };
    // What the log has when it begins: lines that come later are not in it.
    LogExport(LogModel *model, LogFilter *filter, const QString &fileName, const Options &options,
              QObject *parent = nullptr);

protected:
    void stopWork() override;

private:
    void writeSlice();
    [[nodiscard]] std::string lineText(const LogLine &line) const;
    void finish();

    LogModel *m_model;
    LogFilter *m_filter;
    Options m_options;
    QSaveFile m_file;
    QTimer m_slice;
    qint64 m_first = 0, m_next = 0, m_end = 0; // numbers of lines
};

} // namespace quayside::models
