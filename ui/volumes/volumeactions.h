// What can be done with volumes. Their files are nowhere else: removing always asks.
#pragma once

#include "models/system/enginesession.h"

#include <QAction>
#include <QObject>
#include <QStringList>

#include <array>

namespace quayside::ui
{

class Notice;

class VolumeActions : public QObject
{
    Q_OBJECT

public:
    enum Verb { Create, Remove, Prune, CopyName, VerbCount };

    // All must outlive it.
    VolumeActions(models::EngineSession *session, Notice *notice, QWidget *window);

    [[nodiscard]] QAction *action(Verb verb) const { return m_actions[verb]; }
    void setSelection(const QStringList &names);
    void run(Verb verb, const QStringList &names);

signals:
    void volumeCreated(const QString &name);

private:
    void makeActions();
    void refresh();
    [[nodiscard]] QList<models::VolumeRow> rowsOf(const QStringList &names) const;
    void create();
    void prune();
    void remove(const QList<models::VolumeRow> &rows);
    void removeNow(const models::VolumeRow &row);

    models::EngineSession *m_session;
    Notice *m_notice;
    QWidget *m_window;
    std::array<QAction *, VerbCount> m_actions{};
    QStringList m_selection;
};

} // namespace quayside::ui
