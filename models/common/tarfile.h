// One regular file to and from a tar, as it streams: what /containers/{id}/archive gives and takes.
// Source: pax(1), "ustar Interchange Format"; sizes past 8 GiB in base 256 as GNU tar writes them.
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace quayside::models
{

// Written to: a tar. Writes on to `target`: the content of the first regular file in it. Nothing else is
// kept, and no name from the archive is used. Fails (write() < 0, errorString()) where the first member is
// none.
class TarFileReader : public QIODevice
{
    Q_OBJECT

public:
    explicit TarFileReader(QIODevice *target,
                           QObject *parent = nullptr); // target: open for writing; must outlive it

    [[nodiscard]] bool isSequential() const override { return true; }
    // Whether the whole content has come: a tar that ends early leaves a part of a file.
    [[nodiscard]] bool isComplete() const { return m_state == State::Done; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override;

private:
    enum class State { Header, Skip, Content, Done };
    bool takeHeader();

    QIODevice *m_target;
    State m_state = State::Header;
    QByteArray m_header;
    qint64 m_left = 0; // bytes of the content, or to skip with their padding
};

// Read from: a tar with one regular file, mode 0644, owner 0.
class TarFileWriter : public QIODevice
{
    Q_OBJECT

public:
    // content: open for reading, of a size that is known; must outlive it.
    TarFileWriter(QIODevice *content, const QString &name, QObject *parent = nullptr);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] qint64 bytesAvailable() const override;
    [[nodiscard]] bool atEnd() const override;

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QIODevice *m_content;
    QByteArray m_head; // of it what is still to be read
    qint64 m_left;     // of the content
    qint64 m_padding;  // zeros after it, with the two blocks that end an archive
};

} // namespace quayside::models
