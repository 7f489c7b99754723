// Small steps of quayside-hello: text, and what the kernel says about this process.
#pragma once

#include <stddef.h>

void say(const char *text); // to standard output
void sayNumber(unsigned long number);

// The content of a small file, cut at `size` - 1 and closed with a NUL; "" where it can't be read.
const char *contentOf(const char *path, char *buffer, size_t size);
// Copies the `index`-th word (from 0) of a line into `word`; "" where there are fewer.
const char *wordOf(const char *line, int index, char *word, size_t size);
// The rest of the line that starts with `key`, without blanks; NULL where there is none. It ends at a line's
// end.
const char *valueOf(const char *text, const char *key);
const char *nextLine(const char *line); // NULL: that was the last
int startsWith(const char *text, const char *start);
int countIn(const char *line, const char *needle); // in this line

unsigned long numberFrom(const char *digits, unsigned base);
// The IPv4 address of an interface as "10.88.0.2"; 0 where it has none.
int addressOf(const char *interface, char *text, size_t size);
