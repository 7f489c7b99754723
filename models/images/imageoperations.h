// Images that come and go as archives, and new base images: long operations with progress.
#pragma once

#include "models/client/engineclient.h"
#include "models/common/savingoperation.h"

#include <QFile>

namespace quayside::models
{

// docker-archive or OCI archive, as `docker load` takes it.
class LoadOperation : public Operation
{
    Q_OBJECT

public:
    LoadOperation(client::EngineClient *client, const QString &fileName, QObject *parent = nullptr);
    [[nodiscard]] const QStringList &loaded() const
    {
        return m_loaded;
    } // names or ids, as the engine says them

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();
    void onProgress(const client::Progress &progress);

    client::EngineClient *m_client;
    QFile m_file;
    QStringList m_loaded;
    client::Call m_call;
};

// A tar of a root file system becomes an image of one layer.
class ImportOperation : public Operation
{
    Q_OBJECT

public:
    ImportOperation(client::EngineClient *client, const QString &fileName, const QString &reference,
                    const QStringList &changes, QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();

    client::EngineClient *m_client;
    QFile m_file;
    QString m_reference;
    QStringList m_changes;
    client::Call m_call;
};

// Into an archive. `expectedBytes`: what the images measure, for the progress; the archive is a little
// larger. 0: unknown.
SavingOperation *saveImages(client::EngineClient *client, const QStringList &names, const QString &fileName,
                            qint64 expectedBytes);

// A base image from distribution packages; its log() is mmdebstrap's. Our engine only.
class BaseImageOperation : public Operation
{
    Q_OBJECT

public:
    BaseImageOperation(client::EngineClient *client, const QString &suite, const QStringList &packages,
                       const QString &name, QObject *parent = nullptr);
    [[nodiscard]] const QString &imageName() const { return m_name; }

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();
    void onProgress(const client::Progress &progress);

    client::EngineClient *m_client;
    QString m_suite;
    QStringList m_packages;
    QString m_name, m_partialLine;
    client::Call m_call;
};

} // namespace quayside::models
