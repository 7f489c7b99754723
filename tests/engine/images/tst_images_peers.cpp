// Archives of the peers load here with the same ids, and ours load there. A peer that is missing is skipped
// by name.
#include "engine/images/base/process.h"
#include "engine/images/content/blobstore.h"
#include "engine/images/content/digest.h"
#include "engine/images/unpack/child.h"
#include "tests/fakes/imagebench.h"
#include "tests/fakes/imagemaker.h"

#include <signal.h>
#include <sys/wait.h>

#include <thread>

using namespace quayside;
using test::ImageShape;

namespace
{

const ImageShape demo{
    .layers = {test::smallRoot(),
               test::Tar().add({.name = "etc/.wh.passwd"}).add({.name = "app", .mode = 04755}, "x").bytes()},
    .names = {"demo:latest"}};

class PeersTest : public testing::Test
{
protected:
    PeersTest() { std::ofstream(file("ours.tar")) << test::dockerArchive({demo}); }
    std::string file(const std::string &name) const { return bench.temporary() + "/" + name; }
    // The output of a peer's command; a failure fails the test, with what the peer said.
    std::string run(const std::string &name, std::vector<std::string> arguments)
    {
        arguments.insert(arguments.begin(), images::findProgram(name));
        auto program = images::HostProgram::start(
            arguments, {"PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME=" + bench.temporary(),
                        "XDG_RUNTIME_DIR=" + bench.temporary(), "LC_ALL=C.UTF-8"});
        EXPECT_TRUE(program) << program.error().message;
        const auto output = images::readAll(program->output(), 1 << 20, name);
        const auto errors = images::readAll(program->errors(), 1 << 20, name);
        EXPECT_EQ(program->wait(), 0) << name << " " << arguments[1] << ": " << errors.value_or("");
        return output.value_or("");
    }
    void loadHere(const std::string &path)
    {
        const auto loaded = bench.load(bench.read(path));
        ASSERT_TRUE(loaded) << path << ": " << loaded.error().message;
    }
    void saveHere(const std::string &name, const std::string &path)
    {
        const auto saved = bench.save({name});
        ASSERT_TRUE(saved) << saved.error().message;
        std::ofstream(path, std::ios::binary) << *saved;
    }
    static bool has(const std::string &name) { return !images::findProgram(name).empty(); }
    std::string id() const { return test::imageId(demo); }

