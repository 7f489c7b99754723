// What builds say about lines, beside the text: from the cache or run, how long, how large, wasted, to be run
// again.
#pragma once

#include "models/dockerfile/facts/buildfacts.h"
#include "ui/dockerfile/editor/gutter.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace quayside::ui
{

// One mark for each instruction that there is something to say about. activate: of a mark, with its first
// line.
QList<GutterMark> buildMarks(const models::BuildFacts &facts,
                             const std::function<void(int line)> &activate = {});

class BuildGutter : public QObject
{
    Q_OBJECT

public:
    // facts must outlive it; the column may go before it.
    BuildGutter(GutterColumn *column, models::BuildFacts *facts, QObject *parent = nullptr);
    ~BuildGutter() override; // empties the column

signals:
    void lineActivated(int line);

private:
    void fill();

    QPointer<GutterColumn> m_column;
    models::BuildFacts *m_facts;
};

} // namespace quayside::ui
