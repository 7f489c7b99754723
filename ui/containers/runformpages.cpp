// The building of the form; runform.cpp has its behaviour.
#include "ui/containers/runform.h"

#include "ui/common/appearance.h"
#include "ui/containers/rowseditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSpinBox>

namespace quayside::ui
{

using models::HealthOption;
using R = models::RunOptions;

namespace
{

QFormLayout *makeForm(QWidget *page)
{
    auto *form = new QFormLayout(page);
    form->setContentsMargins(14, 14, 14, 14);
    form->setHorizontalSpacing(14);
    form->setVerticalSpacing(9);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    return form;
}

QWidget *scrolled(QWidget *page)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(page);
    area->setFocusPolicy(Qt::NoFocus); // its fields have it, and bring themselves into view
    return area;
}

QSpinBox *makeNumber(QWidget *page, const char *name, int least, int most, const QString &leastText)
{
    auto *box = new QSpinBox(page);
    box->setObjectName(QLatin1String(name));
    box->setRange(least, most);
    box->setSpecialValueText(leastText);
    box->setValue(least);
    return box;
}

} // namespace

RunForm::RunForm(models::EngineSession *session, QWidget *parent)
    : QTabWidget(parent), m_session(session), m_ports(new PortsEditor), m_mounts(new MountsEditor),
      m_environment(new EnvironmentEditor)
{
    addTab(makeBasics(), tr("&Basics"));
    addTab(scrolled(m_ports), tr("&Ports"));
    addTab(scrolled(m_mounts), tr("&Files"));
    addTab(scrolled(m_environment), tr("&Environment"));
    addTab(makeNetwork(), tr("Net&work"));
    addTab(makeLimits(), tr("&Limits"));
    addTab(makeHealth(), tr("&Health"));
    addTab(makeSecurity(), tr("&Security"));
    addTab(makeAdvanced(), tr("Ad&vanced"));
    connectFields();
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(250);
    connect(&m_fetchTimer, &QTimer::timeout, this, &RunForm::fetchImage);
    tellChanged();
}

// ---- fields of a kind

QLineEdit *RunForm::addLine(QFormLayout *form, const QString &label, const char *name,
                            const QString &placeholder)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setPlaceholderText(placeholder);
    form->addRow(label, edit);
    return edit;
}

QLineEdit *RunForm::addText(QFormLayout *form, const QString &label, const char *name, QString R::*member,
                            const QString &placeholder)
{
    m_texts.append({addLine(form, label, name, placeholder), member});
    return m_texts.last().edit;
}

QLineEdit *RunForm::addList(QFormLayout *form, const QString &label, const char *name, QStringList R::*member,
                            const QString &placeholder)
{
    m_lists.append({addLine(form, label, name, placeholder), member});
    m_lists.last().edit->setToolTip(tr("Several with a blank between them"));
    return m_lists.last().edit;
}

QLineEdit *RunForm::addPairs(QFormLayout *form, const QString &label, const char *name,
                             QList<models::EnvVariable> R::*member, const QString &placeholder)
{
    m_pairs.append({addLine(form, label, name, placeholder), member});
    m_pairs.last().edit->setToolTip(
        tr("Several with a blank between them; one with a blank in it stands in quotes"));
    return m_pairs.last().edit;
}

QLineEdit *RunForm::addSize(QFormLayout *form, const QString &label, const char *name, qint64 R::*member,
                            const QString &placeholder)
{
    m_sizes.append({addLine(form, label, name, placeholder), member});
    return m_sizes.last().edit;
}

QLineEdit *RunForm::addTime(QFormLayout *form, const QString &label, const char *name,
                            qint64 HealthOption::*member, const QString &placeholder)
{
    m_times.append({addLine(form, label, name, placeholder), member});
    return m_times.last().first;
}

QCheckBox *RunForm::addSwitch(QFormLayout *form, const QString &text, bool R::*member)
{
    auto *box = new QCheckBox(text);
    m_switches.append({box, member});
    form->addRow(QString(), box);
    return box;
}

// ---- pages. The letters of a page are none of those of the tabs (B P F E W L H S V) and the buttons (R T).

QWidget *RunForm::makeBasics()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    m_image = new QComboBox(page);
    m_image->setObjectName(QStringLiteral("image"));
    m_image->setEditable(true);
    m_image->setInsertPolicy(QComboBox::NoInsert);
    m_image->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // names may be long
    for (const models::ImageRow &row : m_session->images()->rows()) {
        if (row.hasName())
            m_image->addItem(row.reference());
    }
    m_image->setCurrentIndex(-1);
    m_image->lineEdit()->setPlaceholderText(tr("an image of this machine, or paste a docker run line"));
    m_image->setAccessibleName(tr("Image"));
    m_imageHint = new QLabel(page);
    m_imageHint->setWordWrap(true);
    m_imageHint->setForegroundRole(QPalette::PlaceholderText);
    form->addRow(tr("&Image"), m_image);
    form->addRow(QString(), m_imageHint);
    m_imageHint->hide();
    addText(form, tr("&Name"), "name", &R::name, tr("the engine finds one"));
    m_command = addLine(form, tr("C&ommand"), "command", tr("the image's own"));
    m_command->setFont(fixedFont());
    m_workingDir = addText(form, tr("Fol&der (-w)"), "folder", &R::workingDir, tr("the image's own"));
    addSwitch(form, tr("Give it a ter&minal (-t)"), &R::tty)
        ->setToolTip(tr("For programs that people talk to, such as a shell"));
    addSwitch(form, tr("&Keep its input open (-i)"), &R::interactive);
    addSwitch(form, tr("Remove it when it h&as ended (--rm)"), &R::removeWhenEnded);
    return scrolled(page);
}

