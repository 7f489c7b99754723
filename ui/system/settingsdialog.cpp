#include "ui/system/settingsdialog.h"

#include "models/system/newcontainers.h"
#include "models/system/notices.h"
#include "models/system/preferences.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/tabs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::NewContainers;
using models::Notices;
using models::Preferences;
using models::SystemNotice;

namespace
{

constexpr int noticeKinds = int(SystemNotice::Kind::DiskLow) + 1;
constexpr int gibibyte = 30; // as a shift

QLabel *noteLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QFormLayout *formIn(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(16, 16, 16, 16);
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(10);
    return form;
}

} // namespace

SettingsDialog::SettingsDialog(bool hasTray, QWidget *parent)
    : QDialog(parent), m_colors(new QComboBox), m_language(new QComboBox), m_rows(new QComboBox),
      m_points(new QSpinBox), m_disk(new QSpinBox), m_undo(new QSpinBox), m_logSize(new QSpinBox),
      m_logFiles(new QSpinBox)
{
    setWindowTitle(tr("Settings"));
    resize(560, 420);
    auto *tabs = new Tabs(this);
    tabs->addPage(makeAppearance(), Symbol::Palette, tr("Appearance"));
    tabs->addPage(makeBehaviour(hasTray), Symbol::Info, tr("Behaviour"));
    tabs->addPage(makeContainers(), Symbol::Container, tr("Containers"));
    tabs->addPage(makeEngine(), Symbol::Engine, tr("Engine"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *all = buttons->addButton(tr("&Reset all"), QDialogButtonBox::ResetRole);
    all->setObjectName(QStringLiteral("reset"));
    all->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(tabs, 1);
    auto *bottom = new QHBoxLayout;
    bottom->setContentsMargins(12, 6, 12, 12);
    bottom->addWidget(buttons);
    layout->addLayout(bottom);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(all, &QPushButton::clicked, this, &SettingsDialog::reset);
    read();
}

QWidget *SettingsDialog::makeAppearance()
{
    auto *page = new QWidget(this);
    QFormLayout *form = formIn(page);
    m_colors->addItem(tr("As the desktop"), int(Scheme::System));
    m_colors->addItem(tr("Light"), int(Scheme::Light));
    m_colors->addItem(tr("Dark"), int(Scheme::Dark));
    m_colors->setObjectName(QStringLiteral("colors"));
    m_language->addItem(tr("As the desktop"), QString());
    m_language->addItem(QStringLiteral("English"), QStringLiteral("en"));
    m_language->addItem(QStringLiteral("Deutsch"), QStringLiteral("de"));
    m_language->addItem(QStringLiteral("Français"), QStringLiteral("fr"));
    m_language->setObjectName(QStringLiteral("language"));
    m_rows->addItem(tr("Roomy"), false);
    m_rows->addItem(tr("Compact"), true);
    m_rows->setObjectName(QStringLiteral("rows"));
    m_points->setObjectName(QStringLiteral("points"));
    m_points->setRange(5, 32);
    m_points->setSpecialValueText(tr("As the desktop"));
    m_points->setSuffix(tr(" pt", "size of a font"));
    form->addRow(tr("C&olours:"), m_colors);
    form->addRow(tr("&Language:"), m_language);
    form->addRow(noteLabel(tr("A language counts from the next start."), page));
    form->addRow(tr("Ro&ws of lists:"), m_rows);
    form->addRow(tr("&Font of logs and shells:"), m_points);
    form->addRow(noteLabel(tr("Shells that are open keep theirs."), page));
    connectAppearance();
    return page;
}

void SettingsDialog::connectAppearance()
{
    connect(m_colors, &QComboBox::currentIndexChanged, this, [this] {
        if (m_reading)
            return;
        const auto scheme = Scheme(m_colors->currentData().toInt());
        saveScheme(scheme);
        applyScheme(scheme);
        emit changed();
    });
    connect(m_language, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_reading)
            Preferences::setLanguage(m_language->currentData().toString());
    });
    connect(m_rows, &QComboBox::currentIndexChanged, this, [this] {
        if (m_reading)
            return;
        Preferences::setCompactRows(m_rows->currentData().toBool());
        emit changed();
    });
    connect(m_points, &QSpinBox::valueChanged, this, [this](int points) {
        if (m_reading)
            return;
        Preferences::setOutputPoints(points <= m_points->minimum() ? 0 : points);
        emit changed();
    });
}

QCheckBox *SettingsDialog::addCheck(QLayout *layout, const QString &text, const QString &name)
{
    auto *check = new QCheckBox(text, this);
    check->setObjectName(name);
    layout->addWidget(check);
    return check;
}

QWidget *SettingsDialog::makeBehaviour(bool hasTray)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    m_close =
        addCheck(layout, tr("Closing the &window leaves Quayside in the tray"), QStringLiteral("close"));
    m_start = addCheck(layout, tr("Start in the &tray, without the window"), QStringLiteral("start"));
    for (QCheckBox *check : {m_close, m_start})
        check->setEnabled(hasTray);
    if (!hasTray)
        layout->addWidget(noteLabel(tr("This desktop shows no icons of programs."), page));
    layout->addSpacing(10);
    layout->addWidget(new QLabel(tr("A message says so when"), page));
    for (int kind = 0; kind < noticeKinds; ++kind) {
        QCheckBox *check =
            addCheck(layout, Notices::nameOf(SystemNotice::Kind(kind)), QStringLiteral("notice%1").arg(kind));
        connect(check, &QCheckBox::toggled, this, [this, kind](bool on) {
            if (!m_reading)
                Notices::setWanted(SystemNotice::Kind(kind), on);
        });
        m_notices.append(check);
    }
    layout->addStretch(1);
    connect(m_close, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_reading)
            Preferences::setClosesToTray(on);
    });
    connect(m_start, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_reading)
            Preferences::setStartsInTray(on);
    });
    return page;
}

