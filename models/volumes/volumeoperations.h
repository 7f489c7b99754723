// A volume's files into an archive and back, and copies of volumes: long operations with progress.
#pragma once

#include "models/client/volumes.h"
#include "models/common/savingoperation.h"

#include <QFile>

namespace quayside::models
{

// How a file of this name is compressed, as client::exportVolume() wants it.
QString compressionOf(const QString &fileName);

// expectedBytes: what the volume measures, for the progress where the archive is not compressed; -1: unknown.
SavingOperation *exportVolume(client::EngineClient *client, const QString &name, const QString &shownName,
                              const QString &fileName, qint64 expectedBytes);

// A tar, also compressed. An import that ends early leaves the volume as it was.
class ImportVolumeOperation : public Operation
{
    Q_OBJECT

public:
    ImportVolumeOperation(client::EngineClient *client, const client::VolumeImport &import,
                          const QString &fileName, QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();

    client::EngineClient *m_client;
    client::VolumeImport m_import;
    QFile m_file;
    client::Call m_call;
};

class CloneVolumeOperation : public Operation
{
    Q_OBJECT

public:
    CloneVolumeOperation(client::EngineClient *client, const QString &name, const QString &newName,
                         QObject *parent = nullptr);

protected:
    void stopWork() override { m_call.cancel(); }

private:
    void begin();

    client::EngineClient *m_client;
    QString m_name, m_newName;
    client::Call m_call;
};

} // namespace quayside::models
