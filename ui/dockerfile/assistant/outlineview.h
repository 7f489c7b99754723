// What a Dockerfile consists of: its stages and their instructions.
#pragma once

#include "models/dockerfile/document.h"

#include <QPointer>
#include <QTimer>
#include <QTreeWidget>

namespace quayside::ui
{

class OutlineView : public QTreeWidget
{
    Q_OBJECT

public:
    explicit OutlineView(QWidget *parent = nullptr);

    void show(models::DockerfileDocument *document); // nullptr: nothing
    void showLine(int line);                         // marks where that is, soon; nothing is told

signals:
    void lineChosen(int line); // from 1; by a click or Return

private:
    void refresh();
    void mark();

    QPointer<models::DockerfileDocument> m_document;
    QTimer m_soon, m_markSoon;
    int m_line = 0;
};

} // namespace quayside::ui
