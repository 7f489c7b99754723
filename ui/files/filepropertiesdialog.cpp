#include "ui/files/filepropertiesdialog.h"

#include "models/common/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>

#include <sys/stat.h>

namespace quayside::ui
{

using models::FileEntry;

FilePropertiesDialog::FilePropertiesDialog(client::EngineClient *client, const client::FilesOf &of,
                                           const FileEntry &entry, const QString &path,
                                           const QList<FileEntry> &others, QWidget *parent)
    : FormDialog(tr("Properties of %1").arg(entry.name), tr("&Change"), parent), m_client(client), m_of(of),
      m_entry(entry), m_users{{0, QStringLiteral("root")}}, m_groups{{0, QStringLiteral("root")}}
{
    for (const FileEntry &other : others) {
        if (!other.user.isEmpty())
            m_users.insert(other.uid, other.user);
        if (!other.group.isEmpty())
            m_groups.insert(other.gid, other.group);
    }
    addFacts(path);
    m_user = addOwner(tr("&User"), QStringLiteral("user"), entry.uid, m_users);
    m_group = addOwner(tr("&Group"), QStringLiteral("group"), entry.gid, m_groups);
    if (entry.kind != FileEntry::Kind::Link) // a link's mode is that of what it leads to
        addMode();
    if (entry.isFolder()) {
        m_below = new QCheckBox(tr("Also for &everything in the folder"), this);
        m_below->setObjectName(QStringLiteral("below"));
        form()->addRow(m_below);
        addNote(tr("Files in it stay as executable as they are."));
        connect(m_below, &QCheckBox::toggled, this, &FilePropertiesDialog::refresh);
    }
    refresh();
}

void FilePropertiesDialog::addFacts(const QString &path)
{
    const auto fact = [this](const QString &title, const QString &text) {
        auto *label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText); // names come from outside
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form()->addRow(title, label);
    };
    fact(tr("Path"), path);
    fact(tr("Kind"), m_entry.kindText());
    if (m_entry.kind == FileEntry::Kind::Link)
        fact(tr("Leads to"), m_entry.target);
    if (m_entry.kind == FileEntry::Kind::File)
        fact(tr("Size"), models::Text::size(m_entry.size));
    fact(tr("Modified"), models::Text::exactTime(m_entry.modified));
}

QComboBox *FilePropertiesDialog::addOwner(const QString &label, const QString &name, qint64 id,
                                          const QMap<qint64, QString> &names)
{
    auto *box = new QComboBox(this);
    box->setObjectName(name);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setAccessibleName(QString(label).remove(u'&'));
    for (auto known = names.begin(); known != names.end(); ++known)
        box->addItem(known.value());
    box->setEditText(names.value(id, QString::number(id)));
    form()->addRow(label, box);
    connect(box, &QComboBox::editTextChanged, this, &FilePropertiesDialog::refresh);
    return box;
}

void FilePropertiesDialog::addMode()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    const std::array<QString, 3> whose{tr("Owner"), tr("Group", "of a file"), tr("Others")};
    const std::array<QString, 3> what{tr("read"), tr("write"), tr("execute")};
    for (int row = 0; row < 3; ++row) {
        grid->addWidget(new QLabel(whose[row], this), row, 0);
        for (int column = 0; column < 3; ++column) {
            auto *tick = new QCheckBox(what[column], this);
            tick->setAccessibleName(tr("%1 may %2", "group, read").arg(whose[row], what[column]));
            grid->addWidget(tick, row, column + 1);
            m_ticks.append({tick, 1 << (8 - (3 * row) - column)});
            connect(tick, &QCheckBox::clicked, this, &FilePropertiesDialog::onTicked);
        }
    }
    const std::array<std::pair<QString, int>, 3> special{
        {{tr("set user"), S_ISUID}, {tr("set group"), S_ISGID}, {tr("sticky"), S_ISVTX}}};
    for (int column = 0; column < 3; ++column) {
        auto *tick = new QCheckBox(special[column].first, this);
        grid->addWidget(tick, 3, column + 1);
        m_ticks.append({tick, special[column].second});
        connect(tick, &QCheckBox::clicked, this, &FilePropertiesDialog::onTicked);
    }
    grid->setColumnStretch(4, 1);
    form()->addRow(tr("Mode"), grid);
    m_octal = addLine(tr("&Octal"), QStringLiteral("octal"));
    m_octal->setText(models::octalMode(m_entry.mode));
    setTicks(m_entry.mode);
    connect(m_octal, &QLineEdit::textEdited, this, &FilePropertiesDialog::onTyped);
}

void FilePropertiesDialog::setTicks(int mode)
{
    for (const auto &[tick, bit] : m_ticks)
        tick->setChecked((mode & bit) != 0);
}

void FilePropertiesDialog::onTicked()
{
    int mode = 0;
    for (const auto &[tick, bit] : m_ticks)
        mode |= tick->isChecked() ? bit : 0;
    m_octal->setText(models::octalMode(mode));
    refresh();
}

void FilePropertiesDialog::onTyped()
{
    if (const auto typed = models::parseMode(m_octal->text()))
        setTicks(*typed);
    refresh();
}

std::optional<int> FilePropertiesDialog::mode() const
{
    return m_octal == nullptr ? std::optional(m_entry.mode) : models::parseMode(m_octal->text());
}

std::optional<qint64> FilePropertiesDialog::idOf(const QComboBox *box, const QMap<qint64, QString> &names)
{
    const QString text = box->currentText().trimmed();
    for (auto known = names.begin(); known != names.end(); ++known) {
        if (known.value() == text)
            return known.key();
    }
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    return isNumber && id >= 0 ? std::optional(id) : std::nullopt;
}

void FilePropertiesDialog::refresh()
{
    if (m_group == nullptr)
        return; // still being made
    const auto uid = idOf(m_user, m_users), gid = idOf(m_group, m_groups);
    const bool complete = uid && gid && mode();
    const bool differs = uid != m_entry.uid || gid != m_entry.gid || mode() != m_entry.mode ||
                         (m_below != nullptr && m_below->isChecked());
    acceptButton()->setEnabled(complete && differs);
}

// The owner first: a change of owner takes set-user and set-group away (chown(2)).
void FilePropertiesDialog::send()
{
    const auto uid = idOf(m_user, m_users), gid = idOf(m_group, m_groups);
    const auto wanted = mode();
    if (!uid || !gid || !wanted)
        return;
    const bool below = m_below != nullptr && m_below->isChecked();
    if (!below && *uid == m_entry.uid && *gid == m_entry.gid) {
        sendMode(*wanted);
        return;
    }
    client::editFiles(
        *m_client, m_of,
        {.operation = "chown", .encoded = m_entry.coded, .uid = *uid, .gid = *gid, .recursive = below}, this,
        [this, wanted = *wanted](const Result<> &done) {
            onDone(done, [this, wanted] { sendMode(wanted); });
        });
}

void FilePropertiesDialog::sendMode(int mode)
{
    if (m_octal == nullptr) {
        onDone({}, {});
        return;
    }
    client::editFiles(*m_client, m_of,
                      {.operation = "chmod",
                       .encoded = m_entry.coded,
                       .mode = mode,
                       .recursive = m_below != nullptr && m_below->isChecked()},
                      this, [this](const Result<> &done) { onDone(done, {}); });
}

void FilePropertiesDialog::onDone(const Result<> &done, const std::function<void()> &next)
{
    if (!done) {
        showProblem(QString::fromStdString(done.error().message));
    } else if (next) {
        next();
    } else {
        emit changed();
        accept();
    }
}

} // namespace quayside::ui
