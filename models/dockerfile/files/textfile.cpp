#include "models/dockerfile/files/textfile.h"

#include "engine/base/fd.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QStringDecoder>

#include <algorithm>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace quayside::models
{

namespace
{

const QByteArray byteOrderMark = QByteArrayLiteral("\xef\xbb\xbf");

// Characters that a text editor of Qt takes for the end of a line or of a frame.
bool breaksEditors(QChar c)
{
    return c == QChar::ParagraphSeparator || c.unicode() == 0xfdd0 || c.unicode() == 0xfdd1 || c.isNull();
}

Result<> writeAll(int fd, const QByteArray &bytes, const QString &path)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::write(fd, bytes.constData() + done, std::size_t(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return failErrno(errno, "{}", TextFile::tr("writing %1").arg(path).toStdString());
        done += written;
    }
    if (::fsync(fd) != 0)
        return failErrno(errno, "{}", TextFile::tr("writing %1 to the disk").arg(path).toStdString());
    return {};
}

Result<> overwrite(const QByteArray &name, const QByteArray &bytes, const QString &path)
{
    const Fd file(::open(name.constData(), O_WRONLY | O_TRUNC | O_CLOEXEC));
    if (!file.valid())
        return failErrno(errno, "{}", TextFile::tr("opening %1").arg(path).toStdString());
    return writeAll(file.get(), bytes, path);
}

// Contents, owner and mode of the file that takes the place of `name`.
Result<> fill(int fd, const QByteArray &bytes, const struct stat *old, const QString &path)
{
    if (old != nullptr) {
        // Only root may give files away; the group is kept where one is a member of it.
        if (::fchown(fd, old->st_uid, old->st_gid) != 0 && ::fchown(fd, uid_t(-1), old->st_gid) != 0 &&
            errno != EPERM)
            return failErrno(errno, "{}", TextFile::tr("keeping the owner of %1").arg(path).toStdString());
        if (::fchmod(fd, old->st_mode & 07777) != 0)
            return failErrno(errno, "{}", TextFile::tr("keeping the mode of %1").arg(path).toStdString());
    }
    return writeAll(fd, bytes, path);
}

} // namespace

QByteArray TextFile::hashOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

FileText TextFile::decode(const QByteArray &bytes)
{
    FileText result;
    result.hash = hashOf(bytes);
    result.form.byteOrderMark = bytes.startsWith(byteOrderMark);
    const QByteArrayView content =
        QByteArrayView(bytes).sliced(result.form.byteOrderMark ? byteOrderMark.size() : 0);
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    result.text = decoder(content);
    if (decoder.hasError()) {
        result.readOnly =
            tr("The file is not UTF-8: it is shown as well as that goes, and cannot be changed here. "
               "Convert it with iconv first.");
    } else if (std::ranges::any_of(result.text, breaksEditors)) {
        result.readOnly =
            tr("The file has characters that no text editor keeps (NUL or a paragraph separator): it "
               "cannot be changed here.");
    }
    const qsizetype pairs = result.text.count(QStringLiteral("\r\n")), returns = result.text.count(u'\r'),
                    feeds = result.text.count(u'\n');
    result.form.carriageReturns = pairs > 0 && 2 * pairs >= feeds;
    if (returns != pairs || (pairs != 0 && pairs != feeds))
        result.remark =
            result.form.carriageReturns
                ? tr("Lines end in different ways in this file. A save ends all of them with CR LF.")
                : tr("Lines end in different ways in this file. A save ends all of them with LF.");
    result.text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    return result;
}

QByteArray TextFile::encode(const QString &text, const TextForm &form)
{
    QString lines = text;
    if (form.carriageReturns)
        lines.replace(u'\n', QStringLiteral("\r\n"));
    return (form.byteOrderMark ? byteOrderMark : QByteArray()) + lines.toUtf8();
}

Result<FileText> TextFile::read(const QString &path)
{
    // Not blocked by a pipe or a terminal of that name.
    const Fd file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.valid())
        return failErrno(errno, "{}", tr("%1 cannot be opened").arg(path).toStdString());
    struct stat status = {};
    if (::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
        return fail(ErrorKind::InvalidArgument, "{}",
                    tr("%1 is no file that can be edited: choose a text file").arg(path).toStdString());
    const auto tooLarge = [&path] {
        return fail(
            ErrorKind::TooLarge, "{}",
            tr("%1 is larger than 4 MiB, the most that a Dockerfile may have: open it in a text editor")
                .arg(path)
                .toStdString());
    };
    if (status.st_size > mostBytes)
        return tooLarge();
    QFile reader;
    if (!reader.open(file.get(), QIODevice::ReadOnly))
        return fail(ErrorKind::Internal, "{}",
                    tr("%1 cannot be read: %2").arg(path, reader.errorString()).toStdString());
    const QByteArray bytes = reader.read(mostBytes + 1);
    if (bytes.size() > mostBytes)
        return tooLarge();
    if (reader.error() != QFileDevice::NoError)
        return fail(ErrorKind::Internal, "{}",
                    tr("%1 cannot be read: %2").arg(path, reader.errorString()).toStdString());
    FileText text = decode(bytes);
    if (text.readOnly.isEmpty() && !QFileInfo(path).isWritable())
        text.readOnly =
            tr("You may read this file, not change it. Save it under another name to keep changes.");
    return text;
}

Result<QByteArray> TextFile::write(const QString &path, const QString &text, const TextForm &form)
{
    const QByteArray bytes = encode(text, form);
    CHECK(writeBytes(path, bytes));
    return hashOf(bytes);
}

Result<> TextFile::writeBytes(const QString &path, const QByteArray &bytes, unsigned mode)
{
    const QFileInfo named(path);
    // A link to what is not there yet names its target all the same.
    const QString target = named.exists()      ? named.canonicalFilePath()
                           : named.isSymLink() ? named.symLinkTarget()
                                               : named.absoluteFilePath();
    const QByteArray name = QFile::encodeName(target), folder = QFile::encodeName(QFileInfo(target).path());
    struct stat old = {};
    const bool replaces = ::stat(name.constData(), &old) == 0;
    if (replaces && !S_ISREG(old.st_mode))
        return fail(ErrorKind::InvalidArgument, "{}",
                    tr("%1 is no file that can be written").arg(path).toStdString());
    if (replaces && ::access(name.constData(), W_OK) != 0)
        return failErrno(errno, "{}", tr("%1 cannot be written").arg(path).toStdString());
    const QByteArray temporary =
        folder + "/.quayside-" + QByteArray::number(QRandomGenerator::system()->generate64(), 16) + ".tmp";
    const Fd file(
        ::open(temporary.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, replaces ? 0600 : mode));
    if (!file.valid()) {
        if (replaces && (errno == EACCES || errno == EPERM))
            return overwrite(name, bytes, path);
        return failErrno(errno, "{}", tr("%1 cannot be written").arg(path).toStdString());
    }
    Result<> filled = fill(file.get(), bytes, replaces ? &old : nullptr, path);
    if (filled && ::rename(temporary.constData(), name.constData()) != 0)
        filled = failErrno(errno, "{}", tr("putting the new %1 in place of the old").arg(path).toStdString());
    if (!filled) {
        ::unlink(temporary.constData());
        return filled;
    }
    const Fd parent(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (parent.valid())
        ::fsync(parent.get()); // what says no has no such thing to say: the rename is done
    return {};
}

} // namespace quayside::models
