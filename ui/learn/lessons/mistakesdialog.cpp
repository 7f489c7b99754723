#include "ui/learn/lessons/mistakesdialog.h"

#include "ui/common/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace quayside::ui
{

MistakesDialog::MistakesDialog(models::Shelf *shelf, QWidget *parent)
    : QDialog(parent), m_shelf(shelf), m_words(new QLabel(this)), m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("Check of a folder with lessons"));
    resize(760, 380);
    m_words->setWordWrap(true);
    m_list->setHeaderLabels({tr("File"), tr("Line"), tr("What is wrong, and what to do")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Mistakes"));
    m_list->setWordWrap(true);
    m_list->header()->setStretchLastSection(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copyButton = buttons->addButton(tr("C&opy all"), QDialogButtonBox::ActionRole);
    copyButton->setIcon(icon(Symbol::Copy));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copyButton, &QPushButton::clicked, this, &MistakesDialog::copy);
    connect(shelf, &models::Shelf::changed, this, &MistakesDialog::fill);
    fill();
}

void MistakesDialog::fill()
{
    const QList<models::LessonMistake> &mistakes = m_shelf->mistakes();
    m_words->setText(
        mistakes.isEmpty()
            ? tr("No mistakes in the %n lesson(s) of %1.", nullptr, m_shelf->folderFiles())
                  .arg(m_shelf->folder())
            : tr("%n mistake(s) in the lessons of %1. A lesson with mistakes is not in the list. Save the "
                 "mended file: it is read again at once.",
                 nullptr, int(mistakes.size()))
                  .arg(m_shelf->folder()));
    m_list->clear();
    for (const models::LessonMistake &mistake : mistakes) {
        auto *item = new QTreeWidgetItem(
            m_list,
            {mistake.file, mistake.line > 0 ? QString::number(mistake.line) : QString(), mistake.sentence});
        item->setToolTip(2, mistake.sentence);
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(1);
}

void MistakesDialog::copy() const
{
    QStringList lines;
    for (const models::LessonMistake &mistake : m_shelf->mistakes())
        lines.append(QStringLiteral("%1:%2: %3").arg(mistake.file).arg(mistake.line).arg(mistake.sentence));
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace quayside::ui
