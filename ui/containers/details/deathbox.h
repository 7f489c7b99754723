// Above the facts of a container that has ended: why, its last words, and what to do about it.
#pragma once

#include "models/containers/death.h"
#include "models/system/enginesession.h"

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;

namespace quayside::ui
{

class DeathBox : public QFrame
{
    Q_OBJECT

public:
    explicit DeathBox(client::EngineClient *client, QWidget *parent = nullptr);

    // Hides itself where it has not ended.
    void showContainer(const api::ContainerInspect &container);
    void clear();                       // until the next one is known
    [[nodiscard]] QString text() const; // of all that it says, but the last lines
    [[nodiscard]] QString lastLines() const;

signals:
    void cureWanted(models::DeathCure cure);

private:
    void showDeath(const api::ContainerInspect &container, const models::Death &death);
    void makeButtons(const QList<models::DeathCure> &cures);
    void fetchLines(const api::ContainerInspect &container);
    void showLines(const QByteArray &bytes);

    client::EngineClient *m_client;
    QLabel *m_what, *m_why;
    QPlainTextEdit *m_lines;
    QHBoxLayout *m_buttons;
    std::string m_shown; // id and end of the run whose lines are shown
    QByteArray m_bytes;
    client::Call m_call;
};

} // namespace quayside::ui
