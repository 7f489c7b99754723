#include "ui/images/comparedialog.h"

#include "models/client/imagecontents.h"
#include "ui/common/icons.h"
#include "ui/common/notice.h"
#include "ui/common/placeholder.h"
#include "ui/images/contentview.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::ContentTree;

CompareDialog::CompareDialog(models::EngineSession *session, const QString &from, const QString &to,
                             QWidget *parent)
    : QDialog(parent), m_session(session), m_tree(ContentTree::Of::Comparison), m_from(new QComboBox(this)),
      m_to(new QComboBox(this)), m_notice(new Notice(this)), m_stack(new QStackedWidget(this)),
      m_view(new ContentView(&m_tree, QStringLiteral("image-comparison"), this)),
      m_placeholder(new Placeholder(Symbol::Compare, this))
{
    setWindowTitle(tr("Compare images"));
    resize(760, 560);
    makeView();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(makeHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeLegend());
    layout->addWidget(buttons);
    fillChoices();
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    choose(from, to);
    for (QComboBox *box : {m_from, m_to})
        connect(box, &QComboBox::currentIndexChanged, this, &CompareDialog::compare);
}

QLayout *CompareDialog::makeHead()
{
    for (QComboBox *box : {m_from, m_to}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(20);
    }
    m_from->setObjectName(QStringLiteral("from"));
    m_to->setObjectName(QStringLiteral("to"));
    auto *choices = new QFormLayout;
    choices->addRow(tr("&From"), m_from);
    choices->addRow(tr("&To"), m_to);
    auto *swapButton = new QToolButton(this);
    swapButton->setIcon(icon(Symbol::Compare));
    swapButton->setToolTip(tr("Exchange the two"));
    swapButton->setAccessibleName(swapButton->toolTip());
    auto *head = new QHBoxLayout;
    head->addLayout(choices, 1);
    head->addWidget(swapButton);
    connect(swapButton, &QToolButton::clicked, this, &CompareDialog::swap);
    return head;
}

void CompareDialog::makeView()
{
    m_view->setAccessibleName(tr("What differs"));
    m_view->setFrameShape(QFrame::StyledPanel);
    m_view->setUpColumns({{ContentTree::ChangeColumn, 124},
                          {ContentTree::SizeColumn, 100},
                          {ContentTree::OtherSizeColumn, 100}},
                         ContentTree::NameColumn);
    QHeaderView *header = m_view->header(); // the sizes side by side
    header->moveSection(header->visualIndex(ContentTree::OtherSizeColumn),
                        header->visualIndex(ContentTree::SizeColumn) + 1);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_placeholder);
    connect(m_view, &Table::rowOpened, this, [this](const QModelIndex &index) {
        const QModelIndex name = index.siblingAtColumn(0);
        m_view->setExpanded(name, !m_view->isExpanded(name));
    });
    connect(&m_tree, &ContentTree::folderCame, this, &CompareDialog::onFolderCame);
    connect(&m_tree, &ContentTree::failed, this, [this](const QString &sentence) {
        m_notice->show(Notice::Kind::Error, tr("They cannot be compared: %1").arg(sentence), tr("Try again"),
                       [this] { m_tree.retry(); });
    });
}

QWidget *CompareDialog::makeLegend()
{
    auto *legend = new QLabel(tr("added: only in the second. removed: only in the first. changed: in both, "
                                 "and different."),
                              this);
    legend->setWordWrap(true);
    legend->setForegroundRole(QPalette::PlaceholderText);
    return legend;
}

void CompareDialog::fillChoices()
{
    for (const models::ImageRow &row : m_session->images()->rows()) {
        for (QComboBox *box : {m_from, m_to})
            box->addItem(row.shownName(), row.id);
    }
    for (QComboBox *box : {m_from, m_to})
        box->model()->sort(0);
}

// Where the second is not said, it is the first that is another image.
void CompareDialog::choose(const QString &from, const QString &to)
{
    {
        const QSignalBlocker blockFrom(m_from), blockTo(m_to);
        m_from->setCurrentIndex(std::max(0, m_from->findData(from)));
        int second = to.isEmpty() ? -1 : m_to->findData(to);
        for (int i = 0; i < m_to->count() && second < 0; ++i) {
            if (m_to->itemData(i) != m_from->currentData())
                second = i;
        }
        m_to->setCurrentIndex(std::max(0, second));
    }
    compare();
}

void CompareDialog::swap()
{
    choose(m_to->currentData().toString(), m_from->currentData().toString());
}

bool CompareDialog::isPlaceholderShown() const
{
    return m_stack->currentWidget() == m_placeholder;
}

void CompareDialog::compare()
{
    m_notice->dismiss();
    m_stack->setCurrentWidget(m_view);
    const QString from = m_from->currentData().toString(), to = m_to->currentData().toString();
    if (from == to) {
        m_tree.clear();
        m_placeholder->setText(tr("The same image"), tr("Choose two that are different."));
        m_stack->setCurrentWidget(m_placeholder);
        return;
    }
    m_tree.setSource([client = m_session->client(), from = from.toStdString(), to = to.toStdString()](
                         const std::string &path, QObject *context, client::Done<api::ImageFolder> done) {
        return client::compareImages(*client, from, to, path, context, std::move(done));
    });
}

void CompareDialog::onFolderCame(const QString &path)
{
    m_notice->dismiss();
    if (path != u"/" || !m_tree.isEmpty())
        return;
    m_placeholder->setText(tr("No difference"), tr("Both images hold the same files."));
    m_stack->setCurrentWidget(m_placeholder);
}

} // namespace quayside::ui
