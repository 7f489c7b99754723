#include "ui/images/fileviewer.h"

#include "models/common/text.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"

#include <QAction>
#include <QApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

namespace
{
constexpr qsizetype mostMatches = 10'000; // marked at once
}

FileViewer::FileViewer(models::EngineSession *session, const models::ImageFile &file, QWidget *parent)
    : QDialog(parent), m_session(session), m_file(file), m_bytes(most), m_notice(new Notice(this)),
      m_text(new QPlainTextEdit(this)), m_find(new QLineEdit(this)), m_count(new QLabel(this))
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
    makeFindLine(layout);
    layout->addWidget(m_notice);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &FileViewer::saveWanted);
    fetch();
}

void FileViewer::makeFindLine(QVBoxLayout *layout)
{
    m_find->setObjectName(QStringLiteral("find"));
    m_find->setPlaceholderText(tr("Find in this file…"));
    m_find->setAccessibleName(tr("Find in this file"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(icon(Symbol::Search), QLineEdit::LeadingPosition);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto *row = new QHBoxLayout;
    row->addWidget(m_find, 1);
    row->addWidget(m_count);
    const auto step = [&](Symbol symbol, const QString &text, QKeySequence::StandardKey key, qsizetype by) {
        auto *action = new QAction(icon(symbol), text, this);
        action->setShortcut(key);
        auto *button = new QToolButton(this);
        button->setAutoRaise(true);
        button->setDefaultAction(action);
        row->addWidget(button);
        connect(action, &QAction::triggered, this, [this, by] { goTo(m_current + by); });
    };
    step(Symbol::Up, tr("Previous match"), QKeySequence::FindPrevious, -1);
    step(Symbol::Down, tr("Next match"), QKeySequence::FindNext, 1);
    layout->addLayout(row);
    auto *find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        m_find->setFocus();
        m_find->selectAll();
    });
    connect(m_find, &QLineEdit::textChanged, this, &FileViewer::findAll);
    connect(m_find, &QLineEdit::returnPressed, this, [this] {
        goTo(m_current + (QApplication::keyboardModifiers().testFlag(Qt::ShiftModifier) ? -1 : 1));
    });
}

QString FileViewer::found() const
{
    return m_count->text();
}

// Marks every match; the first after the cursor is gone to.
void FileViewer::findAll()
{
    m_matches.clear();
    m_current = -1;
    QList<QTextEdit::ExtraSelection> marks;
    if (!m_find->text().isEmpty()) {
        QTextCharFormat format;
        format.setBackground(palette().color(QPalette::Highlight).lighter(170));
        format.setForeground(Qt::black);
        QTextCursor match(m_text->document());
        while (m_matches.size() < mostMatches &&
               !(match = m_text->document()->find(m_find->text(), match)).isNull()) {
            m_matches.append(match);
            marks.append({match, format});
        }
    }
    m_text->setExtraSelections(marks);
    const int from = m_text->textCursor().selectionStart();
    const auto next = std::ranges::find_if(
        m_matches, [from](const QTextCursor &match) { return match.selectionStart() >= from; });
    goTo(next - m_matches.begin());
}

void FileViewer::goTo(qsizetype match)
{
    if (m_matches.isEmpty()) {
        m_count->setText(m_find->text().isEmpty() ? QString() : tr("not found"));
        return;
    }
    m_current = (match + m_matches.size()) % m_matches.size(); // round and round
    m_text->setTextCursor(m_matches[m_current]);
    m_text->ensureCursorVisible();
    const QString all = QLocale().toString(m_matches.size());
    m_count->setText(
        tr("%1 of %2")
            .arg(QLocale().toString(m_current + 1), m_matches.size() < mostMatches ? all : all + u'+'));
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
    findAll();
    if (m_bytes.isOverfull())
        m_notice->show(Notice::Kind::Info, tr("Only the first %1 are shown.").arg(models::Text::size(most)));
    else if (bytes.isEmpty())
        m_notice->show(Notice::Kind::Info, tr("The file is empty."));
}

} // namespace quayside::ui
