// The building of the run dialog; rundialog.cpp has its behaviour.
#include "ui/containers/rundialog.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/containers/rowseditor.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSpinBox>
#include <QTabWidget>
#include <QToolButton>

namespace quayside::ui
{

namespace
{

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

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
    return area;
}

} // namespace

RunDialog::RunDialog(models::EngineSession *session, QWidget *parent)
    : QDialog(parent), m_session(session), m_ports(new PortsEditor), m_mounts(new MountsEditor),
      m_environment(new EnvironmentEditor), m_tabs(new QTabWidget(this)), m_notice(new Notice(this))
{
    setWindowTitle(tr("Run a container"));
    resize(QSize(900, 520).boundedTo(screen()->availableSize() - QSize(8, 40))); // the frame is around it
    m_tabs->addTab(makeBasics(), tr("&Basics"));
    m_tabs->addTab(scrolled(m_ports), tr("&Ports"));
    m_tabs->addTab(scrolled(m_mounts), tr("&Files"));
    m_tabs->addTab(scrolled(m_environment), tr("&Environment"));
    m_tabs->addTab(makeLimits(), tr("&Limits"));
    m_tabs->addTab(makeSecurity(), tr("&Security"));
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_tabs, 3);
    columns->addWidget(makePreview(), 2);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addLayout(columns, 1);
    makeButtons();
    connectFields();
    m_fetchTimer.setSingleShot(true);
    m_fetchTimer.setInterval(250);
    connect(&m_fetchTimer, &QTimer::timeout, this, &RunDialog::fetchImage);
    refreshPreview();
    m_image->setFocus();
}

QWidget *RunDialog::makeBasics()
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
    m_name = new QLineEdit(page);
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setPlaceholderText(tr("the engine finds one"));
    m_command = new QLineEdit(page);
    m_command->setObjectName(QStringLiteral("command"));
    m_command->setPlaceholderText(tr("the image's own"));
    m_command->setFont(fixedFont());
    m_workingDir = new QLineEdit(page);
    m_workingDir->setPlaceholderText(tr("the image's own"));
    m_terminal = new QCheckBox(tr("Give it a &terminal (-t)"), page);
    m_terminal->setToolTip(tr("For programs that people talk to, such as a shell"));
    m_input = new QCheckBox(tr("Keep its &input open (-i)"), page);
    m_remove = new QCheckBox(tr("Remove it when it has en&ded (--rm)"), page);
    form->addRow(tr("&Image"), m_image);
    form->addRow(QString(), m_imageHint);
    m_imageHint->hide();
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("C&ommand"), m_command);
    form->addRow(tr("Folder (-&w)"), m_workingDir);
    form->addRow(QString(), m_terminal);
    form->addRow(QString(), m_input);
    form->addRow(QString(), m_remove);
    return scrolled(page);
}

QWidget *RunDialog::makeLimits()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    m_memory = new QLineEdit(page);
    m_memory->setObjectName(QStringLiteral("memory"));
    m_memory->setPlaceholderText(tr("no limit; for example 512m or 2g"));
    m_memory->setToolTip(tr("The container is killed when it needs more"));
    m_cpus = new QDoubleSpinBox(page);
    m_cpus->setObjectName(QStringLiteral("cpus"));
    m_cpus->setRange(0, 1024);
    m_cpus->setSingleStep(0.5);
    m_cpus->setSpecialValueText(tr("no limit"));
    m_cpus->setToolTip(tr("How many processors' worth of time it may use"));
    m_pids = new QSpinBox(page);
    m_pids->setRange(0, 4'194'304);
    m_pids->setSpecialValueText(tr("the engine's limit"));
    m_pids->setToolTip(tr("How many processes and threads it may have"));
    m_restart = new QComboBox(page);
    m_restart->setObjectName(QStringLiteral("restart"));
    m_restart->addItem(tr("Never"), QStringLiteral("no"));
    m_restart->addItem(tr("When it fails"), QStringLiteral("on-failure"));
    m_restart->addItem(tr("Always, unless I stop it"), QStringLiteral("unless-stopped"));
    m_restart->addItem(tr("Always"), QStringLiteral("always"));
    form->addRow(tr("&Memory"), m_memory);
    form->addRow(tr("&CPUs"), m_cpus);
    form->addRow(tr("&Processes"), m_pids);
    form->addRow(tr("Start it a&gain"), m_restart);
    m_init = new QCheckBox(tr("Run a small in&it that tidies up ended processes (--init)"), page);
    form->addRow(QString(), m_init);
    return scrolled(page);
}

