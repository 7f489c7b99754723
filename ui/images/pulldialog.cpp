#include "ui/images/pulldialog.h"

#include "models/registries/imagename.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/images/founddelegate.h"
#include "ui/registries/logindialog.h"
#include "ui/registries/transferview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using State = models::Operation::State;
using Search = models::ImageSearch::State;
using Names = models::RegistryNames::State;

namespace
{

const QString recentKey = QStringLiteral("pull/recent");
constexpr qsizetype mostRecent = 12;

// Where the tag begins in what is being typed; -1: no tag yet. The colon of "localhost:5000" is that of a
// port.
qsizetype tagColon(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon < 0 || colon < text.lastIndexOf(u'/') || text.contains(u'@'))
        return -1;
    const QString before = text.left(colon);
    const bool port = !before.contains(u'/') && (before == u"localhost" || before.contains(u'.'));
    return port ? -1 : colon;
}

} // namespace

PullDialog::PullDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_search(session->client(), session->credentials()),
      m_tags(session->client(), session->credentials()), m_name(new QLineEdit(this)),
      m_caption(new QLabel(this)), m_list(new QListView(this)), m_stack(new QStackedWidget(this)),
      m_transfer(new TransferView(this)), m_notice(new Notice(this))
{
    setWindowTitle(tr("Pull an image"));
    resize(620, 520);
    makeForm();
    m_recent.setStringList(recentNames());
    m_shownTags.setSourceModel(&m_tags);
    m_tagsTimer.setSingleShot(true);
    m_tagsTimer.setInterval(300);
    connect(&m_tagsTimer, &QTimer::timeout, this, [this] {
        const QString text = m_name->text().trimmed();
        if (const QString image = text.left(tagColon(text)); m_tags.subject() != image)
            m_tags.showTags(image);
    });
    connect(&m_search, &models::ImageSearch::stateChanged, this, &PullDialog::refreshCaption);
    connect(&m_tags, &models::RegistryNames::stateChanged, this, &PullDialog::refreshCaption);
    onTextEdited();
}

void PullDialog::makeForm()
{
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("a name such as python:3-slim, or a word to search for"));
    m_name->setClearButtonEnabled(true);
    m_name->setAccessibleName(tr("Image"));
    m_name->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("offers"));
    m_list->setItemDelegate(new FoundDelegate(m_list));
    m_list->setAccessibleName(tr("Images to choose from"));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->installEventFilter(this);
    m_caption->setForegroundRole(QPalette::PlaceholderText);
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    auto *offers = new QWidget;
    auto *offersLayout = new QVBoxLayout(offers);
    offersLayout->setContentsMargins(0, 0, 0, 0);
    offersLayout->addWidget(m_caption);
    offersLayout->addWidget(m_list, 1);
    m_stack->addWidget(offers);
    m_stack->addWidget(m_transfer);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Image"), m_name);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    makeMore(layout);
    makeButtons(layout);
    connect(m_name, &QLineEdit::textChanged, this, &PullDialog::onTextEdited);
    connect(m_list, &QListView::clicked, this, &PullDialog::choose);
}

void PullDialog::makeMore(QVBoxLayout *layout)
{
    m_more = new QToolButton(this);
    m_more->setObjectName(QStringLiteral("more"));
    m_more->setText(tr("&More"));
    m_more->setCheckable(true);
    m_more->setAutoRaise(true);
    m_more->setArrowType(Qt::RightArrow);
    m_more->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_moreFields = new QWidget(this);
    m_platform = new QComboBox(m_moreFields);
    m_platform->setObjectName(QStringLiteral("platform"));
    m_platform->setEditable(true);
    m_platform->addItems({tr("of this computer"), QStringLiteral("linux/amd64"),
                          QStringLiteral("linux/arm64"), QStringLiteral("linux/arm/v7"),
                          QStringLiteral("linux/riscv64")});
    m_platform->setToolTip(tr("Of images for several platforms, this one is pulled"));
    m_allTags = new QCheckBox(tr("&All tags of the repository"), m_moreFields);
    m_allTags->setObjectName(QStringLiteral("allTags"));
    m_allPlatforms = new QCheckBox(tr("&Keep all platforms"), m_moreFields);
    m_allPlatforms->setObjectName(QStringLiteral("allPlatforms"));
    m_allPlatforms->setToolTip(
        tr("Also what other computers than this one need, so that a push passes it on. It "
           "takes room: all of it is fetched and kept, packed"));
    m_allPlatforms->setVisible(m_session->hasFeature(QStringLiteral("all-platforms")));
    auto *form = new QFormLayout(m_moreFields);
    form->setContentsMargins(20, 0, 0, 0);
    form->addRow(tr("Plat&form"), m_platform);
    form->addRow(m_allTags);
    form->addRow(m_allPlatforms);
    m_moreFields->hide();
    layout->addWidget(m_more);
    layout->addWidget(m_moreFields);
    connect(m_more, &QToolButton::toggled, this, [this](bool shown) {
        m_moreFields->setVisible(shown);
        m_more->setArrowType(shown ? Qt::DownArrow : Qt::RightArrow);
    });
    connect(m_allTags, &QCheckBox::toggled, this, &PullDialog::refreshButtons);
}

