// Rows of builds and of their steps: a shape for the state before the name, the state's word in its colour.
#pragma once

#include "models/builds/buildsteps.h"
#include "ui/common/appearance.h"
#include "ui/common/rowdelegate.h"

namespace quayside::ui
{

[[nodiscard]] Tone stepTone(models::BuildStep::State state);

// overrideColor: for a selected row; nullptr: the state's own.
void paintBuildGlyph(QPainter *painter, const QRectF &box, models::BuildStep::State state,
                     const QColor *overrideColor = nullptr);

class BuildStepDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit BuildStepDelegate(QObject *parent) : RowDelegate(Symbol::Build, parent) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    void paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const override;
    [[nodiscard]] QColor textColor(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const override;
    [[nodiscard]] QFont nameFont(const QStyleOptionViewItem &option) const override;
};

class BuildDelegate : public RowDelegate
{
    Q_OBJECT

public:
    explicit BuildDelegate(QObject *parent) : RowDelegate(Symbol::Build, parent) {}

protected:
    void paintSymbol(QPainter *painter, const QRect &box, const QStyleOptionViewItem &option,
                     const QModelIndex &index) const override;
    [[nodiscard]] QColor textColor(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const override;
};

} // namespace quayside::ui
