// Files as an editor needs them: text whose lines end with "\n", and what else is to be kept so that a save
// writes the bytes that were there.
#pragma once

#include "engine/base/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QString>

namespace quayside::models
{

// How the text stands in the file. Whether its last line ends is part of the text.
struct TextForm {
    bool byteOrderMark = false;
    bool carriageReturns = false; // lines end with "\r\n"
    bool operator==(const TextForm &) const = default;
};

struct FileText {
    QString text;
    TextForm form;
    QByteArray hash;  // SHA-256 of the bytes
    QString readOnly; // a sentence: why it must not be written (its rights, its bytes); "" where it may be
    QString remark;   // a sentence: what a save will change; "" where that is nothing
};

class TextFile
{
    Q_DECLARE_TR_FUNCTIONS(quayside::models::TextFile)

public:
    static constexpr qint64 mostBytes = 4LL * 1024 * 1024;

    // Errors (sentences without a full stop): no regular file, not readable, larger than mostBytes.
    static Result<FileText> read(const QString &path);
    static FileText decode(const QByteArray &bytes); // readOnly: as far as the bytes decide
    static QByteArray encode(const QString &text, const TextForm &form);

    // Whole or not at all, and on the disk when it returns: a temporary file beside it, fsync, rename. A link
    // is followed: its target is written. Mode and, where that is allowed, owner stay as they are. Where the
    // folder takes no new file the old one is overwritten in place. The hash of what was written.
    static Result<QByteArray> write(const QString &path, const QString &text, const TextForm &form);
    // The same for bytes; mode: of a file that was not there, less the umask.
    static Result<> writeBytes(const QString &path, const QByteArray &bytes, unsigned mode = 0666);
    static QByteArray hashOf(const QByteArray &bytes);
};

} // namespace quayside::models
