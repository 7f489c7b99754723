// How the programs that make pictures begin: with settings of their own, and in a language.
#pragma once

#include <QLocale>
#include <QTemporaryDir>

namespace quayside::pictures
{

// The settings of whoever runs this stay as they are, and are not in the pictures. Before the application.
class OwnSettings
{
public:
    OwnSettings();

private:
    QTemporaryDir m_folder;
};

void nameApplication();
void speak(const QLocale &language);

} // namespace quayside::pictures
