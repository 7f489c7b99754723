// The builds of one Dockerfile, and what two of them did differently.
#pragma once

#include "models/client/call.h"
#include "models/dockerfile/facts/comparison.h"
#include "models/system/enginesession.h"

#include <QSplitter>

#include <optional>

class QLabel;
class QTreeWidget;

namespace quayside::ui
{

class BuildHistory : public QSplitter
{
    Q_OBJECT

public:
    explicit BuildHistory(models::EngineSession *session, QWidget *parent = nullptr);

    void setFile(const QString &folder, const QString &dockerfile);
    void refresh();
    [[nodiscard]] QStringList ids() const; // the newest first
    void compare(const QString &before, const QString &now);
    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QTreeWidget *comparison() const { return m_comparison; }

signals:
    void buildChosen(const QString &id); // one of them: to be shown
    void filled();                       // the list was asked for again

private:
    void makeComparison();
    void onSelection();
    void fill(const api::BuildRecord &before, const api::BuildRecord &now);
    void addRow(const models::ComparedStep &compared);

    models::EngineSession *m_session;
    QString m_folder, m_dockerfile;
    QTreeWidget *m_list, *m_comparison;
    QLabel *m_summary;
    client::Call m_first, m_second;
    std::optional<api::BuildRecord> m_before;
    bool m_filling = false;
};

} // namespace quayside::ui
