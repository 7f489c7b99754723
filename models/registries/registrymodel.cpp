#include "models/registries/registrymodel.h"

#include "models/registries/imagename.h"

namespace quayside::models
{

using State = RegistryRow::State;

QString RegistryRow::stateText() const
{
    return RegistryModel::textOfState(*this);
}

QString RegistryRow::loginText() const
{
    return RegistryModel::textOfLogin(*this);
}

RegistryModel::RegistryModel(QObject *parent) : TableModel(describe(), parent) {}

QString RegistryModel::textOfState(const RegistryRow &row)
{
    switch (row.state) {
    case State::Unknown:
        return tr("not asked yet");
    case State::Asking:
        return tr("is asked…");
    case State::Unreachable:
        return tr("not reachable");
    case State::Reachable:
        break;
    }
    if (!row.encrypted)
        return tr("reachable, not encrypted");
    return row.verified ? tr("reachable, encrypted") : tr("reachable, encrypted, not verified");
}

QString RegistryModel::textOfLogin(const RegistryRow &row)
{
    if (!row.login.exists())
        return tr("not logged in");
    return row.login.user.isEmpty() ? tr("logged in") : row.login.user;
}

QList<TableColumn<RegistryRow>> RegistryModel::describe()
{
    using Row = const RegistryRow &;
    return {{tr("Registry"),
             [](Row row) { return shownRegistry(row.registry); },
             {},
             [](Row row) { return row.registry; }},
            {tr("State"),
             textOfState,
             {},
             [](Row row) { return row.message.isEmpty() ? textOfState(row) : row.message; }},
            {tr("Login"),
             textOfLogin,
             {},
             [](Row row) {
                 return row.login.exists()
                            ? tr("The login is kept %1.").arg(CredentialStore::shownPlace(row.login.place))
                            : textOfLogin(row);
             }},
            {tr("Images here"),
             [](Row row) { return row.images == 0 ? tr("none") : QString::number(row.images); },
             [](Row row) { return -row.images; },
             {},
             true}};
}

QStringList RegistryModel::filterKeys()
{
    return {QStringLiteral("name"), QStringLiteral("state"), QStringLiteral("login")};
}

QStringList RegistryModel::filterValues(const QString &key) const
{
    if (key == u"name")
        return said([](const RegistryRow &row) { return shownRegistry(row.registry); });
    if (key == u"state")
        return said(textOfState);
    return key == u"login" ? yesAndNo() : QStringList();
}

bool RegistryModel::holds(int row, const FilterTerm &term) const
{
    const RegistryRow &registry = at(row);
    if (term.key == u"state")
        return textOfState(registry).contains(term.value, Qt::CaseInsensitive);
    if (term.key == u"login")
        return term.value.startsWith(u'y', Qt::CaseInsensitive) == registry.login.exists();
    return registry.registry.contains(term.value, Qt::CaseInsensitive) ||
           shownRegistry(registry.registry).contains(term.value, Qt::CaseInsensitive);
}

} // namespace quayside::models
