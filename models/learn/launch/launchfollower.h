// Follows one container's launch: steps it, or shows a recording of one that was. While it is held, an X-ray
// is taken after each step, so that one sees what the step has changed.
#pragma once

#include "models/client/engineclient.h"
#include "models/client/launch.h"
#include "models/client/xray.h"
#include "models/learn/launch/launchsteps.h"
#include "models/learn/xraynode.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace quayside::models
{

// Changes only by what the engine answers. Talks to it between showContainer() and stop().
class LaunchFollower : public QObject
{
    Q_OBJECT

public:
    // `client` must outlive it.
    explicit LaunchFollower(client::EngineClient *client, QObject *parent = nullptr);

    void showContainer(const QString &id); // its launch that goes on, else the last one
    void stop();
    void lookAgain();                     // something happened to the container
    void showRecord(std::int64_t number); // one of starts(); 0: the launch that goes on, or the last one

    void begin(); // a launch, held before its first step
    // The rest need a held one. A second step that is asked for while the first goes on waits for it.
    void next();
    void runTo(const QString &step);
    void goOn();
    void abort();

    [[nodiscard]] const QString &containerId() const { return m_id; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; } // an answer has come
    [[nodiscard]] bool hasLaunch() const { return !m_shown.steps.empty(); }
    [[nodiscard]] bool isHeld() const { return m_live.state == "held"; }
    [[nodiscard]] bool isUnderWay() const { return isHeld() || m_live.state == "running"; }
    [[nodiscard]] bool canStep() const { return isHeld() && !isRecord(); }
    [[nodiscard]] bool isRecord() const { return m_record != 0; }           // what is shown is a recording
    [[nodiscard]] std::int64_t liveNumber() const { return m_live.number; } // going on, or last; 0: none
    [[nodiscard]] bool hasLooked() const { return !m_looks.empty(); }
    [[nodiscard]] bool isBeginning() const { return m_beginning.active(); }
    [[nodiscard]] bool wasHeld() const; // what is shown stood still between its steps
    [[nodiscard]] const api::Launch &launch() const { return m_shown; }
    [[nodiscard]] const std::vector<api::LaunchStart> &starts() const { return m_starts; }
    [[nodiscard]] LaunchSteps *steps() { return &m_steps; }
    [[nodiscard]] const LaunchSteps *steps() const { return &m_steps; }

    struct Changes {
        bool known = false;      // there was a look after the step
        int first = 0, last = 0; // the steps that they come from: more than one where nobody looked between
        QList<XrayNode> nodes;
    };
    [[nodiscard]] Changes changesOf(int step) const;

signals:
    void changed();
    void startsChanged();
    void refused(const QString &sentence); // why something that was asked for was not done

private:
    void fetchLaunch();
    void fetchStarts();
    void follow();
    void take(const api::Launch &launch);
    void show(const api::Launch &launch);
    void look();
    void onLooked(int at, const Result<api::Xray> &xray);
    void step(const client::LaunchNext &next);
    void onStepped();

    client::EngineClient *m_client;
    QString m_id;
    api::Launch m_live, m_shown;
    std::vector<api::LaunchStart> m_starts;
    std::int64_t m_record = 0;
    bool m_loaded = false;
    bool m_own = false;   // it was held by what was seen here
    bool m_going = false; // a step was asked for, and has not been told of
    std::optional<client::LaunchNext> m_wanted;
    std::map<int, std::shared_ptr<const api::Xray>> m_looks; // by the index of the step that is next
    LaunchSteps m_steps;
    client::Call m_following, m_asking, m_starting, m_beginning, m_looking, m_stepping, m_recording;
};

} // namespace quayside::models
