#include "models/images/imagefileoperation.h"

namespace quayside::models
{

SavingOperation *saveImageFile(client::EngineClient *client, const ImageFile &file, const QString &fileName,
                               qint64 expectedBytes)
{
    return new SavingOperation(
        SavingOperation::tr("Save %1").arg(file.path), fileName, expectedBytes,
        [client, file](QIODevice *device, QObject *context, SavingOperation::OnReceived onReceived,
                       client::Done<void> done) {
            return client::imageFile(*client, file.image.toStdString(), file.layer, file.coded, device,
                                     context, std::move(onReceived), std::move(done));
        });
}

} // namespace quayside::models
