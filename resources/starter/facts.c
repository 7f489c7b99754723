#include "resources/starter/facts.h"

#include "resources/starter/system.h"

#include <linux/fcntl.h>
#include <linux/if.h>
#include <linux/in.h>
#include <linux/sockios.h>

// The compiler may put calls to these where it clears or copies a structure.
void *memset(void *to, int value, size_t size)
{
    for (size_t i = 0; i < size; ++i)
        ((volatile unsigned char *)to)[i] = (unsigned char)value;
    return to;
}

void *memcpy(void *to, const void *from, size_t size)
{
    for (size_t i = 0; i < size; ++i)
        ((volatile unsigned char *)to)[i] = ((const unsigned char *)from)[i];
    return to;
}

void say(const char *text)
{
    size_t length = 0;
    while (text[length] != '\0')
        ++length;
    while (length > 0) {
        const long done = call(SYS_write, 1, (long)text, (long)length, 0);
        if (done <= 0)
            return;
        text += done;
        length -= (size_t)done;
    }
}

void sayNumber(unsigned long number)
{
    char digits[24];
    size_t at = sizeof digits - 1;
    digits[at] = '\0';
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    say(digits + at);
}

const char *contentOf(const char *path, char *buffer, size_t size)
{
    size_t used = 0;
    const long fd = call(SYS_openat, AT_FDCWD, (long)path, O_RDONLY | O_CLOEXEC, 0);
    while (fd >= 0 && used + 1 < size) {
        const long got = call(SYS_read, fd, (long)(buffer + used), (long)(size - 1 - used), 0);
        if (got <= 0)
            break;
        used += (size_t)got;
    }
    if (fd >= 0)
        call(SYS_close, fd, 0, 0, 0);
    buffer[used] = '\0';
    return buffer;
}

static int isBlank(char c)
{
    return c == ' ' || c == '\t';
}

static int isEnd(char c)
{
    return c == '\0' || c == '\n';
}

const char *wordOf(const char *line, int index, char *word, size_t size)
{
    size_t used = 0;
    for (; !isEnd(*line); --index) {
        while (isBlank(*line))
            ++line;
        for (; !isEnd(*line) && !isBlank(*line); ++line) {
            if (index == 0 && used + 1 < size)
                word[used++] = *line;
        }
    }
    word[used] = '\0';
    return word;
}

int startsWith(const char *text, const char *start)
{
    while (*start != '\0') {
        if (*text++ != *start++)
            return 0;
    }
    return 1;
}

const char *nextLine(const char *line)
{
    while (!isEnd(*line))
        ++line;
    return *line == '\n' && line[1] != '\0' ? line + 1 : NULL;
}

const char *valueOf(const char *text, const char *key)
{
    for (const char *line = text; line != NULL; line = nextLine(line)) {
        if (!startsWith(line, key))
            continue;
        size_t length = 0;
        while (key[length] != '\0')
            ++length;
        line += length;
        while (isBlank(*line))
            ++line;
        return line;
    }
    return NULL;
}

int countIn(const char *line, const char *needle)
{
    int count = 0;
    for (; !isEnd(*line); ++line)
        count += startsWith(line, needle);
    return count;
}

unsigned long numberFrom(const char *digits, unsigned base)
{
    unsigned long number = 0;
    for (;; ++digits) {
        const char c = *digits;
        const unsigned digit = c >= '0' && c <= '9'   ? (unsigned)(c - '0')
                               : c >= 'a' && c <= 'f' ? (unsigned)(c - 'a') + 10
                                                      : 99;
        if (digit >= base)
            return number;
        number = number * base + digit;
    }
}

int addressOf(const char *interface, char *text, size_t size)
{
    struct ifreq request;
    memset(&request, 0, sizeof request);
    for (size_t i = 0; i + 1 < sizeof request.ifr_name && interface[i] != '\0'; ++i)
        request.ifr_name[i] = interface[i];
    const long fd = call(SYS_socket, 2 /* AF_INET */, 2 /* SOCK_DGRAM */, 0, 0);
    if (fd < 0)
        return 0;
    const long answer = call(SYS_ioctl, fd, SIOCGIFADDR, (long)&request, 0);
    call(SYS_close, fd, 0, 0, 0);
    if (answer != 0)
        return 0;
    const unsigned char *bytes = (const unsigned char *)&((struct sockaddr_in *)&request.ifr_addr)->sin_addr;
    size_t used = 0;
    for (int i = 0; i < 4 && used + 5 < size; ++i) {
        if (i > 0)
            text[used++] = '.';
        if (bytes[i] >= 100)
            text[used++] = (char)('0' + bytes[i] / 100);
        if (bytes[i] >= 10)
            text[used++] = (char)('0' + bytes[i] / 10 % 10);
        text[used++] = (char)('0' + bytes[i] % 10);
    }
    text[used] = '\0';
    return 1;
}
