// Everything about the selected registry: facts, and what it holds.
#pragma once

#include "models/system/enginesession.h"
#include "ui/common/detailspane.h"

namespace quayside::ui
{

class RegistryBrowser;

class RegistryDetails : public DetailsPane
{
    Q_OBJECT

public:
    enum Tab { Overview, Browse };

    explicit RegistryDetails(models::EngineSession *session, QWidget *parent = nullptr);

    void showRegistry(const QString &registry);
    void showTab(Tab tab);
    [[nodiscard]] RegistryBrowser *browser() const { return m_browser; }

signals:
    void pullWanted(const QString &reference);

private:
    void onRegistriesChanged();
    void fill(const models::RegistryRow &row);
    void addState(const models::RegistryRow &row);
    void browseIfShown();

    models::EngineSession *m_session;
    models::RegistryRow m_shown;
    QString m_registry;
    RegistryBrowser *m_browser;
};

} // namespace quayside::ui
