#include "models/dockerfile/facts/waste.h"

#include <algorithm>
#include <map>
#include <utility>

namespace quayside::models
{

QList<Waste> wasteOf(const api::ImageContents &contents)
{
    constexpr qsizetype mostPaths = 3;
    const auto idOf = [&](std::int64_t index) {
        const auto layer = std::ranges::find(contents.layers, index, &api::LayerContents::index);
        return layer == contents.layers.end() ? QString() : QString::fromStdString(layer->id);
    };
    std::map<std::pair<std::int64_t, std::int64_t>, Waste> pairs;
    for (const api::WastedPath &path : contents.waste) {
        if (path.layers.size() < 2 || path.bytes <= 0)
            continue;
        const auto [first, last] = std::ranges::minmax(path.layers);
        Waste &waste = pairs[{first, last}];
        waste.bytes += path.bytes;
        ++waste.count;
        if (waste.paths.size() < mostPaths) // they come by size
            waste.paths.append(QString::fromStdString(path.path));
    }
    QList<Waste> found;
    for (auto &[layers, waste] : pairs) {
        waste.fromLayer = idOf(layers.first);
        waste.byLayer = idOf(layers.second);
        found.append(std::move(waste));
    }
    std::ranges::stable_sort(found, std::greater(), &Waste::bytes);
    return found;
}

} // namespace quayside::models
