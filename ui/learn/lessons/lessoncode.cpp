#include "ui/learn/lessons/lessoncode.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace quayside::ui
{

LessonCode::LessonCode(const models::LessonPart &part, QWidget *parent) : QFrame(parent)
{
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 4, 4, 4);
    layout->setSpacing(0);
    if (part.canBeTyped) {
        for (const QString &line : part.lines)
            addLine(line, !line.trimmed().isEmpty() && !line.startsWith(u'#'));
    } else {
        addLine(part.lines.join(u'\n'), false);
    }
    setTerminalThere(false);
    refreshFonts();
}

void LessonCode::addLine(const QString &line, bool canBeTyped)
{
    auto *label = new QLabel(line);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(line);
    auto *row = new QHBoxLayout;
    row->addWidget(label, 1);
    m_labels.append(label);
    if (canBeTyped) {
        auto *button = new QToolButton;
        button->setIcon(icon(Symbol::Terminal));
        button->setText(tr("Type it"));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setToolTip(tr("Put this line into the terminal. Press Return there to run it"));
        button->setAccessibleName(tr("Type it: %1").arg(line));
        connect(button, &QToolButton::clicked, this, [this, line] { emit lineWanted(line); });
        row->addWidget(button, 0, Qt::AlignTop);
        m_buttons.append(button);
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
}

void LessonCode::setTerminalThere(bool there)
{
    for (QToolButton *button : std::as_const(m_buttons))
        button->setEnabled(there);
}

// The lines have the fixed font in the size of the words around them.
void LessonCode::refreshFonts()
{
    m_refreshing = true;
    QFont fixed = fixedFont();
    fixed.setPointSizeF(font().pointSizeF());
    for (QLabel *label : std::as_const(m_labels))
        label->setFont(fixed);
    m_refreshing = false;
}

void LessonCode::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange && !m_refreshing)
        refreshFonts();
}

} // namespace quayside::ui
