// An image out of a Dockerfile and its folder.
#pragma once

#include "models/builds/buildsteps.h"
#include "models/client/engineclient.h"
#include "models/common/operation.h"

#include <QElapsedTimer>
#include <QMap>

#include <optional>

namespace quayside::models
{

struct BuildWanted {
    QString folder;                                    // the context, on this machine
    QString dockerfile = QStringLiteral("Dockerfile"); // its path in the folder
    QString name;                                      // "app:1"; empty: none
    QString target;                                    // a stage; empty: the last one
    QMap<QString, QString> arguments;
    bool noCache = false, pull = false;
};

// "NAME=value", one a line; empty lines are passed over. None, with the line in `wrong`, where one is no
// argument.
std::optional<QMap<QString, QString>> parseArguments(const QString &text, QString *wrong = nullptr);

// The folder is opened here and handed to the engine open: nothing is copied, and only what a step uses is
// read.
class BuildOperation : public Operation
{
    Q_OBJECT

public:
    BuildOperation(client::EngineClient *client, BuildWanted wanted, QObject *parent = nullptr);
    ~BuildOperation() override;

    [[nodiscard]] BuildSteps *steps() { return &m_steps; }
    [[nodiscard]] const BuildWanted &wanted() const { return m_wanted; }
    // What to run: the name, or where there is none the image's id. Empty until it is built.
    [[nodiscard]] QString image() const;

protected:
    void stopWork() override;

private:
    void begin();
    void onProgress(const client::Progress &progress);
    void onDone(const Result<> &done);

    client::EngineClient *m_client;
    BuildWanted m_wanted;
    BuildSteps m_steps;
    QElapsedTimer m_clock;
    QString m_id;
    int m_folder = -1; // descriptor
    client::Call m_call;
};

} // namespace quayside::models
