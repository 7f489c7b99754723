#include "ui/dockerfile/filepane.h"

#include "models/dockerfile/files/filekind.h"
#include "models/dockerfile/files/formatting.h"
#include "ui/common/notice.h"
#include "ui/dockerfile/assistant/assistant.h"
#include "ui/dockerfile/comparetext.h"
#include "ui/dockerfile/editor/codeeditor.h"
#include "ui/dockerfile/editor/findbar.h"
#include "ui/dockerfile/editor/textedits.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace quayside::ui
{

using models::EditedFile;

FilePane::FilePane(QWidget *parent)
    : QWidget(parent), m_notice(new Notice(this)), m_diskBar(new Notice(this)),
      m_editor(new CodeEditor(this)), m_findBar(new FindBar(m_editor, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_diskBar);
    layout->addWidget(m_notice);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_findBar);
    setFocusProxy(m_editor);
    useDraft(std::make_unique<models::Draft>(models::Draft::ownFolder()));
    connect(m_editor, &QPlainTextEdit::textChanged, this, &FilePane::onTextChanged);
    connect(&m_file, &EditedFile::stateChanged, this, &FilePane::onStateChanged);
    connect(&m_file, &EditedFile::textReplaced, this, &FilePane::onTextReplaced);
}

FilePane::~FilePane()
{
    m_file.disconnect(this);
    m_editor->disconnect(this);
    delete m_assistant; // before the text that it is about
}

Result<> FilePane::open(const QString &path)
{
    m_loading = true;
    const Result<> opened = m_file.open(path);
    if (opened) {
        m_editor->setFirstText(m_file.text());
        m_revision = m_editor->document()->revision();
    }
    m_loading = false;
    CHECK(opened);
    onStateChanged();
    const QString word = !m_file.readOnly().isEmpty() ? m_file.readOnly() : m_file.remark();
    if (!word.isEmpty())
        m_notice->show(Notice::Kind::Warning, word);
    return {};
}

void FilePane::startNew(const QString &name, const QString &text)
{
    m_loading = true;
    m_file.startNew(name, text);
    m_editor->setFirstText(text);
    m_revision = m_editor->document()->revision();
    m_loading = false;
    onStateChanged();
}

void FilePane::recover(models::Draft::Found found)
{
    const models::DraftText &kept = found.text;
    useDraft(std::move(found.draft));
    m_loading = true;
    m_file.recover(kept.path, kept.name, kept.text, kept.form, kept.baseHash);
    m_editor->setFirstText(kept.text);
    m_revision = m_editor->document()->revision();
    m_loading = false;
    onStateChanged();
    QTextCursor cursor(m_editor->document());
    cursor.setPosition(std::clamp(kept.cursor, 0, m_editor->document()->characterCount() - 1));
    m_editor->setTextCursor(cursor);
    if (!m_file.isModified())
        return;
    m_notice->show(Notice::Kind::Info, tr("Recovered: what you have typed here is not saved yet."),
                   QList<Notice::Choice>{{tr("Save"), [this] { save(); }}, {tr("Discard it"), [this] {
                                                                                if (m_file.path().isEmpty() ||
                                                                                    !m_file.takeTheirs())
                                                                                    emit emptied();
                                                                            }}});
}

void FilePane::useDraft(std::unique_ptr<models::Draft> draft)
{
    m_draft = std::move(draft);
    connect(m_draft.get(), &models::Draft::failed, this,
            [this](const QString &sentence) { m_notice->show(Notice::Kind::Warning, sentence); });
}

// ---- the text

// All that has the text has it before the next key: edits that others make are against this one.
void FilePane::onTextChanged()
{
    const int revision = m_editor->document()->revision();
    if (m_loading || revision == m_revision)
        return;
    m_revision = revision;
    const QString text = m_editor->text();
    m_file.setText(text);
    if (m_document != nullptr)
        m_document->setText(text.toStdString());
    keepDraft();
}

void FilePane::onTextReplaced()
{
    m_editor->replaceText(m_file.text());
    keepDraft();
}

void FilePane::keepDraft()
{
    if (m_file.isModified())
        m_draft->keep({.path = m_file.path(),
                       .name = m_file.name(),
                       .text = m_file.text(),
                       .form = m_file.form(),
                       .baseHash = m_file.baseHash(),
                       .cursor = m_editor->textCursor().position()});
    else
        m_draft->remove();
}

