// The folders and Dockerfiles that the pictures are of.
#pragma once

#include <QByteArray>
#include <QString>

namespace quayside::pictures
{

// A small web shop of three stages, with files that a build needs and some that it does not.
void writeShop(const QString &folder);
QByteArray shopDockerfile();
QByteArray faultyDockerfile();  // with problems of each weight
QByteArray failingDockerfile(); // the shop's, with a step that cannot work
QByteArray longDockerfile();    // 300 lines
QByteArray manyStages();        // 20, that take from each other
QByteArray longNames();         // of files, stages, images and commands
void writeLongNames(const QString &folder);

void writeFile(const QString &path, const QByteArray &text);

} // namespace quayside::pictures
