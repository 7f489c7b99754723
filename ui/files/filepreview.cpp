#include "ui/files/filepreview.h"

#include "models/common/text.h"
#include "ui/common/appearance.h"

#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

namespace
{
constexpr int mostPixels = 64 << 20; // of a picture that a few bytes may claim to be
}

FilePreview::FilePreview(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_client(client), m_stack(new QStackedWidget(this)), m_line(new QLabel(this)),
      m_picture(new QLabel(this)), m_text(new QPlainTextEdit(this))
{
    m_line->setAlignment(Qt::AlignCenter);
    m_line->setWordWrap(true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    m_line->setMargin(8);
    m_line->setTextFormat(Qt::PlainText);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(1, 1); // the pane may be smaller than the picture
    m_text->setReadOnly(true);
    m_text->setFont(fixedFont());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setAccessibleName(tr("Beginning of the file"));
    m_text->setTabChangesFocus(true);
    for (QWidget *face :
         {static_cast<QWidget *>(m_line), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_picture)})
        m_stack->addWidget(face);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_still.setSingleShot(true);
    m_still.setInterval(150);
    connect(&m_still, &QTimer::timeout, this, &FilePreview::fetch);
}

bool FilePreview::showsText() const
{
    return m_stack->currentWidget() == m_text;
}

bool FilePreview::showsPicture() const
{
    return m_stack->currentWidget() == m_picture;
}

void FilePreview::showNothing(const QString &sentence)
{
    m_still.stop();
    m_call.cancel();
    m_entry = {};
    m_line->setText(sentence);
    m_stack->setCurrentWidget(m_line);
}

void FilePreview::showFile(const client::FilesOf &of, const models::FileEntry &entry)
{
    if (m_of == of && m_entry == entry && !entry.coded.empty())
        return;
    m_call.cancel();
    m_of = of;
    m_entry = entry;
    m_still.start();
}

bool FilePreview::wantsPicture() const
{
    const QByteArray suffix = QFileInfo(m_entry.name).suffix().toLatin1().toLower();
    return m_entry.size <= mostPicture && QImageReader::supportedImageFormats().contains(suffix);
}

void FilePreview::fetch()
{
    m_bytes.begin(wantsPicture() ? mostPicture : mostText);
    m_call = client::readFile(*m_client, m_of, m_entry.coded, &m_bytes, this, {},
                              [this](const Result<std::string> &done) { onRead(done); });
}

void FilePreview::onRead(const Result<std::string> &done)
{
    const QByteArray &bytes = m_bytes.data();
    const bool whole = done.has_value();
    if (!whole && !m_bytes.isOverfull()) {
        showNothing(QString::fromStdString(done.error().message));
        return;
    }
    if (wantsPicture() && whole) {
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer);
        const QSize size = reader.size();
        if (size.isValid() && qint64(size.width()) * size.height() <= mostPixels) {
            m_whole = QPixmap::fromImage(reader.read());
            if (!m_whole.isNull()) {
                m_picture->setAccessibleName(
                    tr("Picture of %1 × %2 pixels").arg(size.width()).arg(size.height()));
                m_stack->setCurrentWidget(m_picture);
                fitPicture();
                return;
            }
        }
    }
    if (bytes.left(mostText).contains('\0')) {
        m_line->setText(tr("This is not text, and no picture that can be shown."));
        m_stack->setCurrentWidget(m_line);
        return;
    }
    m_text->setPlainText(QString::fromUtf8(bytes.left(mostText)));
    if (!whole)
        m_text->appendPlainText(tr("… only the first %1 are shown").arg(models::Text::size(mostText)));
    m_text->moveCursor(QTextCursor::Start);
    m_stack->setCurrentWidget(m_text);
}

void FilePreview::fitPicture()
{
    if (m_whole.isNull())
        return;
    const QSize room = m_stack->size() * devicePixelRatio();
    QPixmap shown = m_whole;
    if (m_whole.width() > room.width() || m_whole.height() > room.height())
        shown = m_whole.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    shown.setDevicePixelRatio(devicePixelRatio());
    m_picture->setPixmap(shown);
}

void FilePreview::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (showsPicture())
        fitPicture();
}

} // namespace quayside::ui
