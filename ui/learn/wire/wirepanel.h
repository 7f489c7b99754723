// What goes over the engine's socket: a list of requests, and of the chosen one all that was sent and came
// back. Written down only while the panel is on the screen.
#pragma once

#include "models/learn/wire/wire.h"

#include <QPointer>
#include <QWidget>

class QAction;
class QPlainTextEdit;
class QSplitter;

namespace quayside::ui
{

class TablePage;
class WireList;

class WirePanel : public QWidget
{
    Q_OBJECT

public:
    explicit WirePanel(client::EngineClient *client, QWidget *parent = nullptr);
    ~WirePanel() override;

    [[nodiscard]] models::Wire *wire() const { return m_wire; }
    [[nodiscard]] TablePage *list() const;
    [[nodiscard]] QPlainTextEdit *transcript() const { return m_text; }
    [[nodiscard]] QAction *copyAction() const { return m_copy; }
    [[nodiscard]] QAction *clearAction() const { return m_clear; }
    void focusList();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void keepNewestInSight();
    void showChosen();
    void refreshChosen(const QModelIndex &first, const QModelIndex &last);
    void copyAsCurl();
    void hold(bool held);

    QPointer<models::Wire> m_wire;
    WireList *m_list;
    QPlainTextEdit *m_text;
    QSplitter *m_split;
    QAction *m_copy = nullptr, *m_clear = nullptr;
    bool m_held = false, m_atEnd = true;
};

} // namespace quayside::ui
