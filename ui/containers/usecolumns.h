// The columns of the list that say what the containers use of the machine.
#pragma once

#include "models/stats/statssampler.h"
#include "models/system/enginesession.h"

#include <QElapsedTimer>
#include <QObject>

class QAction;

namespace quayside::ui
{

class Table;

// Asks the engine only while one of the columns is on the screen: an idle window costs nothing.
class UseColumns : public QObject
{
    Q_OBJECT

public:
    UseColumns(models::EngineSession *session, Table *table, QObject *parent);

    [[nodiscard]] QAction *action() const { return m_action; } // shows and hides them
    [[nodiscard]] const models::StatsSampler &sampler() const { return m_sampler; }
    [[nodiscard]] QString totalsText() const; // for the status bar; "" while nothing is known

    static constexpr int reorderInterval = 2000; // ms: rows do not jump under the pointer more often

signals:
    void totalsChanged();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void onToggled(bool shown);
    void startOrStop();
    void onSampled();
    [[nodiscard]] bool areOnScreen() const;
    [[nodiscard]] bool mayReorder();
    [[nodiscard]] QStringList idsOnScreen() const;
    [[nodiscard]] models::ContainerUse useOf(const QString &id, const models::StatsPoint &point) const;

    models::EngineSession *m_session;
    Table *m_table;
    QAction *m_action;
    models::StatsSampler m_sampler;
    QElapsedTimer m_reordered;
};

} // namespace quayside::ui
