#include "ui/common/factsheet.h"

#include "ui/common/appearance.h"
#include "ui/common/elidedlabel.h"
#include "ui/common/linklabel.h"

#include <QFormLayout>
#include <QLabel>
#include <QScrollBar>
#include <QTextEdit>
#include <QVBoxLayout>
#include <QWheelEvent>

namespace quayside::ui
{

namespace
{

// A label breaks only at blanks; paths and digests have none.
class FactValue : public QTextEdit
{
public:
    FactValue(const QString &value, bool fixed, QWidget *parent) : QTextEdit(parent)
    {
        if (fixed)
            setFont(fixedFont());
        setReadOnly(true);
        setPlainText(value);
        setFrameShape(QFrame::NoFrame);
        setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        setTabChangesFocus(true);
        document()->setDocumentMargin(0);
        viewport()->setAutoFillBackground(false);
        setFixedHeight(QFontMetrics(font()).lineSpacing() + 1);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QTextEdit::resizeEvent(event);
        setFixedHeight(int(document()->size().height()) + 1);
    }
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // the sheet scrolls
};

} // namespace

FactSheet::FactSheet(QWidget *parent) : QScrollArea(parent)
{
    setAccessibleName(tr("Facts"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    clear();
}

void FactSheet::clear()
{
    const int scrolled = verticalScrollBar()->value();
    auto *page = new QWidget;
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    m_layout = new QVBoxLayout(page);
    m_layout->setContentsMargins(14, 12, 14, 12);
    m_layout->setSpacing(6);
    m_section = nullptr;
    m_names.clear();
    setWidget(page);
    QMetaObject::invokeMethod(
        this, [this, scrolled] { verticalScrollBar()->setValue(scrolled); }, Qt::QueuedConnection);
}

void FactSheet::addSection(const QString &title)
{
    auto *label = new QLabel(title, widget());
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    if (m_layout->count() > 0)
        m_layout->addSpacing(8);
    m_layout->addWidget(label);
    m_section = new QFormLayout;
    m_section->setContentsMargins(0, 0, 0, 0);
    m_section->setHorizontalSpacing(14);
    m_section->setVerticalSpacing(4);
    m_section->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_section->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_section->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_layout->addLayout(m_section);
}

void FactSheet::addFact(const QString &name, const QString &value, bool fixed)
{
    if (value.isEmpty() || m_section == nullptr)
        return;
    auto *valueLabel = new FactValue(value, fixed, widget());
    valueLabel->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    addRow(name, valueLabel);
}

void FactSheet::addRow(const QString &name, QWidget *value)
{
    auto *label = new ElidedLabel(widget());
    label->setText(name);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // of the width that fitNames() gives it
    m_names.append(label);
    m_section->addRow(label, value);
}

// One column of names in all sections, as wide as the widest, and never so wide that the values lack room.
void FactSheet::fitNames()
{
    constexpr int least = 84;
    int wanted = least;
    for (const QLabel *name : std::as_const(m_names))
        wanted = std::max(wanted, name->sizeHint().width());
    const int width = std::min(wanted, std::max(least, viewport()->width() / 3));
    for (QLabel *name : std::as_const(m_names))
        name->setFixedWidth(width);
}

void FactSheet::resizeEvent(QResizeEvent *event)
{
    fitNames();
    QScrollArea::resizeEvent(event);
}

void FactSheet::addLink(const QString &name, const QString &url)
{
    if (m_section == nullptr)
        return;
    auto *link = new LinkLabel(QStringLiteral("<a href=\"%1\">%1</a>").arg(url.toHtmlEscaped()), widget());
    link->setTextInteractionFlags(Qt::TextBrowserInteraction);
    link->setOpenExternalLinks(true);
    link->setToolTip(tr("Open in the browser"));
    link->setAccessibleName(QStringLiteral("%1: %2").arg(name, url));
    link->setSizePolicy(QSizePolicy::Ignored,
                        QSizePolicy::Preferred); // its length is no reason to cut the page
    addRow(name, link);
}

void FactSheet::addJump(const QString &name, const QString &value, std::function<void()> go)
{
    if (m_section == nullptr)
        return;
    auto *link = new LinkLabel(QStringLiteral("<a href=\"#\">%1</a>").arg(value.toHtmlEscaped()), widget());
    link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    link->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    link->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    connect(link, &QLabel::linkActivated, this, [go = std::move(go)] { go(); });
    addRow(name, link);
}

void FactSheet::addNote(const QString &sentence)
{
    auto *label = new QLabel(sentence, widget());
    label->setWordWrap(true);
    label->setForegroundRole(QPalette::PlaceholderText);
    m_layout->addWidget(label);
}

void FactSheet::finish()
{
    m_layout->addStretch(1);
    fitNames();
}

} // namespace quayside::ui