void PullDialog::makeButtons(QVBoxLayout *layout)
{
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Clo&se"), QDialogButtonBox::RejectRole);
    m_close->setToolTip(tr("Close this window; the work goes on behind the counter in the tool bar"));
    m_close->setAutoDefault(false);
    m_pull = buttons->addButton(tr("&Pull"), QDialogButtonBox::ActionRole);
    m_pull->setObjectName(QStringLiteral("pull"));
    m_pull->setIcon(icon(Symbol::Pull));
    m_pull->setDefault(true);
    layout->addWidget(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_pull, &QPushButton::clicked, this, &PullDialog::startOrCancel);
}

// ---- what is offered

QStringList PullDialog::recentNames()
{
    return QSettings().value(recentKey).toStringList();
}

void PullDialog::rememberName(const QString &reference)
{
    QStringList names = recentNames();
    names.removeAll(reference);
    names.prepend(reference);
    QSettings().setValue(recentKey, names.first(std::min(names.size(), mostRecent)));
}

void PullDialog::setReference(const QString &reference)
{
    m_name->setText(reference);
}

QString PullDialog::reference() const
{
    QString text = m_name->text().trimmed();
    if (m_allTags->isChecked() && tagColon(text) >= 0)
        text.truncate(tagColon(text));
    if (text.endsWith(u':'))
        text += QStringLiteral("latest");
    return text;
}

void PullDialog::onTextEdited()
{
    if (!isRunning())
        m_stack->setCurrentIndex(0);
    refreshOffer();
    refreshButtons();
}

void PullDialog::refreshOffer()
{
    const QString text = m_name->text().trimmed();
    const qsizetype colon = tagColon(text);
    m_offer = text.isEmpty() ? Offer::Recent : colon > 0 ? Offer::Tags : Offer::Found;
    m_search.setTerm(m_offer == Offer::Found && !text.contains(u'@') ? text : QString());
    QAbstractItemModel *wanted = &m_recent;
    if (m_offer == Offer::Found)
        wanted = &m_search;
    else if (m_offer == Offer::Tags)
        wanted = &m_shownTags;
    if (m_list->model() != wanted)
        m_list->setModel(wanted);
    if (m_offer == Offer::Tags)
        offerTags(text);
    else
        m_tagsTimer.stop();
    refreshCaption();
}

void PullDialog::offerTags(const QString &text)
{
    const qsizetype colon = tagColon(text);
    m_shownTags.setFilterRegularExpression(
        QRegularExpression(u'^' + QRegularExpression::escape(text.mid(colon + 1))));
    if (m_tags.subject() != text.left(colon)) {
        m_tags.clear();
        if (m_session->registries()->isSupported() && models::isImageName(text.left(colon)))
            m_tagsTimer.start();
    }
}

void PullDialog::refreshCaption()
{
    m_caption->setText(m_offer == Offer::Recent
                           ? (m_recent.rowCount() == 0
                                  ? tr("Type a word to search Docker Hub, or registry/word for "
                                       "another registry.")
                                  : tr("Pulled lately"))
                       : m_offer == Offer::Found ? foundCaption()
                                                 : tagsCaption());
}

QString PullDialog::foundCaption() const
{
    const QString registry = models::shownRegistry(models::parseImageName(m_search.term()).registry);
    switch (m_search.state()) {
    case Search::Searching:
        return tr("Searching %1…").arg(registry);
    case Search::Failed:
        return tr("The search failed: %1").arg(m_search.problem());
    case Search::Done:
        return m_search.found().isEmpty() ? tr("%1 has nothing of this name.").arg(registry)
                                          : tr("Found on %1: choose one to see its tags").arg(registry);
    case Search::Nothing:
        break;
    }
    return {};
}

