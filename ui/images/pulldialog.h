// Pulling an image: a name, found by searching, from lately or typed, and then each of its layers as it
// comes.
#pragma once

#include "models/registries/imagesearch.h"
#include "models/registries/registrynames.h"
#include "models/registries/transferoperation.h"
#include "models/system/enginesession.h"

#include <QDialog>
#include <QPointer>
#include <QSortFilterProxyModel>
#include <QStringListModel>
#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace quayside::ui
{

class Notice;
class TransferView;

class PullDialog : public QDialog
{
    Q_OBJECT

public:
    // What the list below the name offers.
    enum class Offer { Recent, Found, Tags };

    explicit PullDialog(models::EngineSession *session, QWidget *parent = nullptr);

    void setReference(const QString &reference);
    void start();
    [[nodiscard]] QString reference() const; // as it will be pulled
    [[nodiscard]] models::PullOperation *operation() const { return m_operation; }
    [[nodiscard]] Offer offer() const { return m_offer; }
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] TransferView *transfer() const { return m_transfer; }

    static QStringList recentNames(); // the newest first
    static void rememberName(const QString &reference);

signals:
    void runWanted(const QString &reference);

private:
    void makeForm();
    void makeMore(QVBoxLayout *layout);
    void makeButtons(QVBoxLayout *layout);
    void onTextEdited();
    void refreshOffer();
    void offerTags(const QString &text);
    void refreshCaption();
    [[nodiscard]] QString foundCaption() const;
    [[nodiscard]] QString tagsCaption() const;
    void refreshButtons();
    void choose(const QModelIndex &index);
    void startOrCancel();
    void watch(models::PullOperation *operation);
    void onFinished();
    void offerLogin();
    [[nodiscard]] bool isRunning() const { return m_operation != nullptr && m_operation->isRunning(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

    models::EngineSession *m_session;
    models::ImageSearch m_search;
    models::RegistryNames m_tags;
    QSortFilterProxyModel m_shownTags;
    QStringListModel m_recent;
    Offer m_offer = Offer::Recent;
    QLineEdit *m_name;
    QLabel *m_caption;
    QListView *m_list;
    QStackedWidget *m_stack; // the list, or the transfer
    TransferView *m_transfer;
    QToolButton *m_more;
    QWidget *m_moreFields;
    QComboBox *m_platform;
    QCheckBox *m_allTags, *m_allPlatforms;
    Notice *m_notice;
    QPushButton *m_pull, *m_close;
    QTimer m_tagsTimer; // a repository is asked for its tags when its name stays
    QPointer<models::PullOperation> m_operation;
};

} // namespace quayside::ui
