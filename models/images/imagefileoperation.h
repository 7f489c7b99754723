// One file out of an image, onto this computer.
#pragma once

#include "models/client/imagecontents.h"
#include "models/common/savingoperation.h"

#include <QBuffer>

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

// Takes what is written until there is too much: what is shown must fit a window.
class BoundedBuffer : public QBuffer
{
    Q_OBJECT

public:
    BoundedBuffer(qint64 most, QObject *parent = nullptr) : QBuffer(parent), m_most(most) {}
    [[nodiscard]] bool isOverfull() const { return m_overfull; }

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    qint64 m_most;
    bool m_overfull = false;
};

} // namespace quayside::models
