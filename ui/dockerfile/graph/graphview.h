// The stages of a Dockerfile, and what each is made of.
#pragma once

#include "models/dockerfile/cards/cardmodel.h"
#include "models/dockerfile/document.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QStackedWidget;

namespace quayside::ui
{

class GraphCanvas;
class Notice;

class GraphView : public QWidget
{
    Q_OBJECT

public:
    // The document must outlive it.
    explicit GraphView(models::DockerfileDocument *document, QWidget *parent = nullptr);

    [[nodiscard]] GraphCanvas *canvas() const { return m_canvas; }
    // What a build says about stages, by the line of their FROM.
    void setFacts(const models::CardFacts &facts);

public slots:
    // Its stage becomes the current one, as soon as the graph follows the text; nothing is signalled.
    void showLine(int line);

signals:
    // Its FROM, or where an image is named first: somebody has chosen another node; Enter or a double click.
    void currentLineChanged(int line);
    void stageActivated(int line);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void makeActions();
    void refresh();
    void showWantedLine();
    void save();
    [[nodiscard]] int lineOf(int node) const;

    models::DockerfileDocument *m_document;
    GraphCanvas *m_canvas;
    Notice *m_notice;
    QStackedWidget *m_pages;
    QList<QAction *> m_actions;
    QTimer m_later;
    quint64 m_shown = 0; // the revision that is drawn; 0: none
    int m_line = 0;      // to be shown; 0: none
};

} // namespace quayside::ui
