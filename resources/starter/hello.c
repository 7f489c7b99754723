// quayside-hello: says hello, and what the engine did to start it. Every line comes from the kernel, read
// while it runs, so it tells the truth about this container, whatever options it was started with.
#include "resources/starter/facts.h"
#include "resources/starter/system.h"

#include <linux/utsname.h>

static char text[32768]; // the file that is being looked at
static char word[256], other[256];

static void title(const char *name)
{
    say("\n  ");
    say(name);
}

static void sayProcess(void)
{
    const unsigned long pid = (unsigned long)call(SYS_getpid, 0, 0, 0, 0);
    title("Process    ");
    say("I am process ");
    sayNumber(pid);
    say(pid == 1 ? ": the first one of a pid namespace of my own. I see no\n             process of the host."
                 : ": somebody else started before me in this pid namespace.");
}

static void sayUser(void)
{
    contentOf("/proc/self/uid_map", text, sizeof text);
    wordOf(text, 1, word, sizeof word);
    wordOf(text, 2, other, sizeof other);
    title("User       ");
    say("In here I am user ");
    sayNumber((unsigned long)call(SYS_geteuid, 0, 0, 0, 0));
    if (text[0] == '\0') {
        say(".");
        return;
    }
    if (numberFrom(word, 10) == 0 && numberFrom(other, 10) > 65536) {
        say(", and the same outside: there is no user namespace\n             around me.");
        return;
    }
    say(", but a user namespace turns my users 0 to ");
    sayNumber(numberFrom(other, 10) - 1);
    say("\n             into ");
    say(word);
    say(" and up outside: my root is nobody on the host.");
}

static void sayName(void)
{
    struct new_utsname name;
    if (call(SYS_uname, (long)&name, 0, 0, 0) != 0)
        return;
    title("Host name  ");
    say("I am called ");
    say(name.nodename);
    say(" (uts namespace), on the host's own kernel,\n             Linux ");
    say(name.release);
    say(": a container is no virtual machine.");
}

// lowerdir=/a:/b, or lowerdir+=/a,lowerdir+=/b: as the overlay was mounted.
static int layersOf(const char *mount)
{
    int layers = countIn(mount, ",lowerdir+=");
    if (layers > 0)
        return layers;
    while (*mount != '\0' && *mount != '\n' && !startsWith(mount, ",lowerdir="))
        ++mount;
    for (layers = 1, ++mount; *mount != '\0' && *mount != '\n' && *mount != ','; ++mount)
        layers += *mount == ':';
    return layers;
}

// mountinfo, proc_pid_mountinfo(5): "36 35 98:0 /root /mount/point options … - type source super-options".
static void sayRoot(void)
{
    int mounts = 0;
    const char *root = NULL;
    contentOf("/proc/self/mountinfo", text, sizeof text);
    for (const char *line = text; line != NULL && *line != '\0'; line = nextLine(line)) {
        ++mounts;
        wordOf(line, 4, word, sizeof word);
        if (word[0] == '/' && word[1] == '\0')
            root = line;
    }
    title("Files      ");
    if (root == NULL) {
        say("I cannot see my mounts: /proc is not there.");
        return;
    }
    if (countIn(root, " - overlay ") > 0) {
        const int layers = layersOf(root);
        say("My / is an overlay of ");
        sayNumber((unsigned long)layers);
        say(layers == 1 ? " read-only layer," : " read-only layers,");
        say(" with a thin\n             writable one of my own on top.");
    } else {
        say("My / is no overlay.");
    }
    say(" I have ");
    sayNumber((unsigned long)mounts);
    say(" mounts (mount namespace).");
}

// /proc/net/dev: two lines of titles, then "  eth0: …".
static void sayNetwork(void)
{
    int interfaces = 0;
    contentOf("/proc/self/net/dev", text, sizeof text);
    title("Network    ");
    say("A network namespace with");
    for (const char *line = text; line != NULL && *line != '\0'; line = nextLine(line)) {
        wordOf(line, 0, word, sizeof word);
        size_t length = 0;
        while (word[length] != '\0' && word[length] != ':')
            ++length;
        if (word[length] != ':')
            continue; // a title
        word[length] = '\0';
        say(interfaces++ == 0 ? " " : ", ");
        say(word);
        if (addressOf(word, other, sizeof other)) {
            say(" ");
            say(other);
        }
    }
    say(interfaces == 0 ? " nothing in it." : ".");
}

static void sayLimits(void)
{
    contentOf("/proc/self/cgroup", text, sizeof text);
    const char *unified = valueOf(text, "0::");
    title("Limits     ");
    if (unified != NULL) {
        say("The control group that counts my memory and processor time\n             shows itself to me "
            "as ");
        wordOf(unified, 0, word, sizeof word);
        say(word);
        say(" (cgroup namespace).");
    } else {
        say("I am in no control group of version 2.");
    }
}

static void sayRights(void)
{
    contentOf("/proc/self/status", text, sizeof text);
    const char *effective = valueOf(text, "CapEff:");
    const char *seccomp = valueOf(text, "Seccomp:");
    title("Rights     ");
    if (effective == NULL) {
        say("I cannot see them: /proc is not there.");
        return;
    }
    int count = 0;
    for (unsigned long mask = numberFrom(effective, 16); mask != 0; mask &= mask - 1)
        ++count;
    say("I hold ");
    sayNumber((unsigned long)count);
    say(" of root's capabilities");
    say(seccomp != NULL && *seccomp == '2'
            ? ", and a seccomp filter decides which\n             system calls I may make."
            : ". No seccomp filter watches me.");
}

void run(void)
{
    say("Hello from Quayside!\n\n"
        "The engine has just started this program in a container: an ordinary process\n"
        "of this machine that sees less than others. What it did, as the kernel tells me:\n");
    sayProcess();
    sayUser();
    sayName();
    sayRoot();
    sayNetwork();
    sayLimits();
    sayRights();
    say("\n\nTo look around in one yourself:   docker run -it busybox\n");
    call(SYS_exit_group, 0, 0, 0, 0);
}

START;
