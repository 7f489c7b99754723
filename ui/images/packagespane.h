// What is installed in an image, as its package databases say.
#pragma once

#include "models/images/packagemodel.h"
#include "ui/images/imagepane.h"

class QLabel;

namespace quayside::ui
{

class FilterEdit;
class Notice;
class Table;

class PackagesPane : public ImagePane
{
    Q_OBJECT

public:
    explicit PackagesPane(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] models::PackageModel *packages() { return &m_packages; }
    [[nodiscard]] models::TableFilterModel *shown() { return &m_shown; }
    [[nodiscard]] Table *table() const { return m_table; }
    [[nodiscard]] FilterEdit *filterEdit() const { return m_filter; }
    [[nodiscard]] QString line() const;

protected:
    void fetch() override;
    void clear() override;

private:
    void makeFilter();
    void fill(const api::ImagePackages &packages);
    void refreshLine();

    models::PackageModel m_packages;
    models::TableFilterModel m_shown;
    FilterEdit *m_filter;
    Notice *m_notice;
    Table *m_table;
    QLabel *m_line;
    QStringList m_databases;
};

} // namespace quayside::ui
