// Other views of the file in front, beside or below its text: one page for each kind, and of each kind one
// widget for each open file, made when it is first seen.
#pragma once

#include "ui/common/tabs.h"

#include <QHash>

#include <functional>

class QStackedWidget;

namespace quayside::ui
{

class FilePane;

class PaneViews : public Tabs
{
    Q_OBJECT

public:
    // name: of its settings.
    explicit PaneViews(const QString &name, QWidget *parent = nullptr);

    // make: for a pane that has a document; the widget is gone with that document. May return nullptr:
    // nothing to show.
    using Make = std::function<QWidget *(FilePane *pane)>;
    void addView(Symbol symbol, const QString &title, Make make);
    void showPane(FilePane *pane); // nullptr: none
    void
    forget(FilePane *pane); // its document is another one, or it closes; nothing is made before showPane()
    [[nodiscard]] QWidget *shown() const; // nullptr: none
    [[nodiscard]] FilePane *pane() const { return m_pane; }
    [[nodiscard]] QWidgetList viewsOf(FilePane *pane) const; // those that were made
    [[nodiscard]] bool isEmpty() const { return m_makers.isEmpty(); }

signals:
    void made(QWidget *view);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void fill();

    QString m_name;
    QList<Make> m_makers;
    QList<QHash<FilePane *, QWidget *>> m_views;
    FilePane *m_pane = nullptr;
};

} // namespace quayside::ui
