// What builds say about lines, beside the text: from the cache or run, how long, how large, wasted, to be run
// again; and of the line under the mouse what it changed.
#pragma once

#include "models/dockerfile/facts/buildfacts.h"
#include "models/dockerfile/facts/stepchanges.h"
#include "ui/dockerfile/editor/gutter.h"

#include <QObject>
#include <QPointer>

namespace quayside::ui
{

class BuildGutter : public QObject
{
    Q_OBJECT

public:
    // facts and changes must outlive it; the column may go before it.
    BuildGutter(GutterColumn *column, models::BuildFacts *facts, models::StepChangesFinder *changes,
                QObject *parent = nullptr);
    ~BuildGutter() override; // empties the column

signals:
    void lineActivated(int line);
    void fixWanted(const models::Waste &waste);

private:
    void fill();
    [[nodiscard]] GutterMark markOf(const models::InstructionFacts &facts);

    QPointer<GutterColumn> m_column;
    models::BuildFacts *m_facts;
    models::StepChangesFinder *m_changes;
};

} // namespace quayside::ui
