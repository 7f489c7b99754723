// What a build has said about the lines of a Dockerfile, and what the next one will do: for the gutter, for
// the cards and for whoever is about to build. Follows the text as it is edited, and the build while it goes.
#pragma once

#include "models/builds/buildfollower.h"
#include "models/client/imagecontents.h"
#include "models/dockerfile/document.h"
#include "models/dockerfile/facts/baseimages.h"
#include "models/dockerfile/facts/prediction.h"
#include "models/dockerfile/facts/waste.h"

#include <QList>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <optional>
#include <set>

namespace quayside::models
{

struct InstructionFacts {
    int firstLine = 0, lastLine = 0; // in the text as it is now
    bool isFrom = false;             // it begins a stage
    std::optional<BuildStep> step; // of the build, where this instruction was a part of it as it stands here
    Prediction next;               // Unknown where nothing was built yet
    QList<Waste> waste;            // that it causes: it removes or writes again what was there

    // Will not be as the build says: shaded.
    [[nodiscard]] bool isStale() const
    {
        return next.outcome == Prediction::Outcome::Runs || next.outcome == Prediction::Outcome::MayRun;
    }
    [[nodiscard]] qint64 wastedBytes() const;
};

class BuildFacts : public QObject
{
    Q_OBJECT

public:
    // Both must outlive it.
    BuildFacts(client::EngineClient *client, DockerfileDocument *document, QObject *parent = nullptr);
    ~BuildFacts() override;

    // Of this build from now on; nullptr: of none. Its text is asked of its record. inputs: what it was asked
    // for.
    void setBuild(BuildFollower *build, const BuildInputs &inputs = {});
    [[nodiscard]] BuildFollower *build() const { return m_build; }
    // What the next build will be asked for; as the last one where nobody says.
    void setNextInputs(const BuildInputs &inputs);
    // Files of the context that are not as they were when the build began.
    void setChangedFiles(const std::set<std::string> &paths);
    // Images have come, gone or got other names: the next build may begin with others.
    void onImagesListed() { m_bases.onImagesListed(); }

    // For each instruction of the document's text, in order.
    [[nodiscard]] const QList<InstructionFacts> &facts() const { return m_facts; }
    [[nodiscard]] const InstructionFacts *
    factsAt(int line) const;                        // the instruction over this line; nullptr: none
    [[nodiscard]] int lineOfStep(int number) const; // as it is now; 0: it is not there any more
    // The index of the layer in the image that was built; -1: it has none, or is not known.
    [[nodiscard]] int layerIndex(const QString &layer) const;
    [[nodiscard]] const std::string &builtText() const { return m_built.text; }
    [[nodiscard]] const std::optional<api::ImageContents> &image() const
    {
        return m_image;
    } // of a build that is done

    // In sentences.
    [[nodiscard]] static QString nextText(const InstructionFacts &facts);
    [[nodiscard]] QString wasteText(const Waste &waste) const;
    // What would do away with it: the lines of two RUN that it joins, and the change. None where nothing is
    // known that does.
    struct WasteFix {
        int firstLine = 0, lastLine = 0;
        dockerfile::Edit edit;
    };
    [[nodiscard]] std::optional<WasteFix> fixOf(const Waste &waste) const;

signals:
    void changed();

private:
    void onBuildChanged();
    void askForText();
    void askForImage();
    void renew();
    [[nodiscard]] std::optional<std::set<int>> doneLines() const;
    [[nodiscard]] const InstructionFacts *factsOfLayer(const QString &layer) const;
    void addPredictions();
    void addWaste();

    client::EngineClient *m_client;
    DockerfileDocument *m_document;
    QPointer<BuildFollower> m_build;
    QString m_id; // that the text is of
    DockerfileSnapshot m_built;
    bool m_textKnown = false;
    BuildInputs m_inputs;
    std::optional<BuildInputs> m_nextInputs;
    std::set<std::string> m_changedFiles;
    BaseImages m_bases; // of the text as it is now
    std::optional<api::ImageContents> m_image;
    QList<Waste> m_waste;
    QList<InstructionFacts> m_facts;
    QTimer m_soon; // once for all changes of one moment
    client::Call m_textCall, m_imageCall;
};

} // namespace quayside::models
