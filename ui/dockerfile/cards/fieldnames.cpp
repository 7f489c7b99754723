#include "ui/dockerfile/cards/fieldnames.h"

#include "ui/dockerfile/cards/cardform.h"

#include <algorithm>

namespace quayside::ui
{

using models::CommandText;
using models::Field;

namespace
{

struct FieldName {
    const char *id, *label, *hint;
};

// Of all instructions; those that mean another thing somewhere are told apart by fieldLabel().
constexpr FieldName fieldNames[] = {
    {"image", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Image"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "debian:13, python:3-slim, the name of a stage …")},
    {"platform", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Platform"), "linux/amd64"},
    {"mount", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Mounts, one per line"),
     "type=cache,target=/root/.cache"},
    {"network", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Network"), ""},
    {"security", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Security"), ""},
    {"sources", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Files, one per line"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "app.py, src/, *.txt; a dot for all files")},
    {"destination", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Destination"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "/app/; a dot for the working folder")},
    {"from", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "From a stage or image"),
     QT_TRANSLATE_NOOP("quayside::ui::CardForm", "empty: from your project")},
    {"chown", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Owner"), "user:group"},
    {"chmod", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Permissions"), "0755"},
    {"link", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "As a layer of its own (link)"), ""},
    {"parents", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Keep parent folders (parents)"), ""},
    {"keep-git-dir", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Keep the .git folder of a repository"), ""},
    {"exclude", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Except, one per line"), "*.log"},
    {"checksum", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Checksum"), "sha256:…"},
    {"path", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Folder"), "/app"},
    {"user", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "User"), "nobody, 1000:1000"},
    {"ports", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Ports, one per line"), "8080, 53/udp"},
    {"paths", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Folders, one per line"), "/data"},
    {"signal", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Signal"), "SIGTERM"},
    {"trigger", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Instruction"), "COPY . ."},
    {"none", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "No check, even if the base image has one"), ""},
    {"interval", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Interval"), "30s"},
    {"timeout", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Timeout"), "30s"},
    {"start-period", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Grace period at the start"), "0s"},
    {"start-interval", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Interval in the grace period"), "5s"},
    {"retries", QT_TRANSLATE_NOOP("quayside::ui::CardForm", "Failures until unhealthy"), "3"},
};

} // namespace

QString fieldLabel(const std::string &keyword, const Field &field)
{
    if (field.id == "name")
        return keyword == "FROM" ? CardForm::tr("Name of the stage") : CardForm::tr("Name");
    if (field.id == "pairs")
        return keyword == "ARG" ? CardForm::tr("Name=value, one per line; the value is optional")
                                : CardForm::tr("Name=value, one per line");
    if (field.id == "command")
        return CardForm::tr("Command");
    const auto *found = std::ranges::find(fieldNames, field.id, &FieldName::id);
    return found == std::end(fieldNames) ? QString::fromStdString(field.id) : CardForm::tr(found->label);
}

QString fieldHint(const std::string &keyword, const Field &field)
{
    const auto *found = std::ranges::find(fieldNames, field.id, &FieldName::id);
    if (field.id == "name")
        return keyword == "FROM" ? CardForm::tr("optional") : QString();
    return found == std::end(fieldNames) || *found->hint == '\0' ? QString() : CardForm::tr(found->hint);
}

QString shapeName(CommandText::Shape shape)
{
    switch (shape) {
    case CommandText::Shape::Shell:
        return CardForm::tr("Shell command");
    case CommandText::Shape::Exec:
        return CardForm::tr("Program and arguments");
    case CommandText::Shape::Script:
        return CardForm::tr("Script");
    }
    return {};
}

QString shapeToolTip(CommandText::Shape shape)
{
    switch (shape) {
    case CommandText::Shape::Shell:
        return CardForm::tr("A shell of the image runs it: variables, && and | work");
    case CommandText::Shape::Exec:
        return CardForm::tr("Started directly, without a shell: the program itself is told to stop");
    case CommandText::Shape::Script:
        return CardForm::tr("A shell of the image runs all its lines");
    }
    return {};
}

} // namespace quayside::ui
