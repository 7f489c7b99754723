// What made an image: its instructions, newest first, with what each added. Of every engine.
#pragma once

#include "models/images/layermodel.h"
#include "ui/images/imagepane.h"

class QPlainTextEdit;

namespace quayside::ui
{

class Table;

class HistoryPane : public ImagePane
{
    Q_OBJECT

public:
    explicit HistoryPane(models::EngineSession *session, QWidget *parent = nullptr);

    [[nodiscard]] Table *table() const { return m_table; }

protected:
    void fetch() override;
    void clear() override;

private:
    void showWhole();

    models::HistoryModel m_history;
    Table *m_table;
    QPlainTextEdit *m_whole; // the instruction that is chosen
};

} // namespace quayside::ui
