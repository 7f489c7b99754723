#include "ui/containers/rowseditor.h"

#include "models/containers/envfile.h"
#include "ui/common/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace quayside::ui
{

using models::EnvVariable;
using models::MountOption;
using models::PortMapping;

namespace
{

// The fields of a row are found again by name.
QLineEdit *makeField(QWidget *row, const QString &name, const QString &placeholder,
                     const QString &accessibleName)
{
    auto *edit = new QLineEdit(row);
    edit->setObjectName(name);
    edit->setPlaceholderText(placeholder);
    edit->setAccessibleName(accessibleName);
    edit->setToolTip(accessibleName);
    row->layout()->addWidget(edit);
    return edit;
}

QString fieldText(const QWidget *row, const QString &name)
{
    return row->findChild<QLineEdit *>(name)->text().trimmed();
}

void setField(const QWidget *row, const QString &name, const QString &text)
{
    row->findChild<QLineEdit *>(name)->setText(text);
}

} // namespace

RowsEditor::RowsEditor(const QString &addText, const QString &hint, QWidget *parent)
    : QWidget(parent), m_layout(new QVBoxLayout), m_buttons(new QHBoxLayout), m_hint(new QLabel(hint, this)),
      m_problem(new QLabel(this)), m_add(new QPushButton(icon(Symbol::Add), addText, this))
{
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_add->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_hint);
    layout->addLayout(m_layout);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_buttons->addWidget(m_add);
    m_buttons->addStretch(1);
    layout->addLayout(m_buttons);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow()->findChild<QLineEdit *>()->setFocus();
        emit changed();
    });
}

void RowsEditor::addBesideAdd(QWidget *widget)
{
    m_buttons->insertWidget(m_buttons->count() - 1, widget);
}

void RowsEditor::sayProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

QWidget *RowsEditor::addRow()
{
    QWidget *row = makeRow();
    auto *remove = new QToolButton(row);
    remove->setIcon(icon(Symbol::Close));
    remove->setAutoRaise(true);
    remove->setToolTip(tr("Take this row away"));
    remove->setAccessibleName(remove->toolTip());
    row->layout()->addWidget(remove);
    row->layout()->setContentsMargins(0, 0, 0, 0);
    connect(remove, &QToolButton::clicked, this, [this, row] { removeRow(row); });
    m_layout->addWidget(row);
    m_rows.append(row);
    refreshHint();
    return row;
}

void RowsEditor::removeRow(QWidget *row)
{
    m_rows.removeAll(row);
    row->hide();
    row->deleteLater();
    refreshHint();
    emit changed();
}

void RowsEditor::clearRows()
{
    for (QWidget *row : std::as_const(m_rows)) {
        row->hide();
        row->deleteLater();
    }
    m_rows.clear();
    refreshHint();
}

void RowsEditor::refreshHint()
{
    m_hint->setVisible(m_rows.isEmpty());
}

void RowsEditor::watch(QLineEdit *edit)
{
    connect(edit, &QLineEdit::textChanged, this, &RowsEditor::changed);
}

void RowsEditor::watch(QComboBox *box)
{
    connect(box, &QComboBox::currentTextChanged, this, &RowsEditor::changed);
}

void RowsEditor::watch(QCheckBox *box)
{
    connect(box, &QCheckBox::toggled, this, &RowsEditor::changed);
}

// ---- ports

PortsEditor::PortsEditor(QWidget *parent)
    : RowsEditor(tr("Add a port"),
                 tr("No port is published: nothing outside reaches a server in this container. Add a port to "
                    "open it in "
                    "your browser."),
                 parent)
{
}

