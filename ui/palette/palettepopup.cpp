#include "ui/palette/palettepopup.h"

#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/palette/palettedelegate.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace quayside::ui
{

namespace
{
constexpr int mostWidth = 640, mostHeight = 440, gap = 48;
const QString recentKey = QStringLiteral("palette/recent");
} // namespace

PalettePopup::PalettePopup(QWidget *window)
    : QFrame(window, Qt::Popup), m_line(new QLineEdit(this)), m_list(new QListView(this)),
      m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("palette"));
    setAccessibleName(tr("Search or type a command"));
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    m_line->setPlaceholderText(tr("Search or type a command…"));
    m_line->setAccessibleName(tr("Search or type a command"));
    m_line->setClearButtonEnabled(true);
    m_line->addAction(icon(Symbol::Search), QLineEdit::LeadingPosition);
    m_line->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setAccessibleName(tr("What was found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus); // the keys for it go through the line
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_line);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing, 1);
    m_model.setRecent(QSettings().value(recentKey).toStringList());
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString &text) { m_model.setQuery(text); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, &PalettePopup::onFound);
    connect(m_line, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentIndex()); });
    connect(m_list, &QListView::clicked, this, &PalettePopup::choose);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
}

void PalettePopup::popUp(QList<models::SearchEntry> entries)
{
    m_line->clear();
    m_model.setQuery({});
    m_model.setEntries(std::move(entries));
    const QWidget *window = parentWidget();
    resize(std::min(mostWidth, window->width() - gap), std::min(mostHeight, window->height() - 2 * gap));
    move(window->mapToGlobal(QPoint((window->width() - width()) / 2, gap)));
    show();
    m_line->setFocus(Qt::PopupFocusReason);
}

// The best one is chosen, whatever was before.
void PalettePopup::onFound()
{
    const bool any = m_model.rowCount() > 0;
    m_list->setVisible(any);
    m_nothing->setVisible(!any);
    m_nothing->setText(
        tr("Nothing here has “%1” in its name.\nTry a container, an image, a page, or what you want to do.")
            .arg(m_line->text().simplified().left(60)));
    QPalette palette = m_nothing->palette();
    palette.setColor(QPalette::WindowText, quietTextColor(palette));
    m_nothing->setPalette(palette);
    if (any) {
        m_list->setCurrentIndex(m_model.index(0));
        m_list->scrollToTop();
    }
}

// The popup is gone before what was chosen opens a dialog of its own.
void PalettePopup::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QPersistentModelIndex chosen(index);
    hide();
    QTimer::singleShot(0, this, [this, chosen] {
        m_model.choose(chosen);
        QSettings().setValue(recentKey, m_model.recent());
    });
}

void PalettePopup::moveBy(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int from = m_list->currentIndex().row();
    const int to =
        rows == 1 || rows == -1 ? (from + rows + count) % count : std::clamp(from + rows, 0, count - 1);
    m_list->setCurrentIndex(m_model.index(to));
}

bool PalettePopup::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const int page = std::max(m_list->viewport()->height() / std::max(m_list->sizeHintForRow(0), 1) - 1, 2);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up:
        moveBy(-1);
        return true;
    case Qt::Key_Down:
        moveBy(1);
        return true;
    case Qt::Key_PageUp:
        moveBy(-page);
        return true;
    case Qt::Key_PageDown:
        moveBy(page);
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

} // namespace quayside::ui
