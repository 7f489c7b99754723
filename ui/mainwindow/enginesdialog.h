// The engines that the window can open: adds, changes, tests and forgets them.
#pragma once

#include "models/client/engineclient.h"
#include "models/system/enginechoices.h"

#include <QDialog>

#include <memory>

class QPushButton;
class QTreeWidget;

namespace quayside::ui
{

class Notice;

class EnginesDialog : public QDialog
{
    Q_OBJECT

public:
    // shown: the address of the engine in the window.
    explicit EnginesDialog(const QString &shown, QWidget *parent = nullptr);
    ~EnginesDialog() override;

    [[nodiscard]] QTreeWidget *list() const { return m_list; }
    [[nodiscard]] QString report() const; // of the last test

signals:
    void engineChosen(const QString &address);

private:
    QWidget *makeButtons();
    QPushButton *addButton(QWidget *column, const QString &text, const QString &name,
                           void (EnginesDialog::*act)());
    void fill(const QString &select = {});
    void refresh();
    [[nodiscard]] const models::EngineAddress *current() const;
    void openCurrent();
    void add();
    void edit();
    void test();
    void remove();

    QString m_shown;
    QList<models::EngineAddress> m_engines;
    Notice *m_notice;
    QTreeWidget *m_list;
    QPushButton *m_open = nullptr, *m_edit = nullptr, *m_test = nullptr, *m_remove = nullptr;
    std::unique_ptr<client::EngineClient> m_client; // of the test
};

} // namespace quayside::ui
