#include "ui/files/fileeditor.h"

#include "models/common/text.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QDialogButtonBox>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringDecoder>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{
const QByteArray byteOrderMark("\xEF\xBB\xBF");
}

FileEditor::FileEditor(client::EngineClient *client, const client::FilesOf &of,
                       const models::FileEntry &entry, const QString &path, bool readOnly, QWidget *parent)
    : QDialog(parent), m_client(client), m_of(of), m_entry(entry), m_path(path), m_readOnly(readOnly),
      m_notice(new Notice(this)), m_text(new QPlainTextEdit(this))
{
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    resize(720, 520);
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(path);
    m_text->setReadOnly(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::ActionRole);
    m_save->setIcon(icon(Symbol::Save));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setShortcut(QKeySequence::Save);
    m_save->setAutoDefault(false);
    m_save->setToolTip(tr("Save it in its place (%1)").arg(QKeySequence(QKeySequence::Save).toString()));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &FileEditor::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { save(m_version); });
    connect(m_text->document(), &QTextDocument::modificationChanged, this, &FileEditor::refresh);
    refresh();
    fetch();
}

void FileEditor::refresh()
{
    setWindowTitle(m_path + QStringLiteral("[*]"));
    setWindowModified(m_text->document()->isModified());
    m_save->setEnabled(m_isText && !m_readOnly && !isBusy() && m_text->document()->isModified());
    m_save->setVisible(!m_readOnly);
}

void FileEditor::fetch()
{
    if (m_entry.kind == models::FileEntry::Kind::File && m_entry.size > most) {
        m_notice->show(
            Notice::Kind::Info,
            tr("The file has %1; files of up to %2 are shown here. Download it to read or change it.")
                .arg(models::Text::size(m_entry.size), models::Text::size(most)));
        return;
    }
    m_text->setPlaceholderText(tr("The engine reads the file…"));
    m_incoming.begin(most);
    m_call = client::readFile(*m_client, m_of, m_entry.coded, &m_incoming, this, {},
                              [this](const Result<std::string> &version) { onRead(version); });
}

void FileEditor::onRead(const Result<std::string> &version)
{
    m_text->setPlaceholderText({});
    m_call = {};
    if (!version && m_incoming.isOverfull()) {
        m_notice->show(Notice::Kind::Info,
                       tr("Files of up to %1 are shown here. Download it to read or change it.")
                           .arg(models::Text::size(most)));
    } else if (!version) {
        m_notice->show(
            Notice::Kind::Error,
            tr("The file cannot be read: %1").arg(QString::fromStdString(version.error().message)));
    } else {
        m_version = *version;
        showText(m_incoming.data());
    }
    refresh();
}

void FileEditor::showText(const QByteArray &bytes)
{
    m_bom = bytes.startsWith(byteOrderMark);
    QStringDecoder decoder(QStringDecoder::Utf8);
    QString text = decoder.decode(m_bom ? bytes.sliced(byteOrderMark.size()) : bytes);
    m_isText = !decoder.hasError() && !bytes.contains('\0');
    if (!m_isText) {
        m_notice->show(Notice::Kind::Info,
                       tr("This is not text. Download it to open it with a program for its kind."));
        return;
    }
    m_crlf = text.contains(QStringLiteral("\r\n")) && text.count(QStringLiteral("\r\n")) == text.count(u'\n');
    if (m_crlf)
        text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    m_text->setPlainText(text);
    m_text->document()->setModified(false);
    m_text->setReadOnly(m_readOnly);
    m_text->setTextInteractionFlags(m_readOnly ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                               : Qt::TextEditorInteraction);
    if (m_readOnly)
        m_notice->show(Notice::Kind::Info, tr("It cannot be changed: it is mounted read only."));
}

QByteArray FileEditor::bytes() const
{
    QString text = m_text->toPlainText();
    if (m_crlf)
        text.replace(u'\n', QStringLiteral("\r\n"));
    return (m_bom ? byteOrderMark : QByteArray()) + text.toUtf8();
}

void FileEditor::save(const std::string &version)
{
    m_notice->dismiss();
    m_outgoing.close();
    m_outgoing.setData(bytes());
    m_outgoing.open(QIODevice::ReadOnly);
    m_call = client::putFile(*m_client, m_of, m_entry.coded, version, &m_outgoing, this, {},
                             [this](const Result<std::string> &now) { onSaved(now); });
    refresh();
}

void FileEditor::onSaved(const Result<std::string> &version)
{
    m_call = {};
    if (version) {
        m_version = *version;
        // What was typed while it was saved is not saved.
        m_text->document()->setModified(m_outgoing.data() != bytes());
        emit saved();
    } else if (client::isOutdated(version.error())) {
        m_notice->show(
            Notice::Kind::Warning, tr("Something else has changed the file since it was read."),
            {{tr("Save all the same"), [this] { save({}); }}, {tr("Read it again"), [this] { fetch(); }}});
    } else {
        m_notice->show(Notice::Kind::Error,
                       tr("It is not saved: %1").arg(QString::fromStdString(version.error().message)));
    }
    refresh();
}

void FileEditor::reject()
{
    if (!m_text->document()->isModified()) {
        QDialog::reject();
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Close %1?").arg(m_entry.name),
                                tr("What you have changed in %1 is not saved.").arg(m_path),
                                QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setDefaultButton(QMessageBox::Cancel);
    QPushButton *discard = box->addButton(tr("&Discard changes"), QMessageBox::DestructiveRole);
    connect(discard, &QPushButton::clicked, this, [this] {
        m_text->document()->setModified(false);
        QDialog::reject();
    });
    box->open();
}

} // namespace quayside::ui
