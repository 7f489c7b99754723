// Moves through the steps of a recording on its own, each for as long as it took, slowed down. Only when
// asked to.
#pragma once

#include "models/learn/launch/launchsteps.h"

#include <QObject>
#include <QTimer>

namespace quayside::models
{

class LaunchPlayer : public QObject
{
    Q_OBJECT

public:
    // `steps` must outlive it.
    explicit LaunchPlayer(const LaunchSteps *steps, QObject *parent = nullptr);

    void play(int from); // a row; the last one: from the first
    void pause();
    void setSlower(int times); // than it was
    [[nodiscard]] int slower() const { return m_slower; }
    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    // Milliseconds that a step stays: none is too short to be seen, none too long to wait for.
    [[nodiscard]] static int showFor(qint64 tookNanoseconds, int slower);

signals:
    void reached(int row);
    void playingChanged();

private:
    void show(int row);

    const LaunchSteps *m_steps;
    QTimer m_timer;
    int m_row = 0, m_slower = 100;
};

} // namespace quayside::models
