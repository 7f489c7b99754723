#include "ui/images/packagespane.h"

#include "models/common/text.h"
#include "ui/common/filteredit.h"
#include "ui/common/notice.h"
#include "ui/common/rowdelegate.h"
#include "ui/common/table.h"

#include <QLabel>
#include <QVBoxLayout>

namespace quayside::ui
{

using models::PackageModel;

PackagesPane::PackagesPane(models::EngineSession *session, QWidget *parent)
    : ImagePane(session, parent),
      m_shown(PackageModel::filterKeys(),
              [this](int row, const models::FilterTerm &term) { return m_packages.holds(row, term); }),
      m_filter(new FilterEdit(PackageModel::filterKeys(),
                              [this](const QString &key) { return m_packages.filterValues(key); })),
      m_notice(new Notice), m_table(new Table(QStringLiteral("image-packages"))), m_line(new QLabel)
{
    m_shown.setSourceModel(&m_packages);
    makeFilter();
    m_table->setAccessibleName(tr("Packages of the image"));
    m_table->setModel(&m_shown);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegate(new RowDelegate(Symbol::Package, this));
    m_table->setUpColumns({{PackageModel::VersionColumn, 130},
                           {PackageModel::SizeColumn, 80},
                           {PackageModel::LayerColumn, 60},
                           {PackageModel::ArchitectureColumn, 90},
                           {PackageModel::SourceColumn, 110}},
                          PackageModel::NameColumn);
    m_line->setContentsMargins(14, 4, 14, 6);
    m_line->setWordWrap(true);
    m_line->setForegroundRole(QPalette::PlaceholderText);
    auto *content = new QWidget;
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(m_filter);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_notice);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_line);
    setContent(content);
}

void PackagesPane::makeFilter()
{
    m_filter->setAccessibleName(tr("Filter the packages"));
    m_filter->setPlaceholderText(tr("Filter the packages…"));
    m_filter->setToolTip(
        tr("Words, or %1").arg(PackageModel::filterKeys().join(QStringLiteral(": ")) + u':'));
    connect(m_filter, &FilterEdit::filterChanged, this, [this](const QString &text) {
        m_shown.setFilterText(text);
        refreshLine();
    });
}

QString PackagesPane::line() const
{
    return m_line->text();
}

void PackagesPane::clear()
{
    m_packages.reset({});
    m_databases.clear();
    m_notice->dismiss();
    m_line->clear();
}

void PackagesPane::fetch()
{
    m_line->setText(tr("The engine reads the package databases…"));
    wait(client::imagePackages(
        *session()->client(), imageId().toStdString(), this,
        [this](const Result<api::ImagePackages> &packages) {
            if (packages)
                fill(*packages);
            else
                showProblem(tr("The engine does not tell which packages are in this image: %1.")
                                .arg(QString::fromStdString(packages.error().message)));
        }));
}

void PackagesPane::fill(const api::ImagePackages &packages)
{
    QStringList problems;
    for (const std::string &problem : packages.problems)
        problems.append(QString::fromStdString(problem));
    for (const std::string &database : packages.databases)
        m_databases.append(QString::fromStdString(database));
    if (packages.packages.empty()) {
        showEmpty(tr("No packages"),
                  problems.isEmpty()
                      ? tr("There is no package database of dpkg, apk or rpm in this image: what is in it "
                           "came another way.")
                      : problems.join(u'\n'));
        return;
    }
    m_packages.setPackages(packages);
    if (!problems.isEmpty())
        m_notice->show(Notice::Kind::Warning, problems.join(u'\n'));
    refreshLine();
    showContent();
}

void PackagesPane::refreshLine()
{
    const int all = m_packages.rowCount();
    if (all == 0)
        return;
    m_line->setText(m_shown.isFiltering()
                        ? tr("%1 of %2").arg(m_shown.rowCount()).arg(all)
                        : tr("%1, %2 as installed (%3)", "packages, size, databases")
                              .arg(tr("%n package(s)", nullptr, all), models::Text::size(m_packages.bytes()),
                                   m_databases.join(QStringLiteral(", "))));
}

} // namespace quayside::ui
