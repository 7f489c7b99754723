#include "ui/mainwindow/enginesdialog.h"

#include "models/system/savedengines.h"
#include "ui/common/notice.h"
#include "ui/mainwindow/enginedialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

EnginesDialog::EnginesDialog(const QString &shown, QWidget *parent)
    : QDialog(parent), m_shown(shown), m_notice(new Notice(this)), m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Engines"));
    resize(720, 380);
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Engine"), tr("Address")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Engines that can be opened"));
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_list->setTextElideMode(Qt::ElideMiddle);
    auto *close = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 12, 12, 6);
    row->addWidget(m_list, 1);
    row->addWidget(makeButtons());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_notice);
    layout->addLayout(row, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 0, 12, 12);
    bottom->addWidget(close);
    layout->addLayout(bottom);
    connect(close, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &EnginesDialog::refresh);
    connect(m_list, &QTreeWidget::itemActivated, this, &EnginesDialog::openCurrent);
    fill(shown);
}

EnginesDialog::~EnginesDialog() = default;

QPushButton *EnginesDialog::addButton(QWidget *column, const QString &text, const QString &name,
                                      void (EnginesDialog::*act)())
{
    auto *button = new QPushButton(text, column);
    button->setObjectName(name);
    button->setAutoDefault(false);
    column->layout()->addWidget(button);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

QWidget *EnginesDialog::makeButtons()
{
    auto *column = new QWidget(this);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    m_open = addButton(column, tr("&Open"), QStringLiteral("open"), &EnginesDialog::openCurrent);
    m_test = addButton(column, tr("&Test"), QStringLiteral("test"), &EnginesDialog::test);
    layout->addSpacing(12);
    addButton(column, tr("&Add…"), QStringLiteral("add"), &EnginesDialog::add);
    m_edit = addButton(column, tr("&Edit…"), QStringLiteral("edit"), &EnginesDialog::edit);
    m_remove = addButton(column, tr("&Remove"), QStringLiteral("remove"), &EnginesDialog::remove);
    layout->addStretch(1);
    return column;
}

void EnginesDialog::fill(const QString &select)
{
    m_engines = models::SavedEngines::all(m_shown);
    m_list->clear();
    for (const models::EngineAddress &engine : m_engines) {
        const QString title = models::EngineChoices::title(engine);
        const bool isShown = engine.socketPath == m_shown;
        auto *item = new QTreeWidgetItem(m_list);
        item->setText(0, isShown ? tr("%1 (open)").arg(title) : title);
        item->setText(1, models::EngineChoices::shown(engine.socketPath));
        item->setToolTip(1, item->text(1));
        if (engine.socketPath == select)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentItem() == nullptr)
        m_list->setCurrentItem(m_list->topLevelItem(0));
    refresh();
}

const models::EngineAddress *EnginesDialog::current() const
{
    const int at = m_list->indexOfTopLevelItem(m_list->currentItem());
    return at < 0 ? nullptr : &m_engines[at];
}

void EnginesDialog::refresh()
{
    const models::EngineAddress *engine = current();
    m_open->setEnabled(engine != nullptr && engine->socketPath != m_shown);
    m_test->setEnabled(engine != nullptr && m_client == nullptr);
    m_edit->setEnabled(engine != nullptr && engine->added);
    m_remove->setEnabled(engine != nullptr && engine->added && engine->socketPath != m_shown);
    const QString why = tr("Engines that were found here, or that Docker and Podman know of, are not kept by "
                           "this list");
    m_edit->setToolTip(m_edit->isEnabled() ? QString() : why);
    m_remove->setToolTip(m_remove->isEnabled() ? QString() : why);
}

void EnginesDialog::openCurrent()
{
    const models::EngineAddress *engine = current();
    if (engine == nullptr || engine->socketPath == m_shown)
        return;
    const QString address = engine->socketPath;
    accept();
    emit engineChosen(address);
}

void EnginesDialog::add()
{
    auto *dialog = new EngineDialog(tr("Add an engine"), tr("Add"), {}, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        models::SavedEngines::add(dialog->engine().socketPath, dialog->engine().name);
        fill(dialog->engine().socketPath);
    });
    dialog->open();
}

void EnginesDialog::edit()
{
    const models::EngineAddress *engine = current();
    if (engine == nullptr)
        return;
    auto *dialog = new EngineDialog(tr("Edit an engine"), tr("Save"), *engine, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, before = engine->socketPath] {
        models::SavedEngines::remove(before);
        models::SavedEngines::add(dialog->engine().socketPath, dialog->engine().name);
        fill(dialog->engine().socketPath);
    });
    dialog->open();
}

void EnginesDialog::test()
{
    const models::EngineAddress *engine = current();
    if (engine == nullptr || m_client != nullptr)
        return;
    const QString title = models::EngineChoices::title(*engine);
    m_client = std::make_unique<client::EngineClient>(engine->socketPath);
    m_notice->show(Notice::Kind::Info, tr("Asking %1…").arg(title));
    refresh();
    m_client->version(this, [this, title](const Result<api::SystemVersion> &version) {
        if (version) {
            const QString name = QString::fromStdString(
                version->platform.name.empty() ? "Docker Engine" : version->platform.name);
            m_notice->show(Notice::Kind::Info, tr("%1 answers: %2 %3 on %4, Linux %5.")
                                                   .arg(title, name, QString::fromStdString(version->version),
                                                        QString::fromStdString(version->arch),
                                                        QString::fromStdString(version->kernelVersion)));
        } else {
            m_notice->show(Notice::Kind::Error, QString::fromStdString(version.error().message) + u'.');
        }
        m_client.release()->deleteLater(); // it is what calls
        refresh();
    });
}

void EnginesDialog::remove()
{
    if (const models::EngineAddress *engine = current(); engine != nullptr) {
        models::SavedEngines::remove(engine->socketPath);
        fill();
    }
}

QString EnginesDialog::report() const
{
    return m_notice->text();
}

} // namespace quayside::ui
