#!/usr/bin/env python3
"""Strangers who mean no good, for deploy/rehearse: what one address can send without a password, while somebody signed in asks for
pages. Standard library only.

  strangers.py SECONDS COOKIE PATH   prints how many pages the visitor asked for, how many of them failed, the slowest in seconds,
                                     and how often each kind of stranger was answered with what

Environment: BASE (https://localhost:PORT), CERT (of nginx).
"""
import collections, http.client, os, socket, ssl, struct, sys, threading, time, urllib.parse

BASE = urllib.parse.urlsplit(os.environ["BASE"])
SECONDS, COOKIE, PATH = float(sys.argv[1]), sys.argv[2], sys.argv[3]
END = time.monotonic() + SECONDS
answers, lock = collections.Counter(), threading.Lock()


def tls(*protocols):
    context = ssl.create_default_context(cafile=os.environ["CERT"])
    if protocols:
        context.set_alpn_protocols(list(protocols))
    return context.wrap_socket(socket.create_connection((BASE.hostname, BASE.port), timeout=20), server_hostname=BASE.hostname)


def note(kind, answer):
    with lock:
        answers[f"{kind} {answer}"] += 1


def ask(method, path, body=None, headers=()):
    connection = http.client.HTTPSConnection(BASE.hostname, BASE.port, timeout=20, context=ssl.create_default_context(cafile=os.environ["CERT"]))
    try:
        connection.request(method, path, body, dict(headers))
        answer = connection.getresponse()
        answer.read()
        return answer.status
    finally:
        connection.close()


def until_the_end(kind, pause, act):
    while time.monotonic() < END:
        try:
            note(kind, act())
        except OSError as error:
            note(kind, type(error).__name__)
        time.sleep(pause)


HEAVY = b"Input.Name=" + b"x" * 34_000_000
FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def long_query():
    return ask("GET", "/account?" + "&" * 7500)


def heavy_form():
    """Sends as much as it is let, and reads the answer, which comes before the end."""
    stream = tls()
    try:
        stream.sendall(f"POST /sign-in HTTP/1.1\r\nHost: {BASE.hostname}\r\nContent-Type: {FORM['Content-Type']}\r\nContent-Length: {len(HEAVY)}\r\n\r\n".encode())
        try:
            stream.sendall(HEAVY)
        except OSError:
            pass
        return stream.recv(64).split(b" ")[1].decode()
    finally:
        stream.close()


def marks():
    return ask("POST", "/sign-in", b"Input.Password=x&Input.Name=" + b"%CC%96%CC%81" * 5000, FORM.items())


def slow_line():
    """A head and a body that never end: two hundred lines held open, a byte now and then."""
    lines = []
    for at in range(200):
        try:
            line = tls()
            head = f"GET /sign-in HTTP/1.1\r\nHost: {BASE.hostname}\r\nX-Slow: "
            form = f"POST /sign-in HTTP/1.1\r\nHost: {BASE.hostname}\r\nContent-Type: {FORM['Content-Type']}\r\nContent-Length: 60000\r\n\r\nInput.Name="
            line.sendall((head if at % 2 else form).encode())
            lines.append(line)
        except OSError as error:
            note("slow", type(error).__name__)
    while time.monotonic() < END:
        for line in list(lines):
            try:
                line.sendall(b"x")
            except OSError:
                note("slow", "cut off")
                lines.remove(line)
        time.sleep(2)
    note("slow", f"({len(lines)} still open)")
    for line in lines:
        line.close()


def frame(kind, flags, stream, payload=b""):
    return struct.pack(">I", len(payload))[1:] + bytes([kind, flags]) + struct.pack(">I", stream) + payload


def flood():
    """HTTP/2: asks and takes it back at once, as often as the line takes it."""
    line, stream = tls("h2"), 1
    host = BASE.hostname.encode()
    head = b"\x82\x87\x84\x41" + bytes([len(host)]) + host
    line.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(4, 0, 0))
    try:
        while time.monotonic() < END:
            burst = b""
            for _ in range(100):
                burst += frame(1, 5, stream, head) + frame(3, 0, stream, b"\0\0\0\x08")
                stream += 2
            line.sendall(burst)
        return f"took {stream // 2}"
    except OSError:
        return "cut off"
    finally:
        line.close()


strangers = [
    threading.Thread(target=until_the_end, args=args, daemon=True)
    for args in [("query", 0.5, long_query), ("heavy", 0.5, heavy_form), ("marks", 0.2, marks), ("flood", 0.2, flood)]
] + [threading.Thread(target=slow_line, daemon=True)]
for stranger in strangers:
    stranger.start()
asked = failed = 0
slowest = 0.0
while time.monotonic() < END:
    began = time.monotonic()
    try:
        status = ask("GET", PATH, headers=[("Cookie", COOKIE)])
    except OSError:
        status = 0
    asked, failed, slowest = asked + 1, failed + (status != 200), max(slowest, time.monotonic() - began)
    time.sleep(0.05)
for stranger in strangers:
    stranger.join(30)
print(asked, failed, f"{slowest:.2f}", ", ".join(f"{kind} {count}x" for kind, count in sorted(answers.items())))
