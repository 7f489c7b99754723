// What single steps of a build changed in the file system. Asked for when somebody wants to know, then kept
// for as long as the facts are of that build.
#pragma once

#include "models/dockerfile/facts/buildfacts.h"
#include "models/images/contententry.h"

#include <QHash>
#include <QList>
#include <QObject>

namespace quayside::models
{

struct StepChanges {
    enum class State {
        Asked, // the engine has not answered yet
        Known,
        Unknown, // `problem` says why
    };
    State state = State::Asked;
    QString problem;                            // a sentence
    qint64 added = 0, changed = 0, removed = 0; // files (anything but folders)
    QList<ContentEntry> largest;                // of these; names are paths. At most StepChangesFinder::most
    [[nodiscard]] qint64 count() const { return added + changed + removed; }
};

// The layer of an image that a step made; nullptr: it made none. The image: of the build, or of that step. Of
// a command that failed its history says so.
[[nodiscard]] const api::LayerContents *layerOfStep(const api::ImageContents &image, const BuildStep &step);

class StepChangesFinder : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype most = 10;

    // Both must outlive it.
    StepChangesFinder(client::EngineClient *client, BuildFacts *facts, QObject *parent = nullptr);
    ~StepChangesFinder() override;

    // nullptr: nobody has wanted it, or it is no step that changes files.
    [[nodiscard]] const StepChanges *of(const BuildStep &step) const;
    // Nothing where it is known, or under way. Steps that have not ended, and FROM, have no such thing.
    void want(const BuildStep &step);

signals:
    void found(int number); // of the step: of() is another one

private:
    void onFacts();
    void clear();
    void enter(const BuildStep &step);
    void findLayer(const std::string &image, const BuildStep &step);
    void list(const std::string &image, const api::LayerContents &layer, int number);
    void settle(int number, const StepChanges &changes);
    void fail(int number, const Error &error);

    client::EngineClient *m_client;
    BuildFacts *m_facts;
    QString m_build;                 // that these are of
    QHash<int, StepChanges> m_known; // by number
    QHash<int, client::Call> m_calls;
    QHash<int, std::string> m_images; // that were made to look into a step
};

} // namespace quayside::models
