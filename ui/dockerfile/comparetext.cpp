#include "ui/dockerfile/comparetext.h"

#include "models/dockerfile/files/linediff.h"
#include "ui/dockerfile/editor/codeeditor.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QVBoxLayout>

namespace quayside::ui
{

CompareText::CompareText(const QString &name, const QString &theirs, const QString &mine, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("What differs in %1").arg(name));
    resize(720, 520);
    auto *text = new CodeEditor(this);
    text->setFileName(QStringLiteral("changes.diff"));
    text->setFirstText(models::LineDiff::unified(theirs, mine));
    text->setReadOnly(true);
    text->setAccessibleName(windowTitle());
    auto *legend = new QLabel(tr("“-”: only on the disk; “+”: only here."), this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(legend);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
}

} // namespace quayside::ui
