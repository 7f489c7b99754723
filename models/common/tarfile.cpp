#include "models/common/tarfile.h"

#include <algorithm>
#include <cstring>

namespace quayside::models
{

namespace
{

constexpr qint64 block = 512;
constexpr qsizetype sizeAt = 124, sizeLength = 12, typeAt = 156;

qint64 padded(qint64 size)
{
    return (size + block - 1) / block * block;
}

// Octal, or base 256 behind a first byte of 0x80. -1: neither.
qint64 sizeIn(const QByteArray &header)
{
    if (quint8(header[sizeAt]) == 0x80) {
        qint64 size = 0;
        for (qsizetype i = sizeAt + 4; i < sizeAt + sizeLength; ++i)
            size = size << 8 | quint8(header[i]);
        return size;
    }
    bool ok = false;
    const QByteArray digits =
        QByteArray(header.constData() + sizeAt, sizeLength).replace('\0', ' ').trimmed();
    const qint64 size = digits.toLongLong(&ok, 8);
    return ok ? size : -1;
}

QByteArray octal(qint64 value, int width)
{
    return QByteArray::number(value, 8).rightJustified(width - 1, '0') + '\0';
}

void put(QByteArray &header, qsizetype at, const QByteArray &bytes)
{
    std::memcpy(header.data() + at, bytes.constData(), std::size_t(bytes.size()));
}

QByteArray headerOf(const QByteArray &name, char type, qint64 size)
{
    QByteArray header(block, '\0');
    put(header, 0, name.left(100));
    put(header, 100, octal(0644, 8));
    put(header, 108, octal(0, 8));
    put(header, 116, octal(0, 8));
    put(header, sizeAt, octal(size, sizeLength));
    put(header, 136, octal(0, 12));
    put(header, 148, QByteArray(8, ' ')); // the checksum counts itself as blanks
    header[typeAt] = type;
    put(header, 257,
        QByteArray("ustar\0"
                   "00",
                   8));
    int sum = 0;
    for (const char c : std::as_const(header))
        sum += quint8(c);
    put(header, 148, QByteArray::number(sum, 8).rightJustified(6, '0') + QByteArray("\0 ", 2));
    return header;
}

// "27 path=…\n": the length counts its own digits.
QByteArray paxRecord(const QByteArray &key, const QByteArray &value)
{
    const qsizetype rest = key.size() + value.size() + 3;
    qsizetype length = rest;
    while (length != rest + QByteArray::number(length).size())
        length = rest + QByteArray::number(length).size();
    return QByteArray::number(length) + ' ' + key + '=' + value + '\n';
}

} // namespace

TarFileReader::TarFileReader(QIODevice *target, QObject *parent) : QIODevice(parent), m_target(target)
{
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

bool TarFileReader::takeHeader()
{
    const char type = m_header[typeAt];
    m_left = sizeIn(m_header);
    m_header.clear();
    if (m_left < 0) {
        setErrorString(tr("the archive is damaged"));
        return false;
    }
    if (type == 'x' || type == 'g' || type == 'L' || type == 'K') { // about the member that follows
        m_left = padded(m_left);
        m_state = m_left > 0 ? State::Skip : State::Header;
        return true;
    }
    if (type != '0' && type != '\0') {
        setErrorString(tr("it is not a regular file"));
        return false;
    }
    m_state = m_left > 0 ? State::Content : State::Done;
    return true;
}

qint64 TarFileReader::writeData(const char *data, qint64 size)
{
    qint64 used = 0;
    while (used < size && m_state != State::Done) {
        const qint64 wanted = m_state == State::Header ? block - m_header.size() : m_left;
        const qint64 part = std::min(wanted, size - used);
        if (m_state == State::Header) {
            m_header.append(data + used, part);
            if (m_header.size() == block && !takeHeader())
                return -1;
        } else {
            if (m_state == State::Content && m_target->write(data + used, part) != part) {
                setErrorString(m_target->errorString());
                return -1;
            }
            m_left -= part;
            if (m_left == 0)
                m_state = m_state == State::Skip ? State::Header : State::Done;
        }
        used += part;
    }
    return size; // what comes after the file is of no interest
}

TarFileWriter::TarFileWriter(QIODevice *content, const QString &name, QObject *parent)
    : QIODevice(parent), m_content(content), m_left(content->size()),
      m_padding(padded(content->size()) - content->size() + 2 * block)
{
    const QByteArray bytes = name.toUtf8();
    constexpr qint64 mostInOctal = 077777777777;
    QByteArray records;
    if (bytes.size() > 100 || bytes.size() != name.size())
        records += paxRecord("path", bytes);
    if (m_left > mostInOctal)
        records += paxRecord("size", QByteArray::number(m_left));
    if (!records.isEmpty()) {
        m_head = headerOf("pax", 'x', records.size()) + records;
        m_head.append(padded(records.size()) - records.size(), '\0');
    }
    m_head += headerOf(bytes, '0', std::min(m_left, mostInOctal));
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 TarFileWriter::bytesAvailable() const
{
    return m_head.size() + m_left + m_padding + QIODevice::bytesAvailable();
}

bool TarFileWriter::atEnd() const
{
    return m_head.isEmpty() && m_left == 0 && m_padding == 0;
}

qint64 TarFileWriter::readData(char *data, qint64 most)
{
    if (!m_head.isEmpty()) {
        const qint64 part = std::min<qint64>(most, m_head.size());
        std::memcpy(data, m_head.constData(), std::size_t(part));
        m_head.remove(0, part);
        return part;
    }
    if (m_left > 0) {
        const qint64 part = m_content->read(data, std::min(most, m_left));
        if (part <= 0) { // shorter than it was: what is promised cannot be kept
            setErrorString(tr("the file became shorter while it was read"));
            return -1;
        }
        m_left -= part;
        return part;
    }
    if (m_padding == 0)
        return -1; // the end, as QIODevice wants it of a sequential device
    const qint64 part = std::min(most, m_padding);
    std::memset(data, 0, std::size_t(part));
    m_padding -= part;
    return part;
}

} // namespace quayside::models
