#include "ui/containers/runpreview.h"

#include "models/containers/runline.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>

namespace quayside::ui
{

namespace
{

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QToolButton *makePreviewButton(Symbol symbol, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(symbol));
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

RunPreview::RunPreview(QWidget *parent)
    : QWidget(parent), m_line(new QPlainTextEdit(this)), m_reach(new QLabel(this)),
      m_warnings(new QLabel(this))
{
    m_line->setObjectName(QStringLiteral("runLine"));
    m_line->setReadOnly(true);
    m_line->setFont(fixedFont());
    m_line->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_line->setMaximumHeight(150);
    m_line->setAccessibleName(tr("The same as a docker run line"));
    m_line->setTabChangesFocus(true);
    m_reach->setWordWrap(true);
    m_warnings->setObjectName(QStringLiteral("warnings"));
    m_warnings->setWordWrap(true);
    auto *paste =
        makePreviewButton(Symbol::Import, tr("Fill the form from a docker run line in the clipboard"), this);
    auto *copy = makePreviewButton(Symbol::Copy, tr("Copy the docker run line"), this);
    connect(paste, &QToolButton::clicked, this,
            [this] { emit lineWanted(QApplication::clipboard()->text()); });
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(runLine()); });
    auto *head = new QHBoxLayout;
    head->addWidget(makeHeading(tr("The same as a command"), this), 1);
    head->addWidget(paste);
    head->addWidget(copy);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 0, 0, 0);
    layout->addLayout(head);
    layout->addWidget(m_line);
    layout->addWidget(m_reach);
    layout->addWidget(m_warnings);
    layout->addStretch(1);
}

QString RunPreview::runLine() const
{
    return m_line->toPlainText();
}

void RunPreview::showOptions(const models::RunOptions &options)
{
    m_line->setPlainText(toRunLine(options));
    QStringList reach;
    for (const models::PortMapping &port : options.ports) {
        if (port.protocol == u"tcp" && !port.hostPort.isEmpty())
            reach.append(tr("Port %1 answers at http://%2:%3")
                             .arg(port.containerPort,
                                  port.hostAddress.isEmpty() ? QStringLiteral("127.0.0.1") : port.hostAddress,
                                  port.hostPort));
    }
    m_reach->setText(reach.join(u'\n'));
    m_reach->setVisible(!reach.isEmpty());
    QString warnings;
    for (const QString &warning : isolationWarnings(options))
        warnings += QStringLiteral("<p style=\"margin:0 0 6px 0\">%1&nbsp;%2</p>")
                        .arg(QChar(0x26a0))
                        .arg(warning.toHtmlEscaped());
    m_warnings->setText(warnings);
    m_warnings->setVisible(!warnings.isEmpty());
}

} // namespace quayside::ui