void RunForm::addNetworkBox(QWidget *page, QFormLayout *form)
{
    m_network = new QComboBox(page);
    m_network->setObjectName(QStringLiteral("network"));
    m_network->setEditable(true);
    m_network->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_network->addItems({tr("bridge (the default)"), QStringLiteral("none"), QStringLiteral("host")});
    for (const models::NetworkRow &row : m_session->networks()->rows()) {
        if (m_network->findText(row.name) < 0 && row.name != u"bridge")
            m_network->addItem(row.name);
    }
    form->addRow(tr("&Network"), m_network);
}

QWidget *RunForm::makeNetwork()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    addNetworkBox(page, form);
    addList(form, tr("&Other names"), "aliases", &R::aliases, tr("found by them on a network of its own"));
    addText(form, tr("&Address"), "ip", &R::ip, tr("any free one, for example 172.20.0.5"));
    addText(form, tr("Host na&me"), "hostname", &R::hostname, tr("its short id"));
    addList(form, tr("&DNS servers"), "dns", &R::dns, tr("those of the engine"));
    addList(form, tr("Sear&ch domains"), "dnsSearch", &R::dnsSearch, tr("for example example.org"));
    addList(form, tr("DNS opt&ions"), "dnsOptions", &R::dnsOptions, tr("for example ndots:2"));
    addList(form, tr("Hosts it &knows"), "extraHosts", &R::extraHosts, tr("for example db:192.168.0.7"));
    return scrolled(page);
}

QWidget *RunForm::makeLimits()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    addSize(form, tr("&Memory"), "memory", &R::memory, tr("no limit; for example 512m or 2g"))
        ->setToolTip(tr("The container is killed when it needs more"));
    addSize(form, tr("Memory a&nd swap"), "memorySwap", &R::memorySwap, tr("twice the memory; -1: no limit"));
    addSize(form, tr("Memory &kept for it"), "memoryReservation", &R::memoryReservation, tr("none"))
        ->setToolTip(tr("It is pushed back to this when the machine runs short of memory"));
    m_cpus = new QDoubleSpinBox(page);
    m_cpus->setObjectName(QStringLiteral("cpus"));
    m_cpus->setRange(0, 1024);
    m_cpus->setSingleStep(0.5);
    m_cpus->setSpecialValueText(tr("no limit"));
    m_cpus->setToolTip(tr("How many processors' worth of time it may use"));
    form->addRow(tr("&CPUs"), m_cpus);
    addText(form, tr("Wh&ich CPUs"), "cpuset", &R::cpusetCpus, tr("any; for example 0-3,5"));
    m_pids = makeNumber(page, "pids", -1, 4'194'304, tr("no limit"));
    m_pids->setValue(0);
    m_pids->setToolTip(tr("How many processes and threads it may have; 0: the engine's limit"));
    form->addRow(tr("Pr&ocesses"), m_pids);
    addSize(form, tr("Sh&ared memory"), "shmSize", &R::shmSize, tr("64m"));
    addList(form, tr("&Ulimits"), "ulimits", &R::ulimits, tr("for example nofile=1024:2048"));
    m_oomScore = makeNumber(page, "oomScore", -1000, 1000, {});
    m_oomScore->setValue(0);
    m_oomScore->setToolTip(
        tr("When the machine runs out of memory, programs with a higher number end first"));
    form->addRow(tr("Or&der of ending"), m_oomScore);
    return scrolled(page);
}

void RunForm::addHealthFields(QWidget *page, QFormLayout *form)
{
    m_noHealth = new QCheckBox(tr("No check, not even the &image's (--no-healthcheck)"), page);
    m_healthCommand = addLine(form, tr("&Check with"), "healthCommand", tr("the image's check"));
    m_healthCommand->setToolTip(tr("For example wget -qO- localhost || exit 1"));
    m_healthCommand->setFont(fixedFont());
    addTime(form, tr("Ever&y"), "healthInterval", &HealthOption::interval, tr("30s"));
    addTime(form, tr("Give &up after"), "healthTimeout", &HealthOption::timeout, tr("30s"));
    addTime(form, tr("&Not in the first"), "healthStartPeriod", &HealthOption::startPeriod,
            tr("0s: failures count at once"));
    m_healthRetries = makeNumber(page, "healthRetries", 0, 1000, tr("3, or as the image says"));
    m_healthRetries->setToolTip(tr("How many checks in a row must fail until it counts as unhealthy"));
    form->addRow(tr("&Attempts"), m_healthRetries);
    form->addRow(QString(), m_noHealth);
}

