// Everything about the selected registry: facts, and what it holds.
#pragma once

#include "models/system/enginesession.h"

#include <QWidget>

class QLabel;

namespace quayside::ui
{

class FactSheet;
class RegistryBrowser;
class Tabs;

class RegistryDetails : public QWidget
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
    QLabel *m_name, *m_line;
    Tabs *m_tabs;
    FactSheet *m_overview;
    RegistryBrowser *m_browser;
};

} // namespace quayside::ui
