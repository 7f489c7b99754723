// Parts of a whole side by side, each as wide as its share.
#pragma once

#include "ui/common/appearance.h"

#include <QList>
#include <QWidget>

#include <cstdint>

namespace quayside::ui
{

class DiskBar : public QWidget
{
    Q_OBJECT

public:
    struct Part {
        QString name;
        std::int64_t bytes = 0;
        Tone tone = Tone::Accent;
    };

    explicit DiskBar(QWidget *parent = nullptr);

    void setParts(const QList<Part> &parts);
    // A small square of the part's colour, for the line that explains it.
    static QPixmap swatch(Tone tone, qreal ratio);

    [[nodiscard]] QSize sizeHint() const override { return {320, 28}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QList<QRectF> places() const;

    QList<Part> m_parts;
};

} // namespace quayside::ui
