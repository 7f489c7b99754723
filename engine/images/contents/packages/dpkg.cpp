#include "engine/images/contents/packages/parsers.h"
#include "engine/images/contents/packages/text.h"

namespace quayside::images
{

std::vector<api::ImagePackage> parseDpkg(std::string_view text)
{
    std::vector<api::ImagePackage> packages;
    api::ImagePackage package;
    bool installed = true; // distroless images write no Status
    const auto field = [&](std::string_view key, std::string_view value) {
        if (key == "Package")
            package.name = cleaned(value);
        else if (key == "Version")
            package.version = cleaned(value);
        else if (key == "Architecture")
            package.architecture = cleaned(value);
        else if (key == "Source")
            package.source = cleaned(value.substr(0, value.find(' '))); // "glibc (2.41-12)"
        else if (key == "Description")
            package.summary = cleaned(value);
        else if (key == "Installed-Size")
            package.size = sizeFrom(value, 1024);
        else if (key == "Status") // "install ok installed"; what was removed keeps its settings
            installed = value.ends_with(" installed");
    };
    forEachField(text, field, [&] {
        if (!package.name.empty() && installed && packages.size() < maxPackages) {
            if (package.source.empty())
                package.source = package.name;
            package.database = "dpkg";
            packages.push_back(std::move(package));
        }
        package = {};
        installed = true;
    });
    return packages;
}

} // namespace quayside::images
