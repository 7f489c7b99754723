#include "ui/learn/limitsrow.h"

#include "models/common/text.h"

#include <QDateTime>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace quayside::ui
{

namespace
{

constexpr std::int64_t mebi = 1024LL * 1024;
constexpr int perMille = 1000;

void setShare(QProgressBar *bar, double share, const QString &text)
{
    bar->setValue(std::clamp(int(std::lround(share * perMille)), 0, perMille));
    bar->setFormat(text);
    bar->setAccessibleDescription(text);
}

// Not while somebody types in it.
template <typename Box, typename Value>
void fill(Box *box, Value value)
{
    if (!box->hasFocus())
        box->setValue(value);
}

} // namespace

LimitsRow::LimitsRow(client::EngineClient *client, QWidget *parent)
    : QWidget(parent), m_client(client), m_memory(new QSpinBox(this)), m_cpus(new QDoubleSpinBox(this)),
      m_pids(new QSpinBox(this)), m_line(new QLabel(this))
{
    m_memory->setRange(0, 1 << 24);
    m_memory->setSingleStep(16);
    m_memory->setSuffix(tr(" MiB"));
    m_cpus->setRange(0, 1024);
    m_cpus->setSingleStep(0.1);
    m_cpus->setDecimals(2);
    m_pids->setRange(0, 4'194'304);
    m_pids->setSingleStep(10);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(2, 1);
    m_memoryBar = addRow(grid, tr("Memory"), m_memory, "cgroup/memory");
    m_cpuBar = addRow(grid, tr("Processors"), m_cpus, "cgroup/cpu");
    m_pidsBar = addRow(grid, tr("Processes"), m_pids, "cgroup/pids");
    m_line->setWordWrap(true);
    m_line->setMinimumWidth(1); // a long path in the kernel's answer does not widen the page
    m_line->hide();
    grid->addWidget(m_line, grid->rowCount(), 0, 1, 3);
    connect(m_memory, &QSpinBox::valueChanged, this, &LimitsRow::changeMemory);
    connect(m_cpus, &QDoubleSpinBox::valueChanged, this, [this](double cpus) {
        client::LimitsUpdate limits;
        limits.nanoCpus = std::int64_t(std::llround(cpus * 100)) * 10'000'000;
        send(limits);
    });
    connect(m_pids, &QSpinBox::valueChanged, this, [this](int pids) {
        client::LimitsUpdate limits;
        limits.pids = pids;
        send(limits);
    });
}

QProgressBar *LimitsRow::addRow(QGridLayout *grid, const QString &name, QWidget *box, const char *topic)
{
    const int row = grid->rowCount();
    auto *spin = qobject_cast<QAbstractSpinBox *>(box);
    spin->setSpecialValueText(tr("no limit"));
    spin->setKeyboardTracking(false); // one request for a number, not one for each digit
    spin->setAccessibleName(tr("%1, the limit").arg(name));
    spin->setToolTip(tr("Changes hold at once"));
    spin->setFocusPolicy(Qt::StrongFocus);
    spin->setObjectName(QLatin1StringView(topic));
    spin->installEventFilter(this);
    auto *bar = new QProgressBar(this);
    bar->setRange(0, perMille);
    bar->setMinimumWidth(60);
    bar->setAccessibleName(tr("%1, in use").arg(name));
    auto *label = new QLabel(name, this);
    label->setBuddy(box);
    grid->addWidget(label, row, 0);
    grid->addWidget(box, row, 1);
    grid->addWidget(bar, row, 2);
    return bar;
}

bool LimitsRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::Enter)
        emit explained(watched->objectName());
    // The wheel is for the page: who scrolls over a limit does not mean to change it.
    if (event->type() == QEvent::Wheel && !qobject_cast<QWidget *>(watched)->hasFocus()) {
        event->ignore();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void LimitsRow::showContainer(const QString &id)
{
    if (std::exchange(m_id, id) == id)
        return;
    m_call.cancel();
    m_line->hide();
    m_lastCpuNs = -1;
}

void LimitsRow::setRefusal(const QString &why)
{
    for (QAbstractSpinBox *box : std::initializer_list<QAbstractSpinBox *>{m_memory, m_cpus, m_pids}) {
        box->setReadOnly(!why.isEmpty()); // still reached by keys, and explained
        box->setToolTip(why.isEmpty() ? tr("Changes hold at once") : why);
    }
}

QString LimitsRow::problem() const
{
    return m_line->isHidden() ? QString() : m_line->text();
}

void LimitsRow::setCgroup(const api::XrayCgroup &cgroup)
{
    m_filling = true;
    const bool hasQuota = cgroup.cpuQuotaUs > 0 && cgroup.cpuPeriodUs > 0;
    const double quota = hasQuota ? double(cgroup.cpuQuotaUs) / double(cgroup.cpuPeriodUs) : 0;
    fill(m_memory, int(std::max<std::int64_t>(0, cgroup.memoryLimit) / mebi));
    fill(m_cpus, quota);
    fill(m_pids, int(std::clamp<std::int64_t>(cgroup.pidsLimit, 0, 4'194'304)));
    m_filling = false;
    const auto share = [](std::int64_t used, std::int64_t limit) {
        return limit > 0 ? double(used) / double(limit) : 0;
    };
    setShare(m_memoryBar, share(cgroup.memoryBytes, cgroup.memoryLimit),
             models::Text::size(cgroup.memoryBytes));
    setShare(m_pidsBar, share(cgroup.pids, cgroup.pidsLimit), QString::number(cgroup.pids));
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    if (m_lastCpuNs >= 0 && now > m_lastAt && cgroup.cpuNs >= m_lastCpuNs) {
        const double used = double(cgroup.cpuNs - m_lastCpuNs) / 1e6 / double(now - m_lastAt);
        setShare(m_cpuBar, used / (hasQuota ? quota : 1), tr("%1 of one").arg(used, 0, 'f', 2));
    } else {
        setShare(m_cpuBar, 0, QString());
    }
    m_lastCpuNs = cgroup.cpuNs;
    m_lastAt = now;
}

// Memory may not be more than memory and swap together: past the old limit both go.
void LimitsRow::changeMemory()
{
    if (m_filling || m_id.isEmpty())
        return;
    m_call.cancel();
    m_call = m_client->inspectContainer(
        m_id.toStdString(), this,
        [this, wanted = m_memory->value() * mebi](const Result<api::ContainerInspect> &container) {
            client::LimitsUpdate limits;
            limits.memory = wanted;
            if (!container || wanted == 0 || container->hostConfig.memorySwap <= 0 ||
                wanted > container->hostConfig.memorySwap)
                limits.memorySwap = wanted == 0 ? -1 : wanted * 2;
            send(limits);
        });
}

void LimitsRow::send(const client::LimitsUpdate &limits)
{
    if (m_filling || m_id.isEmpty())
        return;
    m_call = client::updateLimits(
        *m_client, m_id.toStdString(), limits, this,
        [this](const Result<std::vector<std::string>> &warnings) {
            QString said;
            if (!warnings)
                said =
                    tr("The limit is not changed: %1.").arg(QString::fromStdString(warnings.error().message));
            else if (!warnings->empty())
                said = QString::fromStdString(warnings->front());
            m_line->setText(said);
            m_line->setVisible(!said.isEmpty());
            emit changed();
        });
}

} // namespace quayside::ui
