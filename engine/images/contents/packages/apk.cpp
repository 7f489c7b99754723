#include "engine/images/contents/packages/parsers.h"
#include "engine/images/contents/packages/text.h"

namespace quayside::images
{

std::vector<api::ImagePackage> parseApk(std::string_view text)
{
    std::vector<api::ImagePackage> packages;
    api::ImagePackage package;
    const auto field = [&](std::string_view key, std::string_view value) {
        if (key == "P")
            package.name = cleaned(value);
        else if (key == "V")
            package.version = cleaned(value);
        else if (key == "A")
            package.architecture = cleaned(value);
        else if (key == "o")
            package.source = cleaned(value);
        else if (key == "T")
            package.summary = cleaned(value);
        else if (key == "I")
            package.size = sizeFrom(value, 1);
    };
    forEachField(text, field, [&] {
        if (!package.name.empty() && packages.size() < maxPackages) {
            package.database = "apk";
            packages.push_back(std::move(package));
        }
        package = {};
    });
    return packages;
}

} // namespace quayside::images
