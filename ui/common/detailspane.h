// Details of one object of a plain list: its name, facts about it, and the engine's own words where it has
// some.
#pragma once

#include "ui/common/icons.h"

#include <QWidget>

class QLabel;

namespace quayside::ui
{

class FactSheet;
class JsonView;
class Tabs;

class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    enum class Words { Engine, None }; // None: what is shown is no object of the engine's

    explicit DetailsPane(QWidget *parent = nullptr, Words words = Words::Engine);

    void setHead(const QString &name, const QString &line);
    [[nodiscard]] FactSheet *overview() const { return m_overview; }
    [[nodiscard]] Tabs *tabs() const { return m_tabs; }
    // An empty page before Inspect, which comes last where there is one; what is shown on it is made when it
    // is first looked at.
    QWidget *addPage(Symbol symbol, const QString &title);
    void setJson(const QByteArray &json);
    // In place of the facts, where the engine does not give them.
    void showProblem(const QString &sentence);

private:
    QLabel *m_name, *m_line;
    Tabs *m_tabs;
    FactSheet *m_overview;
    JsonView *m_inspect;
};

} // namespace quayside::ui