QWidget *PortsEditor::makeRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    auto *address = new QComboBox(row);
    address->setObjectName(QStringLiteral("address"));
    address->setEditable(true);
    address->addItem(tr("any address"));
    address->addItem(QStringLiteral("127.0.0.1"));
    address->setAccessibleName(tr("Address of this machine"));
    address->setToolTip(tr("Address of this machine: 127.0.0.1 keeps the port to this machine"));
    address->setMinimumContentsLength(10);
    layout->addWidget(address, 2);
    layout->addWidget(new QLabel(QStringLiteral(":"), row));
    watch(makeField(row, QStringLiteral("host"), tr("a free one"),
                    tr("Port of this machine; empty: a free one")));
    layout->addWidget(new QLabel(QString(QChar(0x2192)), row));
    watch(makeField(row, QStringLiteral("container"), tr("80"), tr("Port in the container")));
    auto *protocol = new QComboBox(row);
    protocol->setObjectName(QStringLiteral("protocol"));
    protocol->addItems({QStringLiteral("tcp"), QStringLiteral("udp")});
    protocol->setAccessibleName(tr("Protocol"));
    layout->addWidget(protocol);
    layout->setStretch(2, 1);
    layout->setStretch(4, 1);
    watch(address);
    watch(protocol);
    return row;
}

void PortsEditor::setPorts(const QList<PortMapping> &ports)
{
    clearRows();
    for (const PortMapping &port : ports) {
        QWidget *row = addRow();
        setField(row, QStringLiteral("host"), port.hostPort);
        setField(row, QStringLiteral("container"), port.containerPort);
        row->findChild<QComboBox *>(QStringLiteral("protocol"))->setCurrentText(port.protocol);
        if (!port.hostAddress.isEmpty())
            row->findChild<QComboBox *>(QStringLiteral("address"))->setCurrentText(port.hostAddress);
    }
    emit changed();
}

QList<PortMapping> PortsEditor::ports() const
{
    QList<PortMapping> ports;
    for (const QWidget *row : rows()) {
        PortMapping port;
        const auto *address = row->findChild<QComboBox *>(QStringLiteral("address"));
        const QString text = address->currentText().trimmed();
        if (text != address->itemText(0))
            port.hostAddress = text;
        port.hostPort = fieldText(row, QStringLiteral("host"));
        port.containerPort = fieldText(row, QStringLiteral("container"));
        port.protocol = row->findChild<QComboBox *>(QStringLiteral("protocol"))->currentText();
        if (!port.containerPort.isEmpty())
            ports.append(port);
    }
    return ports;
}

// ---- mounts

MountsEditor::MountsEditor(QWidget *parent)
    : RowsEditor(tr("Add files"),
                 tr("The container sees none of your files. Add a folder of this machine, or a volume, which "
                    "keeps its "
                    "content when the container goes."),
                 parent)
{
}

QWidget *MountsEditor::makeRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    auto *kind = new QComboBox(row);
    kind->setObjectName(QStringLiteral("kind"));
    kind->addItems({tr("Folder"), tr("Volume"), tr("Memory")}); // in the order of MountOption::Kind
    kind->setAccessibleName(tr("What is mounted"));
    layout->addWidget(kind);
    QLineEdit *source =
        makeField(row, QStringLiteral("source"), tr("/srv/project"), tr("Folder of this machine"));
    QAction *browse = source->addAction(icon(Symbol::Folder), QLineEdit::TrailingPosition);
    browse->setToolTip(tr("Choose a folder"));
    layout->addWidget(new QLabel(QString(QChar(0x2192)), row));
    QLineEdit *target = makeField(row, QStringLiteral("target"), tr("/srv"), tr("Folder in the container"));
    auto *readOnly = new QCheckBox(tr("read only"), row);
    readOnly->setObjectName(QStringLiteral("readonly"));
    layout->addWidget(readOnly);
    layout->setStretch(1, 2);
    layout->setStretch(3, 1);
    connect(browse, &QAction::triggered, this, [this, source] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Folder of this machine"), source->text());
        if (!folder.isEmpty())
            source->setText(folder);
    });
    connect(kind, &QComboBox::currentIndexChanged, row, [source, browse](int index) {
        source->setEnabled(index != 2);
        browse->setVisible(index == 0);
        source->setPlaceholderText(index == 0   ? MountsEditor::tr("/srv/project")
                                   : index == 1 ? MountsEditor::tr("name; empty: a new one")
                                                : MountsEditor::tr("gone when it stops"));
    });
    watch(kind);
    watch(source);
    watch(target);
    watch(readOnly);
    return row;
}

