// The images that are there from the start: quayside/hello and busybox, made on this machine.
#include "engine/images/imageservice.h"

#include "engine/images/base/process.h"
#include "engine/images/content/manifest.h"
#include "engine/images/content/tarwriter.h"

#include <fcntl.h>

#include <algorithm>
#include <set>
#include <sstream>

namespace quayside::images
{
namespace
{

constexpr char helloName[] = "quayside/hello:latest", busyboxName[] = "busybox:latest";
constexpr char settingKind[] = "setting";
// Fixed, so that the same files give the same image, id and all, wherever and whenever it is made.
constexpr char starterTime[] = "2026-01-01T00:00:00Z";
constexpr std::size_t maxProgram = 16 << 20;

Result<std::string> readProgram(const std::string &path)
{
    const Fd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return failErrno(errno, "opening {}", path);
    return readAll(file.get(), maxProgram, path);
}

// A tar whose entries all carry the fixed time.
class StarterTar
{
public:
    StarterTar() : m_writer(m_sink) {}
    void folder(const std::string &name, std::uint32_t mode = 0755)
    {
        add({.name = name + "/", .type = '5', .mode = mode});
    }
    void file(const std::string &name, std::string_view content, std::uint32_t mode = 0644)
    {
        add({.name = name, .mode = mode}, content);
    }
    void link(const std::string &name, const std::string &target)
    {
        add({.name = name, .type = '2', .link = target, .mode = 0777});
    }
    std::string finish()
    {
        (void)m_writer.finish(); // a string takes everything
        return std::move(m_sink.text);
    }

private:
    void add(TarEntry entry, std::string_view content = {})
    {
        entry.mtime = secondsOf(starterTime);
        (void)m_writer.write(std::move(entry), content);
    }
    StringSink m_sink;
    TarWriter m_writer;
};

ImageDocument starterDocument(std::vector<std::string> command, const std::string &comment)
{
    ImageDocument document;
    const Platform host = hostPlatform();
    document.architecture = host.architecture;
    document.variant = host.variant;
    document.created = starterTime;
    document.config.cmd = std::move(command);
    document.config.env = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"};
    document.history = {{.created = starterTime, .createdBy = "quayside", .comment = comment}};
    return document;
}

// "bin/ls" and so on, as `busybox --list-full` says; only plain paths.
Result<std::vector<std::string>> appletsOf(const std::string &busybox)
{
    TRY(const std::string text, outputOf({busybox, "--list-full"}, 1 << 20));
    std::set<std::string> paths;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const bool plain =
            !line.empty() && line[0] != '/' && line.find("..") == std::string::npos && line != "bin/busybox";
        if (plain)
            paths.insert(line);
    }
    return std::vector<std::string>(paths.begin(), paths.end());
}

std::string busyboxLayer(std::string_view program, const std::vector<std::string> &applets)
{
    StarterTar tar;
    for (const char *name : {"bin", "dev", "etc", "home", "proc", "sbin", "sys", "usr", "usr/bin", "usr/sbin",
                             "var", "var/spool", "var/spool/mail", "var/www"})
        tar.folder(name);
    tar.folder("root", 0700);
    tar.folder("tmp", 01777);
    tar.file("bin/busybox", program, 0755);
    for (const std::string &path : applets)
        tar.link(path, "/bin/busybox");
    tar.file("etc/passwd",
             "root:x:0:0:root:/root:/bin/sh\ndaemon:x:1:1:daemon:/usr/sbin:/bin/false\n"
             "www-data:x:33:33:www-data:/var/www:/bin/false\nnobody:x:65534:65534:nobody:/home:/bin/false\n");
    tar.file("etc/group",
             "root:x:0:\ndaemon:x:1:\ntty:x:5:\nwww-data:x:33:\nusers:x:100:\nnogroup:x:65534:\n");
    tar.file("etc/shadow", "root:*:::::::\nnobody:*:::::::\n", 0600);
    return tar.finish();
}

bool hasSystemName(const Catalog &catalog, const std::string &name)
{
    const auto named = catalog.named(systemUser, name);
    return named && named->key.owner == systemUser;
}

// The distribution's package busybox-static, not the dynamic busybox that might be there instead.
std::string findStaticBusybox()
{
    for (const char *path : {"/usr/bin/busybox.static", "/bin/busybox.static", "/usr/bin/busybox",
                             "/bin/busybox", "/usr/sbin/busybox", "/sbin/busybox"}) {
        const auto program = readProgram(path);
        // A dynamic one names its loader in an interpreter segment.
        if (program &&
            program->starts_with("\x7f"
                                 "ELF") &&
            program->find("/ld-linux") == std::string::npos && program->find("/ld-musl") == std::string::npos)
            return path;
    }
    return {};
}

} // namespace

