// The limits of the container that is shown, in its plots: read from the engine, changed by /update.
#pragma once

#include "models/stats/limits.h"
#include "models/system/enginesession.h"

#include <QObject>

#include <optional>

namespace quayside::ui
{

class LimitHandle;
class Notice;

class LimitLines : public QObject
{
    Q_OBJECT

public:
    // notice: where refusals, questions and the way back stand.
    LimitLines(models::EngineSession *session, Notice *notice, QObject *parent);

    // unit: of the plot, in the limit's own (CPUs are percent there: 100). words: how a value reads.
    void add(models::Limit limit, LimitHandle *handle, double unit, std::function<QString(double)> words);
    // "": none. Reads its limits, again after each change by whomever.
    void showContainer(const QString &id, bool running);
    void setMemoryInUse(double bytes) { m_memoryInUse = bytes; }
    // What the samples tell: engines have a limit of their own where the container has none. -1: none.
    void setProcessLimitTold(std::int64_t limit);

private:
    struct Line {
        models::Limit limit;
        LimitHandle *handle;
        double unit;
        std::function<QString(double)> words;
    };
    void askMachine();
    void read();
    void showAll();
    [[nodiscard]] double present(models::Limit limit) const; // 0: none
    [[nodiscard]] double mostOf(models::Limit limit) const;
    [[nodiscard]] QString sentence(const Line &line, double value) const;
    void choose(const Line &line, double value); // in the limit's own unit
    void send(const Line &line, double value, bool mayUndo);
    void onUpdated(const Line &line, double value, std::optional<double> before,
                   const Result<std::vector<std::string>> &warnings);

    models::EngineSession *m_session;
    Notice *m_notice;
    QList<Line> m_lines;
    QString m_id;
    bool m_running = false;
    std::optional<api::HostConfig> m_config; // once it was read
    double m_memoryInUse = 0, m_machineMemory = 0, m_machineCpus = 0;
    std::int64_t m_processLimitTold = -1;
    client::Call m_reading, m_machine;
};

} // namespace quayside::ui
