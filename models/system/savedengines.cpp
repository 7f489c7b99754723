#include "models/system/savedengines.h"

#include <QSettings>

namespace quayside::models
{

namespace
{
const QString addressesKey = QStringLiteral("engine/added"), namesKey = QStringLiteral("engine/names");
} // namespace

QStringList SavedEngines::addresses()
{
    return QSettings().value(addressesKey).toStringList();
}

void SavedEngines::add(const QString &address, const QString &name)
{
    QSettings settings;
    QStringList known = addresses();
    if (!known.contains(address))
        settings.setValue(addressesKey, known << address);
    QVariantMap names = settings.value(namesKey).toMap();
    if (name.isEmpty())
        names.remove(address);
    else
        names.insert(address, name);
    settings.setValue(namesKey, names);
}

void SavedEngines::remove(const QString &address)
{
    QSettings settings;
    QStringList known = addresses();
    known.removeAll(address);
    settings.setValue(addressesKey, known);
    QVariantMap names = settings.value(namesKey).toMap();
    names.remove(address);
    settings.setValue(namesKey, names);
}

QList<EngineAddress> SavedEngines::all(const QString &shown)
{
    const QStringList known = addresses();
    QStringList wanted = known;
    if (!wanted.contains(shown))
        wanted.append(shown);
    QList<EngineAddress> list = EngineChoices::all(EngineChoices::defaultPlaces(), wanted);
    const QVariantMap names = QSettings().value(namesKey).toMap();
    for (EngineAddress &address : list) {
        address.added = known.contains(address.socketPath);
        if (const QString name = names.value(address.socketPath).toString(); !name.isEmpty())
            address.name = name;
    }
    return list;
}

} // namespace quayside::models