void MountsEditor::setMounts(const QList<MountOption> &mounts)
{
    clearRows();
    for (const MountOption &mount : mounts) {
        QWidget *row = addRow();
        row->findChild<QComboBox *>(QStringLiteral("kind"))->setCurrentIndex(int(mount.kind));
        setField(row, QStringLiteral("source"), mount.source);
        setField(row, QStringLiteral("target"), mount.target);
        row->findChild<QCheckBox *>(QStringLiteral("readonly"))->setChecked(mount.readOnly);
    }
    emit changed();
}

QList<MountOption> MountsEditor::mounts() const
{
    QList<MountOption> mounts;
    for (const QWidget *row : rows()) {
        MountOption mount;
        mount.kind = MountOption::Kind(row->findChild<QComboBox *>(QStringLiteral("kind"))->currentIndex());
        if (mount.kind != MountOption::Kind::Tmpfs)
            mount.source = fieldText(row, QStringLiteral("source"));
        mount.target = fieldText(row, QStringLiteral("target"));
        mount.readOnly = row->findChild<QCheckBox *>(QStringLiteral("readonly"))->isChecked();
        if (!mount.target.isEmpty() || !mount.source.isEmpty())
            mounts.append(mount);
    }
    return mounts;
}

// ---- environment

EnvironmentEditor::EnvironmentEditor(QWidget *parent)
    : RowsEditor(tr("Add a variable"),
                 tr("The container gets the variables of its image. Add or replace some here."), parent)
{
    auto *file = new QPushButton(icon(Symbol::Import), tr("From a file…"), this);
    file->setToolTip(tr("Add the variables of a file with a line NAME=value for each"));
    file->setAutoDefault(false);
    addBesideAdd(file);
    connect(file, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("File with variables"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &EnvironmentEditor::addFile);
        dialog->open();
    });
}

void EnvironmentEditor::addFile(const QString &fileName)
{
    constexpr qint64 most = 1 << 20; // bytes: more is no list of variables
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        sayProblem(tr("%1 cannot be read: %2").arg(fileName, file.errorString()));
        return;
    }
    const Result<QList<EnvVariable>> read = models::parseEnvFile(QString::fromUtf8(file.read(most)));
    if (!read) {
        sayProblem(tr("%1 cannot be read: %2").arg(fileName, QString::fromStdString(read.error().message)));
        return;
    }
    sayProblem({});
    QList<EnvVariable> all = variables();
    for (const EnvVariable &variable : *read) {
        const auto known = std::ranges::find(all, variable.name, &EnvVariable::name);
        if (known == all.end())
            all.append(variable);
        else
            known->value = variable.value;
    }
    setVariables(all);
}

QWidget *EnvironmentEditor::makeRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    watch(makeField(row, QStringLiteral("name"), tr("NAME"), tr("Name of the variable")));
    layout->addWidget(new QLabel(QStringLiteral("="), row));
    watch(makeField(row, QStringLiteral("value"), tr("value"), tr("Value of the variable")));
    layout->setStretch(0, 1);
    layout->setStretch(2, 2);
    return row;
}

void EnvironmentEditor::setVariables(const QList<EnvVariable> &variables)
{
    clearRows();
    for (const EnvVariable &variable : variables) {
        QWidget *row = addRow();
        setField(row, QStringLiteral("name"), variable.name);
        const QString own = qEnvironmentVariable(variable.name.toLocal8Bit().constData());
        setField(row, QStringLiteral("value"), variable.value.value_or(own));
    }
    emit changed();
}

QList<EnvVariable> EnvironmentEditor::variables() const
{
    QList<EnvVariable> variables;
    for (const QWidget *row : rows()) {
        const QString name = fieldText(row, QStringLiteral("name"));
        if (!name.isEmpty())
            variables.append({name, row->findChild<QLineEdit *>(QStringLiteral("value"))->text()});
    }
    return variables;
}

} // namespace quayside::ui
