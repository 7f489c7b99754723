// One file out of an image, onto this computer.
#pragma once

#include "models/client/imagecontents.h"
#include "models/common/savingoperation.h"

namespace quayside::models
{

// A file of an image, in the state that a layer or (without one) the whole image has it in.
struct ImageFile {
    QString image;     // id or name
    QString path;      // to be shown
    std::string coded; // percent-encoded, for the engine
    client::LayerChoice layer;
    [[nodiscard]] QString name() const { return path.section(u'/', -1); }
};

// Onto this computer. expectedBytes: for the progress; 0: not known.
SavingOperation *saveImageFile(client::EngineClient *client, const ImageFile &file, const QString &fileName,
                               qint64 expectedBytes);

} // namespace quayside::models