    test::ImageBench bench;
};

TEST_F(PeersTest, skopeo)
{
    if (!has("skopeo"))
        GTEST_SKIP() << "skopeo is missing";
    loadHere(file("ours.tar"));
    saveHere("demo", file("saved.tar"));
    const std::string docker = "docker-archive:" + file("saved.tar");
    EXPECT_EQ(images::digestOf(run("skopeo", {"--insecure-policy", "inspect", "--raw", "--config", docker})),
              id());
    for (const std::string target : {"docker-archive:", "oci-archive:"}) {
        const std::string path = file(target.substr(0, 3) + "-skopeo.tar");
        run("skopeo", {"--insecure-policy", "copy", docker, target + path + ":demo:latest"});
        ASSERT_TRUE(bench.images->remove(test::rootPeer, "demo", true, false, {}));
        loadHere(path);
        const auto image = bench.images->resolve(test::rootPeer, "demo");
        ASSERT_TRUE(image) << target << ": " << image.error().message;
        // From one form to the other skopeo writes the configuration anew; the id is what it says itself.
        const std::string theirs = run(
            "skopeo", {"--insecure-policy", "inspect", "--raw", "--config", target + path + ":demo:latest"});
        EXPECT_EQ(image->id, images::digestOf(theirs)) << target;
    }
}

TEST_F(PeersTest, podman)
{
    if (!has("podman"))
        GTEST_SKIP() << "podman is missing";
    loadHere(file("ours.tar"));
    saveHere("demo", file("saved.tar"));
    const std::vector<std::string> podman = {"--root",           file("podman"),     "--runroot",
                                             file("podman-run"), "--storage-driver", "vfs"};
    const auto command = [&](std::vector<std::string> words) {
        words.insert(words.begin(), podman.begin(), podman.end());
        return run("podman", words);
    };
    command({"load", "-i", file("saved.tar")});
    EXPECT_EQ(command({"images", "--no-trunc", "--quiet"}), id() + "\n");
    for (const std::string format : {"docker-archive", "oci-archive"}) {
        command({"save", "--format", format, "-o", file(format), "demo:latest"});
        ASSERT_TRUE(bench.images->remove(test::rootPeer, id(), true, false, {}));
        loadHere(file(format));
        const auto image = bench.images->resolve(test::rootPeer, id());
        EXPECT_TRUE(image) << format;
    }
}

// A dockerd of our own, on its own folders and socket, without networks.
class Dockerd
{
public:
    explicit Dockerd(const std::string &folder) : m_folder(folder)
    {
        m_pid = ::fork();
        if (m_pid != 0)
            return;
        const int log = ::open((folder + "/dockerd.log").c_str(), O_WRONLY | O_CREAT, 0600);
        ::dup2(log, 1);
        ::dup2(log, 2);
        const std::string data = folder + "/dockerd", run = folder + "/dockerd-run", pidFile = run + ".pid",
                          host = socket();
        ::execl(images::findProgram("dockerd").c_str(), "dockerd", "--data-root", data.c_str(), "--exec-root",
                run.c_str(), "--pidfile", pidFile.c_str(), "--host", host.c_str(), "--bridge", "none",
                "--iptables=false", "--ip6tables=false", "--storage-driver", "vfs", nullptr);
        ::_exit(127);
    }
    ~Dockerd()
    {
        ::kill(m_pid, SIGTERM);
        ::waitpid(m_pid, nullptr, 0);
    }
    Dockerd(const Dockerd &) = delete;
    Dockerd &operator=(const Dockerd &) = delete;
    [[nodiscard]] std::string socket() const { return "unix://" + m_folder + "/dockerd.sock"; }
    [[nodiscard]] bool answers() const
    {
        for (int i = 0; i < 300; ++i) {
            if (images::outputOf({images::findProgram("docker"), "-H", socket(), "version"}, 65536))
                return true;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
        return false;
    }

private:
    std::string m_folder;
    pid_t m_pid = -1;
};

TEST_F(PeersTest, dockerd)
{
    if (!has("dockerd") || !has("docker"))
        GTEST_SKIP() << "dockerd or docker is missing";
    const Dockerd dockerd(bench.temporary());
    if (!dockerd.answers())
        GTEST_SKIP() << "dockerd does not start here: " << bench.read(file("dockerd.log")).substr(0, 2000);
    const auto docker = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"-H", dockerd.socket()});
        return run("docker", words);
    };
    for (const std::string filter : {"none", "gzip", "zstd"}) {
        ImageShape image = demo;
        image.filter = filter;
        ASSERT_TRUE(bench.load(test::ociArchive({image})));
        saveHere("demo", file("saved.tar"));
        if (filter != "zstd") { // dockerd learned zstd with 23
            EXPECT_EQ(docker({"load", "-i", file("saved.tar")}), "Loaded image: demo:latest\n");
            EXPECT_EQ(docker({"images", "--no-trunc", "--quiet"}), id() + "\n");
        }
        ASSERT_TRUE(bench.images->remove(test::rootPeer, "demo", true, false, {}));
    }
    docker({"save", "-o", file("theirs.tar"), "demo:latest"});
    loadHere(file("theirs.tar"));
    EXPECT_EQ(bench.images->resolve(test::rootPeer, "demo")->id, id());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1 && std::string_view(argv[1]) == images::unpackArgument)
        return images::runUnpackChild(argc, argv);
    test::skipUnlessRoot();
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
