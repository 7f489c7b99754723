// What a container uses of the machine: plots of the last minutes or the last hour, live while they are on
// the screen, and its limits in them.
#pragma once

#include "models/stats/statsfollower.h"
#include "models/system/enginesession.h"

#include <QWidget>

#include <array>
#include <optional>

class QComboBox;
class QGridLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace quayside::ui
{

class LimitLines;
class Notice;
class Plot;

class StatsPane : public QWidget
{
    Q_OBJECT

public:
    explicit StatsPane(models::EngineSession *session, QWidget *parent = nullptr);

    void showContainer(const QString &id, bool running);

    enum PlotKind { Cpu, Memory, Network, Disk, Processes, Pressure, PlotCount };
    [[nodiscard]] Plot *plot(PlotKind kind) const { return m_plots[kind]; }
    [[nodiscard]] const models::StatsFollower &follower() const { return m_follower; }
    [[nodiscard]] Notice *notice() const { return m_notice; }
    [[nodiscard]] QComboBox *rangeChoice() const { return m_range; }
    [[nodiscard]] QToolButton *pauseButton() const { return m_pause; }
    [[nodiscard]] QString line() const; // what is said below the plots

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePlots();
    void setUpLimits();
    QLayout *makeHead();
    void arrange(); // side by side where there is room
    void followOrStop();
    void refresh();
    void fill(PlotKind kind, const QList<models::StatsPoint> &points, qint64 now);
    void refreshLine(bool anything);
    void showMoment(std::optional<qint64> time);
    void setPaused(bool paused);
    [[nodiscard]] qint64 rangeMilliseconds() const;

    models::EngineSession *m_session;
    models::StatsFollower m_follower;
    QString m_id;
    bool m_running = false;
    QList<models::StatsPoint> m_shown;
    qint64 m_pausedAt = 0; // ms; 0: it goes on
    int m_columns = 0;
    QComboBox *m_range;
    QToolButton *m_pause;
    Notice *m_notice;
    LimitLines *m_limits;
    QScrollArea *m_scroll;
    QGridLayout *m_grid;
    std::array<Plot *, PlotCount> m_plots{};
    QLabel *m_pressureWords, *m_line;
};

} // namespace quayside::ui