QWidget *SettingsDialog::makeContainers()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 16, 16, 16);
    m_ask = addCheck(layout, tr("Ask before containers are sto&pped, restarted or killed"),
                     QStringLiteral("askBeforeEnding"));
    layout->addWidget(noteLabel(tr("What is removed for good is asked about in any case."), page));
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->setRange(Preferences::leastUndoSeconds, Preferences::mostUndoSeconds);
    m_undo->setSuffix(tr(" s", "seconds"));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->addRow(tr("Time to &undo a removal:"), m_undo);
    layout->addLayout(form);
    layout->addSpacing(10);
    layout->addLayout(makeNewContainers());
    layout->addStretch(1);
    connect(m_ask, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_reading)
            Preferences::setAsksBeforeEnding(on);
    });
    connect(m_undo, &QSpinBox::valueChanged, this, [this](int seconds) {
        if (!m_reading)
            Preferences::setUndoSeconds(seconds);
    });
    return page;
}

QLayout *SettingsDialog::makeNewContainers()
{
    auto *layout = new QVBoxLayout;
    layout->addWidget(new QLabel(tr("The form of a new container begins with"), this));
    m_remove = addCheck(layout, tr("Remove it when it h&as ended (--rm)"), QStringLiteral("rm"));
    m_init = addCheck(layout, tr("Run a small in&it that tidies up ended processes (--init)"),
                      QStringLiteral("init"));
    m_logSize->setObjectName(QStringLiteral("logSize"));
    m_logSize->setRange(0, NewContainers::mostMebibytes);
    m_logSize->setSuffix(tr(" MiB"));
    m_logSize->setSpecialValueText(tr("As the engine"));
    m_logFiles->setObjectName(QStringLiteral("logFiles"));
    m_logFiles->setRange(1, NewContainers::mostFiles);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->addRow(tr("A &log file has at most:"), m_logSize);
    form->addRow(tr("Log files that are &kept:"), m_logFiles);
    layout->addLayout(form);
    for (QCheckBox *check : {m_remove, m_init})
        connect(check, &QCheckBox::toggled, this, &SettingsDialog::saveNewContainers);
    for (QSpinBox *box : {m_logSize, m_logFiles})
        connect(box, &QSpinBox::valueChanged, this, &SettingsDialog::saveNewContainers);
    return layout;
}

void SettingsDialog::saveNewContainers()
{
    m_logFiles->setEnabled(m_logSize->value() > 0);
    if (!m_reading)
        NewContainers{.removeWhenEnded = m_remove->isChecked(),
                      .init = m_init->isChecked(),
                      .logMebibytes = m_logSize->value(),
                      .logFiles = m_logFiles->value()}
            .save();
}

QWidget *SettingsDialog::makeEngine()
{
    auto *page = new QWidget(this);
    QFormLayout *form = formIn(page);
    m_disk->setObjectName(QStringLiteral("disk"));
    m_disk->setRange(0, 1024);
    m_disk->setSuffix(tr(" GiB"));
    m_disk->setSpecialValueText(tr("Never"));
    form->addRow(tr("Warn when &less is free than:"), m_disk);
    auto *registries = new QPushButton(icon(Symbol::Registry), tr("&Mirrors and insecure registries…"), page);
    registries->setObjectName(QStringLiteral("registries"));
    auto *engines = new QPushButton(icon(Symbol::Engine), tr("Mana&ge engines…"), page);
    engines->setObjectName(QStringLiteral("engines"));
    for (QPushButton *button : {registries, engines}) {
        button->setAutoDefault(false);
        form->addRow(button);
    }
    connect(registries, &QPushButton::clicked, this, &SettingsDialog::registrySettingsWanted);
    connect(engines, &QPushButton::clicked, this, &SettingsDialog::enginesWanted);
    connect(m_disk, &QSpinBox::valueChanged, this, [this](int gib) {
        if (!m_reading)
            Preferences::setDiskLowBytes(qint64(gib) << gibibyte);
    });
    return page;
}

void SettingsDialog::read()
{
    m_reading = true;
    m_colors->setCurrentIndex(m_colors->findData(int(savedScheme())));
    m_language->setCurrentIndex(std::max(0, m_language->findData(Preferences::language())));
    m_rows->setCurrentIndex(Preferences::compactRows() ? 1 : 0);
    m_points->setValue(Preferences::outputPoints());
    m_close->setChecked(Preferences::closesToTray());
    m_start->setChecked(Preferences::startsInTray());
    for (int kind = 0; kind < noticeKinds; ++kind)
        m_notices[kind]->setChecked(Notices::isWanted(SystemNotice::Kind(kind)));
    m_disk->setValue(int(Preferences::diskLowBytes() >> gibibyte));
    m_ask->setChecked(Preferences::asksBeforeEnding());
    m_undo->setValue(Preferences::undoSeconds());
    const NewContainers fresh = NewContainers::saved();
    m_remove->setChecked(fresh.removeWhenEnded);
    m_init->setChecked(fresh.init);
    m_logSize->setValue(fresh.logMebibytes);
    m_logFiles->setValue(fresh.logFiles);
    m_logFiles->setEnabled(fresh.logMebibytes > 0);
    m_reading = false;
}

void SettingsDialog::reset()
{
    Preferences::reset();
    saveScheme(Scheme::System);
    applyScheme(Scheme::System);
    read();
    emit changed();
}

} // namespace quayside::ui