void FilePane::discard()
{
    m_draft->remove();
    m_draft->flush();
    m_loading = true; // nothing is typed any more
}

// ---- the file

void FilePane::onStateChanged()
{
    if (m_loading)
        return;
    m_editor->setReadOnly(!m_file.readOnly().isEmpty());
    m_editor->setTextInteractionFlags(m_editor->isReadOnly()
                                          ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                          : Qt::TextEditorInteraction);
    m_editor->setFileName(m_file.name());
    m_editor->setAccessibleName(tr("Text of %1").arg(m_file.name()));
    refreshKind();
    refreshDisk();
    keepDraft();
    emit stateChanged();
}

void FilePane::refreshKind()
{
    const bool wanted = models::fileKindOf(m_file.name()) == models::FileKind::Dockerfile;
    if (wanted == (m_document != nullptr))
        return;
    if (wanted) {
        m_document = new models::DockerfileDocument(this);
        m_document->setText(m_file.text().toStdString());
        m_document->setEditor(m_editor, [this](const std::vector<dockerfile::Edit> &edits, const QString &) {
            if (!m_editor->isReadOnly())
                applyEdits(m_editor, edits);
        });
        setSources(nullptr);
    } else {
        delete std::exchange(m_assistant, nullptr);
        std::exchange(m_document, nullptr)->deleteLater(); // its views go when they hear of it, below
    }
    emit documentChanged();
}

void FilePane::setSources(models::language::CompletionSources *sources)
{
    if (m_document == nullptr)
        return;
    m_sources = sources;
    delete std::exchange(m_assistant, nullptr); // it has the sources that were
    m_assistant = new Assistant(m_editor, m_document, sources, m_document);
    if (sources != nullptr)
        connect(sources, &QObject::destroyed, this, [this] { setSources(nullptr); });
}

void FilePane::refreshDisk()
{
    if (m_file.disk() == m_shownDisk)
        return;
    m_shownDisk = m_file.disk();
    if (m_shownDisk == EditedFile::Disk::AsKnown) {
        m_diskBar->dismiss();
    } else if (m_shownDisk == EditedFile::Disk::Removed) {
        m_diskBar->show(
            Notice::Kind::Warning,
            tr("%1 is no longer on the disk. What you see is kept here; save it to have it there again.")
                .arg(m_file.name()),
            tr("Save"), [this] { save(); });
    } else {
        m_diskBar->show(
            Notice::Kind::Warning,
            tr("%1 was changed by another program, and you have changed it here.").arg(m_file.name()),
            QList<Notice::Choice>{{tr("Keep mine"), [this] { m_file.keepMine(); }},
                                  {tr("Take theirs"), [this] { (void)m_file.takeTheirs(); }},
                                  {tr("Compare…"), [this] { compare(); }, true}});
    }
}

void FilePane::compare()
{
    auto *dialog = new CompareText(m_file.name(), m_file.theirText(), m_file.text(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool FilePane::save()
{
    if (m_file.path().isEmpty())
        return false;
    const Result<> saved = m_file.save();
    if (saved)
        m_notice->dismiss();
    else
        m_notice->show(Notice::Kind::Error, QString::fromStdString(saved.error().message) + u'.');
    return saved.has_value();
}

bool FilePane::saveAs(const QString &path)
{
    const Result<> saved = m_file.saveAs(path);
    if (saved)
        m_notice->dismiss();
    else
        m_notice->show(Notice::Kind::Error, QString::fromStdString(saved.error().message) + u'.');
    return saved.has_value();
}

void FilePane::format()
{
    if (m_document == nullptr || m_editor->isReadOnly())
        return;
    const auto edits = models::formatEdits(*m_document->snapshot());
    if (!edits)
        m_notice->show(Notice::Kind::Warning, edits.error());
    else
        m_document->apply(*edits, tr("Format"));
}

// What came while it was not in front is told by the disk, too: its watcher may have missed it.
void FilePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Not from within the change of tabs that shows it.
    QMetaObject::invokeMethod(&m_file, &EditedFile::checkDisk, Qt::QueuedConnection);
}

} // namespace quayside::ui
