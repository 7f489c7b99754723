// The registries that a person has to do with, one row for each.
#pragma once

#include "models/common/tablemodel.h"
#include "models/registries/credentialstore.h"

namespace quayside::models
{

struct RegistryRow {
    enum class State { Unknown, Asking, Reachable, Unreachable };

    QString registry;   // "docker.io", "localhost:5000"
    bool added = false; // by hand
    int images = 0;     // names of images here that lead to it
    Login login;
    State state = State::Unknown;
    bool encrypted = false, verified = false, loggedIn = false; // as its last answer said
    QString address, authentication;                            // "https://…"; "none", "basic", "bearer"
    QString message;                                            // what is wrong, in a sentence

    [[nodiscard]] QString key() const { return registry; }
    [[nodiscard]] QString stateText() const; // "reachable, encrypted"
    [[nodiscard]] QString loginText() const;
    // Whether nothing but the person keeps it in the list.
    [[nodiscard]] bool canBeRemoved() const { return added; }
    bool operator==(const RegistryRow &) const = default;
};

class RegistryModel : public TableModel<RegistryRow>
{
    Q_OBJECT

public:
    enum Column { NameColumn, StateColumn, LoginColumn, ImagesColumn };

    explicit RegistryModel(QObject *parent = nullptr);

    static QStringList filterKeys(); // name, state, login
    [[nodiscard]] QStringList filterValues(const QString &key) const;
    [[nodiscard]] bool holds(int row, const FilterTerm &term) const;
    // What a registry says or is known of it changes in place; nothing happens where it is not listed.
    template <typename Change>
    void change(const QString &registry, Change change)
    {
        changeWhere([&](RegistryRow &row) {
            if (row.registry == registry)
                change(row);
        });
    }

    static QString textOfState(const RegistryRow &row);
    static QString textOfLogin(const RegistryRow &row);

private:
    static QList<TableColumn<RegistryRow>> describe();
};

} // namespace quayside::models
