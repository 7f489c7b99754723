// Takes what is written until there is too much: what is shown must fit a window.
#pragma once

#include <QBuffer>

namespace quayside::models
{

class BoundedBuffer : public QBuffer
{
    Q_OBJECT

public:
    explicit BoundedBuffer(qint64 most, QObject *parent = nullptr) : QBuffer(parent), m_most(most) {}
    [[nodiscard]] bool isOverfull() const { return m_overfull; }
    void begin(qint64 most); // empty and open for writing

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    qint64 m_most;
    bool m_overfull = false;
};

} // namespace quayside::models