QWidget *RunForm::makeHealth()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    m_restart = new QComboBox(page);
    m_restart->setObjectName(QStringLiteral("restart"));
    m_restart->addItem(tr("Never"), QStringLiteral("no"));
    m_restart->addItem(tr("When it fails"), QStringLiteral("on-failure"));
    m_restart->addItem(tr("Always, unless I stop it"), QStringLiteral("unless-stopped"));
    m_restart->addItem(tr("Always"), QStringLiteral("always"));
    m_retries = makeNumber(page, "retries", 0, 10'000, tr("as often as it fails"));
    form->addRow(tr("Start it a&gain"), m_restart);
    form->addRow(tr("At m&ost"), m_retries);
    addHealthFields(page, form);
    return scrolled(page);
}

QWidget *RunForm::makeSecurity()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    m_user = addText(form, tr("&User"), "user", &R::user, tr("the image's own"));
    addList(form, tr("&Groups"), "groups", &R::groupAdd, tr("more groups of this user"));
    addList(form, tr("&Add capabilities"), "capAdd", &R::capAdd, tr("for example NET_ADMIN"));
    addList(form, tr("&Drop capabilities"), "capDrop", &R::capDrop, tr("for example ALL"));
    addList(form, tr("Security &options"), "securityOptions", &R::securityOptions,
            tr("for example no-new-privileges"));
    addList(form, tr("Dev&ices"), "devices", &R::devices, tr("for example /dev/dri"));
    addPairs(form, tr("&Kernel settings"), "sysctls", &R::sysctls, tr("for example net.core.somaxconn=1024"));
    addSwitch(form, tr("The container ma&y not change its own files (--read-only)"), &R::readOnlyRoot);
    addSwitch(form, tr("Privileged: hardly a&ny isolation (--privileged)"), &R::privileged);
    return scrolled(page);
}

QWidget *RunForm::makeAdvanced()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    m_entrypoint = addLine(form, tr("E&ntry point"), "entrypoint", tr("the image's own; \"\" for none"));
    m_entrypoint->setFont(fixedFont());
    addPairs(form, tr("L&abels"), "labels", &R::labels, tr("for example team=web"));
    addList(form, tr("E&xposed ports"), "exposed", &R::exposed, tr("those of the image"));
    addText(form, tr("Stop si&gnal"), "stopSignal", &R::stopSignal, tr("the image's own, or SIGTERM"));
    m_stopTimeout = makeNumber(page, "stopTimeout", -2, 86'400, tr("the engine's, 10 s"));
    m_stopTimeout->setToolTip(tr("Seconds from the stop signal until it is killed; -1: without end"));
    form->addRow(tr("Ti&me to stop"), m_stopTimeout);
    addText(form, tr("Log &driver"), "logDriver", &R::logDriver, tr("the engine's"));
    addPairs(form, tr("Log &options"), "logOptions", &R::logOptions, tr("for example max-size=10m"));
    addSwitch(form, tr("P&ublish all exposed ports (-P)"), &R::publishAll);
    addSwitch(form, tr("Run a small in&it that tidies up ended processes (--init)"), &R::init);
    return scrolled(page);
}

void RunForm::connectFields()
{
    connect(m_image, &QComboBox::editTextChanged, this, &RunForm::onImageEdited);
    for (QLineEdit *edit : findChildren<QLineEdit *>()) {
        // Those of boxes and of rows are told by these.
        if (edit->parentWidget()->inherits("QAbstractSpinBox") || edit->parentWidget()->inherits("QComboBox"))
            continue;
        connect(edit, &QLineEdit::textChanged, this, &RunForm::tellChanged);
    }
    for (QCheckBox *box : findChildren<QCheckBox *>())
        connect(box, &QCheckBox::toggled, this, &RunForm::tellChanged);
    for (QSpinBox *box : findChildren<QSpinBox *>())
        connect(box, &QSpinBox::valueChanged, this, &RunForm::tellChanged);
    connect(m_restart, &QComboBox::currentIndexChanged, this, &RunForm::tellChanged);
    connect(m_network, &QComboBox::editTextChanged, this, &RunForm::tellChanged);
    connect(m_cpus, &QDoubleSpinBox::valueChanged, this, &RunForm::tellChanged);
    connect(m_ports, &RowsEditor::changed, this, [this] {
        m_portsTouched = m_portsTouched || !m_filling;
        tellChanged();
    });
    connect(m_mounts, &RowsEditor::changed, this, [this] {
        m_mountsTouched = m_mountsTouched || !m_filling;
        tellChanged();
    });
    connect(m_environment, &RowsEditor::changed, this, &RunForm::tellChanged);
}

} // namespace quayside::ui