QWidget *RunDialog::makeSecurity()
{
    auto *page = new QWidget;
    QFormLayout *form = makeForm(page);
    m_network = new QComboBox(page);
    m_network->setObjectName(QStringLiteral("network"));
    m_network->setEditable(true);
    m_network->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_network->addItems({tr("bridge (the default)"), QStringLiteral("none"), QStringLiteral("host")});
    for (const models::NetworkRow &row : m_session->networks()->rows()) {
        if (m_network->findText(row.name) < 0 && row.name != u"bridge")
            m_network->addItem(row.name);
    }
    m_user = new QLineEdit(page);
    m_user->setPlaceholderText(tr("the image's own"));
    m_readOnly = new QCheckBox(tr("The container may not change its own files (--&read-only)"), page);
    m_capAdd = new QLineEdit(page);
    m_capAdd->setPlaceholderText(tr("for example NET_ADMIN"));
    m_capDrop = new QLineEdit(page);
    m_capDrop->setPlaceholderText(tr("for example ALL"));
    m_privileged = new QCheckBox(tr("Privileged: hardly any isolation (--pri&vileged)"), page);
    form->addRow(tr("&Network"), m_network);
    form->addRow(tr("&User"), m_user);
    form->addRow(tr("&Add capabilities"), m_capAdd);
    form->addRow(tr("&Drop capabilities"), m_capDrop);
    form->addRow(QString(), m_readOnly);
    form->addRow(QString(), m_privileged);
    return scrolled(page);
}

QWidget *RunDialog::makePreview()
{
    auto *panel = new QWidget(this);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(10, 0, 0, 0);
    m_line = new QPlainTextEdit(panel);
    m_line->setObjectName(QStringLiteral("runLine"));
    m_line->setReadOnly(true);
    m_line->setFont(fixedFont());
    m_line->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_line->setMaximumHeight(150);
    m_line->setAccessibleName(tr("The same as a docker run line"));
    m_line->setTabChangesFocus(true);
    auto *head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("The same as a command"), panel), 1);
    auto *copy = new QToolButton(panel);
    copy->setIcon(icon(Symbol::Copy));
    copy->setToolTip(tr("Copy the docker run line"));
    copy->setAccessibleName(copy->toolTip());
    copy->setAutoRaise(true);
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(runLine()); });
    auto *paste = new QToolButton(panel);
    paste->setIcon(icon(Symbol::Import));
    paste->setToolTip(tr("Fill the form from a docker run line in the clipboard"));
    paste->setAccessibleName(paste->toolTip());
    paste->setAutoRaise(true);
    connect(paste, &QToolButton::clicked, this, [this] { fillFromLine(QApplication::clipboard()->text()); });
    head->addWidget(paste);
    head->addWidget(copy);
    m_reach = new QLabel(panel);
    m_reach->setWordWrap(true);
    m_warnings = new QLabel(panel);
    m_warnings->setObjectName(QStringLiteral("warnings"));
    m_warnings->setWordWrap(true);
    layout->addLayout(head);
    layout->addWidget(m_line);
    layout->addWidget(m_reach);
    layout->addWidget(m_warnings);
    layout->addStretch(1);
    return panel;
}

void RunDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_cancelButton = buttons->addButton(QDialogButtonBox::Cancel);
    m_cancelButton->setIcon({}); // the style's red cross says "danger" where there is none
    m_createButton = buttons->addButton(tr("Crea&te"), QDialogButtonBox::ActionRole);
    m_createButton->setToolTip(tr("Create the container, and start it later"));
    m_createButton->setAutoDefault(false);
    m_runButton = buttons->addButton(tr("&Run"), QDialogButtonBox::AcceptRole);
    m_runButton->setObjectName(QStringLiteral("run"));
    m_runButton->setIcon(icon(Symbol::Play));
    m_runButton->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { start(true); });
    connect(m_createButton, &QPushButton::clicked, this, [this] { start(false); });
    layout()->addWidget(buttons);
}

void RunDialog::connectFields()
{
    connect(m_image, &QComboBox::editTextChanged, this, &RunDialog::onImageEdited);
    for (QLineEdit *edit : {m_name, m_command, m_workingDir, m_user, m_memory, m_capAdd, m_capDrop})
        connect(edit, &QLineEdit::textChanged, this, &RunDialog::refreshPreview);
    for (QCheckBox *box : {m_terminal, m_input, m_remove, m_init, m_readOnly, m_privileged})
        connect(box, &QCheckBox::toggled, this, &RunDialog::refreshPreview);
    connect(m_restart, &QComboBox::currentIndexChanged, this, &RunDialog::refreshPreview);
    connect(m_network, &QComboBox::editTextChanged, this, &RunDialog::refreshPreview);
    connect(m_cpus, &QDoubleSpinBox::valueChanged, this, &RunDialog::refreshPreview);
    connect(m_pids, &QSpinBox::valueChanged, this, &RunDialog::refreshPreview);
    connect(m_ports, &RowsEditor::changed, this, [this] {
        m_portsTouched = m_portsTouched || !m_filling;
        refreshPreview();
    });
    connect(m_mounts, &RowsEditor::changed, this, [this] {
        m_mountsTouched = m_mountsTouched || !m_filling;
        refreshPreview();
    });
    connect(m_environment, &RowsEditor::changed, this, &RunDialog::refreshPreview);
}

void RunDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    m_image->lineEdit()->selectAll();
}

} // namespace quayside::ui
