#include "models/images/contententry.h"

#include <QCoreApplication>

#include <array>
#include <string_view>
#include <utility>

namespace quayside::models
{

namespace
{

using Type = ContentEntry::Type;
using Change = ContentEntry::Change;

constexpr std::array<std::pair<std::string_view, Type>, 6> types = {{{"file", Type::File},
                                                                     {"folder", Type::Folder},
                                                                     {"link", Type::Link},
                                                                     {"device", Type::Device},
                                                                     {"pipe", Type::Pipe},
                                                                     {"socket", Type::Socket}}};
constexpr std::array<std::pair<std::string_view, Change>, 5> changes = {{{"unchanged", Change::Unchanged},
                                                                         {"added", Change::Added},
                                                                         {"changed", Change::Changed},
                                                                         {"removed", Change::Removed},
                                                                         {"mixed", Change::Mixed}}};

// What a newer engine may say besides is shown as the first of the list.
template <typename T, std::size_t N>
T valueOf(const std::array<std::pair<std::string_view, T>, N> &table, std::string_view word)
{
    for (const auto &[name, value] : table) {
        if (name == word)
            return value;
    }
    return table.front().second;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("quayside::models::ContentTree", text);
}

} // namespace

ContentEntry toEntry(const api::ImageEntry &entry)
{
    return {.name = QString::fromStdString(entry.path.empty() ? entry.name : entry.path),
            .target = QString::fromStdString(entry.target),
            .type = valueOf(types, entry.type),
            .change = valueOf(changes, entry.change),
            .size = entry.size,
            .otherSize = entry.otherSize,
            .files = entry.files,
            .modified = entry.modified,
            .mode = int(entry.mode & 07777),
            .uid = int(entry.uid),
            .gid = int(entry.gid),
            .layer = int(entry.layer),
            .coded = entry.encoded};
}

QString typeWord(ContentEntry::Type type)
{
    switch (type) {
    case Type::File:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "file"));
    case Type::Folder:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "folder"));
    case Type::Link:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "link"));
    case Type::Device:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "device"));
    case Type::Pipe:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "pipe"));
    case Type::Socket:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "socket"));
    }
    return {};
}

QString changeWord(ContentEntry::Change change)
{
    switch (change) {
    case Change::Unchanged:
        return {};
    case Change::Added:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "added"));
    case Change::Changed:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "changed"));
    case Change::Removed:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "removed"));
    case Change::Mixed:
        return translated(QT_TRANSLATE_NOOP("quayside::models::ContentTree", "changed inside"));
    }
    return {};
}

QString permissionText(int mode)
{
    QString text = QStringLiteral("rwxrwxrwx");
    for (int bit = 0; bit < 9; ++bit) {
        if ((mode & (0400 >> bit)) == 0)
            text[bit] = u'-';
    }
    // set-user-id, set-group-id, sticky: in place of the x of the three groups
    constexpr std::array<std::pair<int, char16_t>, 3> special = {
        {{04000, u's'}, {02000, u's'}, {01000, u't'}}};
    for (int group = 0; group < 3; ++group) {
        const auto [bit, letter] = special[std::size_t(group)];
        QChar &place = text[(group * 3) + 2];
        if ((mode & bit) != 0)
            place = place == u'x' ? QChar(letter) : QChar(letter).toUpper();
    }
    return text;
}

} // namespace quayside::models
