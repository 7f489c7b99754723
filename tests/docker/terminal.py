"""A command on a terminal of its own: what a person at a keyboard would see and type."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import termios
import time


class Terminal:
    def __init__(self, command, env, rows=30, columns=100):
        self.master, slave = pty.openpty()
        self.resize(rows, columns)
        self.process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=env,
                                        preexec_fn=self._take_terminal, close_fds=True)
        os.close(slave)
        self.seen = ""

    @staticmethod
    def _take_terminal():
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def resize(self, rows, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def type(self, text):
        os.write(self.master, text.encode())

    def expect(self, text, seconds=10):
        """Reads until `text` was printed since the last call; False after the time."""
        deadline = time.time() + seconds
        while text not in self.seen:
            if time.time() > deadline or not self._read(deadline - time.time()):
                return text in self.seen
        self.seen = self.seen.split(text, 1)[1]
        return True

    def _read(self, seconds):
        ready, _, _ = select.select([self.master], [], [], max(seconds, 0))
        if not ready:
            return False
        try:
            piece = os.read(self.master, 65536)
        except OSError:  # EIO: the other side has closed
            return False
        self.seen += piece.decode(errors="replace")
        return bool(piece)

    def end(self, seconds=10):
        """Waits for the command to end, and returns its exit code; None where it does not."""
        deadline = time.time() + seconds
        while self.process.poll() is None and time.time() < deadline:
            self._read(0.05)
        while self._read(0.05):
            pass
        code = self.process.poll()
        if code is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        return code
