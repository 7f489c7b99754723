#include "ui/system/diskview.h"

#include "models/common/text.h"
#include "ui/common/appearance.h"
#include "ui/common/icons.h"
#include "ui/system/diskbar.h"
#include "ui/system/diskobjects.h"
#include "ui/system/tidyup.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::Text;

namespace
{
constexpr std::array<Tone, DiskView::PartCount> tones = {Tone::Accent, Tone::Good, Tone::Busy, Tone::Bad};
}

DiskView::DiskView(models::EngineSession *session, QWidget *parent)
    : QWidget(parent), m_session(session), m_total(new QLabel(this)), m_note(new QLabel(this)),
      m_bar(new DiskBar(this)), m_again(new QPushButton(icon(Symbol::Refresh), tr("Measure a&gain"), this)),
      m_tidyAll(new QPushButton(icon(Symbol::Remove), tr("&Tidy up all…"), this)),
      m_objects(new DiskObjects(this))
{
    m_total->setFont(headingFont(font()));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->addWidget(m_total, 1);
    head->addWidget(m_tidyAll);
    head->addWidget(m_again);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    makeRows(grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_bar);
    layout->addLayout(grid);
    layout->addWidget(m_objects, 1);
    layout->addWidget(m_note);
    connect(m_objects, &DiskObjects::objectWanted, this, &DiskView::objectWanted);
    connect(m_tidyAll, &QPushButton::clicked, this, &DiskView::tidyUpAll);
    connect(m_again, &QPushButton::clicked, this, &DiskView::measure);
    connect(session, &models::EngineSession::engineSwitched, this, [this] {
        m_known = false;
        m_usage = {};
        fill();
    });
    fill();
}

void DiskView::makeRows(QGridLayout *grid)
{
    for (int part = 0; part < PartCount; ++part) {
        Row &row = m_rows[std::size_t(part)];
        row = {new QLabel(this), new QLabel(this), new QLabel(this), new QLabel(this), new QPushButton(this)};
        row.bytes->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.unused->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        row.tidy->setText(tr("Tidy up…"));
        int column = 0;
        for (QWidget *widget :
             std::initializer_list<QWidget *>{row.swatch, row.name, row.bytes, row.unused, row.tidy})
            grid->addWidget(widget, part, column++);
        connect(row.tidy, &QPushButton::clicked, this, [this, part] { emit tidyWanted(Part(part)); });
    }
    // Its cache goes with what it is made of: docker builder prune, or the limits that the engine keeps to.
    m_rows[BuildCache].tidy->hide();
}

void DiskView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_known)
        measure();
}

void DiskView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

void DiskView::measure()
{
    m_call.cancel();
    m_again->setEnabled(false);
    m_note->setText(tr("Measuring: the engine looks at every file that containers and volumes hold…"));
    m_call = client::diskUsage(*m_session->client(), this, [this](const Result<client::DiskUsage> &usage) {
        m_again->setEnabled(true);
        if (!usage) {
            m_note->setText(tr("The engine cannot say what lies on the disk: %1")
                                .arg(QString::fromStdString(usage.error().message)));
            return;
        }
        m_usage = *usage;
        m_known = true;
        fill();
    });
}

TidyUp *DiskView::tidyUpAll()
{
    auto *tidy = new TidyUp(m_session, window());
    m_tidyAll->setEnabled(false);
    connect(tidy, &QObject::destroyed, m_tidyAll, [this] { m_tidyAll->setEnabled(true); });
    connect(tidy, &TidyUp::failed, this, [this](const QString &sentence) {
        m_note->setText(tr("The engine cannot say what lies on the disk: %1").arg(sentence));
    });
    connect(tidy, &TidyUp::begun, this, [this](const models::Operation *operation) {
        connect(operation, &models::Operation::finished, this, &DiskView::measure);
    });
    return tidy;
}

void DiskView::fill()
{
    const client::DiskUsage &usage = m_usage;
    const std::array<QString, PartCount> names = {
        tr("%n image(s)", nullptr, int(usage.imageCount)),
        tr("%n container(s)", nullptr, int(usage.containerCount)),
        tr("%n volume(s)", nullptr, int(usage.volumeCount)),
        tr("Cache of builds, %n step(s)", nullptr, int(usage.cacheCount))};
    const std::array<std::int64_t, PartCount> bytes = {usage.images, usage.containers, usage.volumes,
                                                       usage.buildCache};
    const std::array<std::int64_t, PartCount> unused = {usage.unusedImages, usage.stoppedContainers,
                                                        usage.unusedVolumes, usage.buildCache};
    QList<DiskBar::Part> parts;
    for (std::size_t part = 0; part < PartCount; ++part) {
        const Row &row = m_rows[part];
        row.swatch->setPixmap(DiskBar::swatch(tones[part], devicePixelRatioF()));
        row.name->setText(names[part]);
        row.bytes->setText(m_known ? Text::size(bytes[part]) : QString());
        row.unused->setText(m_known && unused[part] > 0 ? tr("not in use: %1").arg(Text::size(unused[part]))
                                                        : QString());
        QPalette quiet = row.unused->palette();
        quiet.setColor(QPalette::WindowText, quietTextColor(palette()));
        row.unused->setPalette(quiet);
        row.tidy->setEnabled(unused[part] > 0 || (part == Containers && usage.containerCount > 0));
        row.tidy->setAccessibleName(tr("Tidy up: %1").arg(names[part]));
        parts.append({names[part], bytes[part], tones[part]});
    }
    m_bar->setParts(parts);
    m_objects->setObjects(usage.objects);
    m_tidyAll->setEnabled(m_known);
    m_total->setText(m_known ? tr("%1 on the disk").arg(Text::size(usage.total())) : tr("On the disk"));
    if (m_known)
        m_note->setText(tr("Layers that several images have, or that an image and the cache of builds have, "
                           "count once, as a part of images. What tidying up frees is said exactly before "
                           "anything goes."));
}

} // namespace quayside::ui