QString PullDialog::tagsCaption() const
{
    const QString text = m_name->text().trimmed();
    const QString image = text.left(tagColon(text));
    switch (m_tags.state()) {
    case Names::Loading:
        return tr("Asking for the tags of %1…").arg(image);
    case Names::Failed:
        return tr("The tags of %1 are not known: %2").arg(image, m_tags.problem());
    case Names::Loaded:
        return m_shownTags.rowCount() > 0 ? tr("Tags of %1").arg(image)
                                          : tr("%1 has no tag that begins so.").arg(image);
    case Names::Nothing:
        break;
    }
    return {};
}

void PullDialog::choose(const QModelIndex &index)
{
    const QString name = index.data().toString();
    if (name.isEmpty())
        return;
    if (m_offer == Offer::Found) {
        // With a colon behind it its tags are offered next; where they cannot be, the name is complete.
        m_name->setText(m_session->registries()->isSupported() ? name + u':' : name);
    } else if (m_offer == Offer::Tags) {
        const QString text = m_name->text().trimmed();
        m_name->setText(text.left(tagColon(text) + 1) + name);
    } else {
        m_name->setText(name);
    }
    m_name->setFocus(Qt::OtherFocusReason);
}

// Down goes from the name into the list, where Return chooses; the dialog would take it for its button.
bool PullDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_name && key == Qt::Key_Down && m_list->model()->rowCount() > 0) {
        m_list->setFocus(Qt::TabFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(0, 0));
        return true;
    }
    if (watched == m_list && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        choose(m_list->currentIndex());
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

// ---- pulling

void PullDialog::refreshButtons()
{
    const bool running = isRunning();
    const bool goesOn = m_operation != nullptr && !running && m_operation->state() != State::Succeeded &&
                        m_operation->reference() == reference();
    m_name->setEnabled(!running);
    m_more->setEnabled(!running);
    m_moreFields->setEnabled(!running);
    m_pull->setIcon(running ? QIcon() : icon(Symbol::Pull));
    m_pull->setText(running ? tr("&Cancel") : goesOn ? tr("Go &on") : tr("&Pull"));
    m_pull->setToolTip(goesOn ? tr("Pull again; what is here already is not fetched twice") : QString());
    m_pull->setEnabled(running || models::isImageName(reference()));
}

void PullDialog::startOrCancel()
{
    if (isRunning())
        m_operation->cancel();
    else
        start();
}

void PullDialog::start()
{
    models::PullOperation::Options options{.allTags = m_allTags->isChecked(),
                                           .allPlatforms = m_allPlatforms->isChecked()};
    if (const QString platform = m_platform->currentText().trimmed(); platform != m_platform->itemText(0))
        options.platform = platform;
    watch(new models::PullOperation(m_session->client(), m_session->credentials(), reference(), options));
}

void PullDialog::watch(models::PullOperation *operation)
{
    m_notice->dismiss();
    m_operation = operation;
    m_transfer->showTransfer(operation);
    m_stack->setCurrentWidget(m_transfer);
    connect(operation, &models::Operation::finished, this, &PullDialog::onFinished);
    m_session->operations()->add(operation);
    refreshButtons();
    m_pull->setFocus();
}

void PullDialog::onFinished()
{
    refreshButtons();
    if (m_operation->state() == State::Succeeded) {
        rememberName(m_operation->reference());
        m_notice->show(Notice::Kind::Info, m_operation->detail() + u'.', tr("Run it…"),
                       [this, name = m_operation->reference()] {
                           emit runWanted(name);
                           accept();
                       });
    } else if (m_operation->state() == State::Failed && m_operation->wantsLogin()) {
        m_notice->show(Notice::Kind::Error, m_operation->detail(), tr("Log in…"), [this] { offerLogin(); });
    } else if (m_operation->state() == State::Failed) {
        m_notice->show(Notice::Kind::Error, m_operation->detail());
    } else {
        m_notice->show(Notice::Kind::Info,
                       tr("Cancelled. Go on continues: what has arrived stays here for a day."));
    }
}

void PullDialog::offerLogin()
{
    const QString registry = m_operation->registry();
    auto *dialog = new LoginDialog(m_session->registries(), registry,
                                   m_session->credentials()->loginOf(registry).user, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &PullDialog::start);
    dialog->open();
}

} // namespace quayside::ui
