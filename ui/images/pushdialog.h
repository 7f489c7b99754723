// Pushing an image: under which name, as whom, and then each of its layers as it goes.
#pragma once

#include "models/registries/transferoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QPointer>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace quayside::ui
{

class Notice;
class TransferView;

class PushDialog : public QDialog
{
    Q_OBJECT

public:
    PushDialog(models::EngineSession *session, const models::ImageRow &image, QWidget *parent = nullptr);

    [[nodiscard]] QString reference() const; // as it will be pushed
    [[nodiscard]] models::PushOperation *operation() const { return m_operation; }
    [[nodiscard]] TransferView *transfer() const { return m_transfer; }

private:
    void makeForm();
    void makeButtons(QVBoxLayout *layout);
    void fillRegistries();
    void onRegistryChosen();
    void refresh();
    [[nodiscard]] QString hint() const;
    void logIn();
    void startOrCancel();
    void tagThenPush();
    void push();
    void onFinished();
    [[nodiscard]] bool isRunning() const { return m_operation != nullptr && m_operation->isRunning(); }

    models::EngineSession *m_session;
    models::ImageRow m_image;
    QComboBox *m_registry;
    QLineEdit *m_name;
    QLabel *m_hint, *m_login;
    QPushButton *m_logIn, *m_push, *m_close;
    TransferView *m_transfer;
    QWidget *m_result;
    QLineEdit *m_digest;
    Notice *m_notice;
    client::Call m_tagging;
    QPointer<models::PushOperation> m_operation;
};

} // namespace quayside::ui
