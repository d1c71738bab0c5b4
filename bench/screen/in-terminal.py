"""Runs a command in a terminal of its own: in-terminal.py COLUMNS ROWS COMMAND...

What is written to standard input is typed there; what the terminal gets goes to standard output. The first line of
standard error is the number of the process, written as it is started; the last one is how it ended.
"""
import fcntl, os, pty, selectors, struct, sys, termios

columns, rows, command = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    os.execvp(command[0], command)
sys.stderr.write(f"{pid}\n")
sys.stderr.flush()

selector = selectors.DefaultSelector()
selector.register(terminal, selectors.EVENT_READ, 1)
selector.register(0, selectors.EVENT_READ, terminal)
while True:
    for key, _ in selector.select():
        try:
            data = os.read(key.fd, 65536)
        except OSError:  # the other side is gone
            data = b""
        if data:
            os.write(key.data, data)
        elif key.fd == 0:
            selector.unregister(0)
        else:
            _, status = os.waitpid(pid, 0)
            sys.stderr.write(f"{os.waitstatus_to_exitcode(status)}\n")
            sys.exit(0)
