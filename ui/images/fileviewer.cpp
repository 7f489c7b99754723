#include "ui/images/fileviewer.h"

#include "models/common/text.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

FileViewer::FileViewer(models::EngineSession *session, const models::ImageFile &file, QWidget *parent)
    : QDialog(parent), m_session(session), m_file(file), m_bytes(most), m_notice(new Notice(this)),
      m_text(new QPlainTextEdit(this))
{
    setWindowTitle(file.path);
    resize(720, 520);
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(file.path);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setPlaceholderText(tr("The engine reads the file…"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    m_save = buttons->addButton(tr("&Save…"), QDialogButtonBox::ActionRole);
    m_save->setIcon(icon(Symbol::Save));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_notice);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &FileViewer::saveWanted);
    fetch();
}

QString FileViewer::remark() const
{
    return m_notice->isHidden() ? QString() : m_notice->text();
}

void FileViewer::fetch()
{
    m_bytes.open(QIODevice::ReadWrite);
    m_call = client::imageFile(*m_session->client(), m_file.image.toStdString(), m_file.layer, m_file.coded,
                               &m_bytes, this, {}, [this](const Result<> &done) { onEnd(done); });
}

void FileViewer::onEnd(const Result<> &done)
{
    m_text->setPlaceholderText({});
    if (!done && !m_bytes.isOverfull()) {
        m_notice->show(Notice::Kind::Error,
                       tr("The file cannot be read: %1").arg(QString::fromStdString(done.error().message)));
        m_save->setEnabled(false);
        return;
    }
    const QByteArray &bytes = m_bytes.data();
    if (bytes.contains('\0')) {
        m_notice->show(Notice::Kind::Info,
                       tr("This is not text. Save it to open it with a program for its kind."));
        return;
    }
    m_text->setPlainText(QString::fromUtf8(bytes));
    if (m_bytes.isOverfull())
        m_notice->show(Notice::Kind::Info, tr("Only the first %1 are shown.").arg(models::Text::size(most)));
    else if (bytes.isEmpty())
        m_notice->show(Notice::Kind::Info, tr("The file is empty."));
}

} // namespace quayside::ui
