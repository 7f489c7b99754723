#include "tests/gui/pictures/language.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace quayside::pictures
{

OwnSettings::OwnSettings()
{
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_folder.path().toUtf8());
    qputenv("QT_QPA_PLATFORM", "offscreen");
}

void nameApplication()
{
    QApplication::setApplicationName(QStringLiteral("quayside-pictures"));
    QApplication::setOrganizationName(QStringLiteral("quayside"));
    QApplication::setApplicationDisplayName(QStringLiteral("Quayside"));
}

void speak(const QLocale &language)
{
    QLocale::setDefault(language);
    const std::pair<QString, QString> parts[] = {
        {QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)},
        {QStringLiteral("quayside"), QStringLiteral(QUAYSIDE_TRANSLATIONS_DIR)}};
    for (const auto &[name, folder] : parts) {
        auto *translator = new QTranslator(qApp);
        if (translator->load(language, name, QStringLiteral("_"), folder))
            QCoreApplication::installTranslator(translator);
    }
}

} // namespace quayside::pictures