Result<> ImageService::addStarter(const std::string &name, std::uint32_t owner, const std::string &layer,
                                  ImageDocument document)
{
    const Making making(*this);
    StringSource source(layer);
    TRY(const ImageRecord record, imageOf(source, std::move(document), "Making", {}));
    // The owner may have loaded one of that name meanwhile: that one keeps the name, and this one is not
    // needed.
    TRY(const auto added, m_catalog->add({{record, {name}}}, owner, Catalog::TakenNames::Stay));
    if (added.front().names.empty() && m_catalog->namesOf(record.id).empty()) {
        auto owners = m_catalog->ownersOf(record.id);
        owners.erase(owner);
        CHECK(m_catalog->remove({}, record.id, owners));
        const std::lock_guard lock(m_makingMutex);
        m_collectDue = true;
    }
    if (owner == systemUser)
        CHECK(m_records.put(settingKind, "starter/" + name, "{\"image\":\"" + record.id + "\"}"));
    if (added.front().names.empty())
        return {};
    announce("import", record, name, owner);
    announce("tag", record, name, owner);
    return {};
}

Result<> ImageService::makeStarter(const std::string &name, std::uint32_t owner)
{
    if (name == helloName) {
        TRY(const std::string program, readProgram(m_options.starterFolder + "/quayside-hello"));
        StarterTar tar;
        tar.file("hello", program, 0755);
        return addStarter(name, owner, tar.finish(),
                          starterDocument({"/hello"}, "prints what the engine did to start it"));
    }
    const std::string busybox = findStaticBusybox();
    if (busybox.empty())
        return fail(ErrorKind::NotFound,
                    "there is no static busybox on this machine: install the package busybox-static");
    TRY(const std::string program, readProgram(busybox));
    TRY(const auto applets, appletsOf(busybox));
    return addStarter(name, owner, busyboxLayer(program, applets),
                      starterDocument({"sh"}, "the distribution's busybox-static"));
}

// Each once in the life of an engine's data: a starter that somebody removed stays away.
Result<> ImageService::makeStarters()
{
    TRY(const auto settings, m_records.all(settingKind));
    Result<> result;
    for (const std::string name : {helloName, busyboxName}) {
        const bool made =
            std::ranges::any_of(settings, [&](const auto &row) { return row.first == "starter/" + name; });
        if (made || hasSystemName(*m_catalog, name))
            continue;
        if (const auto done = makeStarter(name, systemUser); !done && result)
            result = wrap(done.error(), "making the image {}", name);
    }
    return result;
}

// Also where the system's was removed: then it is the peer's alone, and its layer is shared as any layer is.
Result<std::string> ImageService::provideStarter(const Peer &peer, const std::string &name)
{
    const std::string wanted = name.contains(':') ? name : name + ":latest";
    if (wanted != helloName && wanted != busyboxName)
        return fail(ErrorKind::NotFound, "there is no starter image {}: there are {} and {}", name, helloName,
                    busyboxName);
    if (const auto known = resolve(peer, wanted))
        return known->id;
    if (auto made = makeStarter(wanted, peer.uid); !made)
        return wrap(std::move(made).error(), "making the image {}", wanted);
    return resolve(peer, wanted).transform([](const Image &image) { return image.id; });
}

} // namespace quayside::images
