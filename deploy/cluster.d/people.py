#!/usr/bin/env python3
"""People at work, for deploy/rehearse and deploy/bench: they sign in, record bills and announce through the forms that a
browser gets, and note on the spot what they were answered. Standard library only.

  people.py cookies  NUMBER...               signs in, prints "NUMBER<tab>cookie" each
  people.py signin   FROM COUNT THREADS      signs COUNT people in; prints seconds, the slowest and the failures
  people.py bills    OUT NUMBER...           records bills until SIGTERM; see Writer
  people.py announce NUMBER                  announces something to the floor
  people.py reports  COOKIE FLOORS MONTH...  makes the month reports of floors 1 to FLOORS; prints how many, seconds and failures
  people.py report   COOKIE FLOOR MONTH      the same for one floor
  people.py page     COOKIE PATH...          prints status, seconds and bytes of each page

Environment: BASE (https://localhost:PORT or http://127.0.0.1:PORT), PASSWORD, CERT (of nginx), SLEEP (between two bills).
"""
import concurrent.futures, html, http.client, os, re, signal, ssl, sys, threading, time, urllib.parse

BASE = urllib.parse.urlsplit(os.environ["BASE"])
PASSWORD = os.environ.get("PASSWORD", "")
TLS = ssl.create_default_context(cafile=os.environ["CERT"]) if os.environ.get("CERT") else None
stop = threading.Event()


class Person:
    """One browser: a cookie jar and nothing else. Each request has a connection of its own, as through a new node."""

    def __init__(self, number):
        self.number, self.cookies = number, {}

    def ask(self, method, path, fields=None, patience=30):
        make = http.client.HTTPSConnection if BASE.scheme == "https" else http.client.HTTPConnection
        more = {"context": TLS} if BASE.scheme == "https" else {}
        connection = make(BASE.hostname, BASE.port, timeout=patience, **more)
        try:
            headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items()), "User-Agent": "rehearsal", "Connection": "close"}
            if BASE.scheme == "http":
                headers["X-Forwarded-Proto"] = "https"
            body = None
            if fields is not None:
                body = urllib.parse.urlencode(fields)
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read()
            for cookie in answer.headers.get_all("Set-Cookie") or []:
                name, value = cookie.split(";")[0].split("=", 1)
                self.cookies[name] = value
            return answer.status, text.decode("utf-8", "replace"), answer.headers.get("Location") or ""
        finally:
            connection.close()

    def sign_in(self):
        _, page, _ = self.ask("GET", "/sign-in")
        status, page, _ = self.ask("POST", "/sign-in", {**hidden(page), "Input.Name": self.number, "Input.Password": PASSWORD, "Input.SharedDevice": "true"}, patience=120)
        if status != 302:
            raise RuntimeError(f"{self.number} was not let in: {status} {complaint(page)}")
        return self

    def cookie(self):
        return "; ".join(f"{k}={v}" for k, v in self.cookies.items() if v and not k.endswith("-form"))


def hidden(page):
    """The hidden fields of the page's last form that posts: its token, its submission id."""
    forms = [form for form in re.findall(r"<form\b.*?</form>", page, re.S) if 'method="post"' in form and "__RequestVerificationToken" in form and "/sign-out" not in form]
    if not forms:
        raise RuntimeError("no form: " + complaint(page))
    fields = {}
    for tag in re.findall(r"<input\b[^>]*>", max(forms, key=len)):
        found = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if found.get("type") == "hidden" and "name" in found:
            fields.setdefault(html.unescape(found["name"]), html.unescape(found.get("value", "")))
    return fields


def complaint(page):
    found = re.search(r'role="alert".*?<span>(.*?)</span>|class="[^"]*field-error[^"]*"[^>]*>(.*?)<|<h1[^>]*>(.*?)</h1>', page, re.S)
    return html.unescape(re.sub(r"<[^>]*>", "", next((g for g in found.groups() if g), ""))).strip() if found else page[:100]


class Writer(threading.Thread):
    """Records one bill after another. A form that was not answered with success is sent again unchanged, as people do, until it
    is: so each bill must be there exactly once in the end. A line is flushed for every answer before the next is asked for:
    "ok NUMBER AMOUNT", or "no STATUS"."""

    def __init__(self, number, out, lock):
        super().__init__(daemon=True)
        self.person, self.out, self.lock, self.count = Person(number), out, lock, 0

    def run(self):
        self.insist(self.person.sign_in)
        while not stop.is_set():
            form = self.insist(self.form)
            if form is None:
                return
            self.insist(lambda: self.record(form))
            stop.wait(float(os.environ.get("SLEEP", "0.05")))

    def insist(self, act):
        while not stop.is_set():
            try:
                return act() or True
            except Exception as error:  # whatever went wrong, a person tries again
                self.note(f"no {error if isinstance(error, RuntimeError) else type(error).__name__}")
                stop.wait(0.3)
        return None

    def form(self):
        status, page, _ = self.person.ask("GET", "/expenses/record")
        if status != 200:
            raise RuntimeError(f"GET {status}")
        self.count += 1
        name, amount = f"R-{self.person.number}-{os.getpid()}-{self.count}", 100 + self.count
        day = re.search(r'name="Input\.Date"[^>]*value="([^"]*)"|value="([0-9-]*)"[^>]*name="Input\.Date"', page)
        return {**hidden(page), "Input.Number": name, "Input.Date": next(g for g in day.groups() if g), "Input.Shop": "Rehearsal",
                "Input.AnotherBill": "true", "Input.Lines[0].Item": "Rice", "Input.Lines[0].Quantity": "2", "Input.Lines[0].Unit": "kg",
                "Input.Lines[0].Amount": str(amount), "Input.Lines[1].Item": "Oil", "Input.Lines[1].Quantity": "1",
                "Input.Lines[1].Unit": "ltr", "Input.Lines[1].Amount": "50"}

    def record(self, form):
        status, page, to = self.person.ask("POST", "/expenses/record", form)
        if status != 302 or "/sign-in" in to:
            raise RuntimeError(f"POST {status} {complaint(page)[:60] if status == 200 else ''}".strip())
        self.note(f"ok {form['Input.Number']} {int(form['Input.Lines[0].Amount']) + 50}")

    def note(self, line):
        with self.lock:
            self.out.write(f"{time.time():.2f} {line}\n")
            self.out.flush()


def bills(path, numbers):
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    lock = threading.Lock()
    with open(path, "a", encoding="utf-8") as out:
        writers = [Writer(number, out, lock) for number in numbers]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()


def sign_in_all(first, count, threads):
    def one(number):
        began = time.monotonic()
        try:
            Person(str(number)).sign_in()
            return time.monotonic() - began, None
        except Exception as error:
            return time.monotonic() - began, f"{number}: {error}"

    began = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        done = sorted(pool.map(one, range(first, first + count)), key=lambda result: result[0])
    failed = [error for _, error in done if error]
    print(f"{time.monotonic() - began:.1f} {done[len(done) // 2][0]:.2f} {done[-1][0]:.2f} {len(failed)}")
    for error in failed[:5]:
        print(error, file=sys.stderr)


def announce(number):
    person = Person(number).sign_in()
    _, page, _ = person.ask("GET", "/announcements/add")
    until = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 3 * 86400))
    status, page, _ = person.ask("POST", "/announcements/add", {**hidden(page), "Input.Title": "Rehearsal", "Input.Text": "The mail server comes back.", "Input.Until": until})
    if status != 302:
        sys.exit(f"{status} {complaint(page)}")


def bearer(cookie):
    person = Person("")
    person.cookies = dict(pair.split("=", 1) for pair in cookie.split("; "))
    return person


def reports(cookie, places):
    def one(place):
        person, path = bearer(cookie), f"/expenses/report?floor={place[0]}&month={place[1]}"
        _, page, _ = person.ask("GET", path)
        fields = hidden(page)
        began = time.monotonic()
        status, page, _ = person.ask("POST", path, fields, patience=60)
        return time.monotonic() - began, status != 302

    # Two at a time, as many as a server of two cores can write at once.
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        began = time.monotonic()
        done = list(pool.map(one, places))
    print(f"{len(done)} {time.monotonic() - began:.1f} {sorted(took for took, _ in done)[len(done) // 2]:.2f} {sum(failed for _, failed in done)}")


def page(cookie, paths):
    person = bearer(cookie)
    for path in paths:
        began = time.monotonic()
        status, text, to = person.ask("GET", path)
        print(f"{status}\t{time.monotonic() - began:.3f}\t{len(text)}\t{path}\t{to}")


match sys.argv[1:]:
    case ["cookies", *numbers]:
        for number in numbers:
            print(f"{number}\t{Person(number).sign_in().cookie()}", flush=True)
    case ["signin", first, count, threads]:
        sign_in_all(int(first), int(count), int(threads))
    case ["bills", out, *numbers]:
        bills(out, numbers)
    case ["announce", number]:
        announce(number)
    case ["reports", cookie, floors, *months]:
        reports(cookie, [(floor, month) for month in months for floor in range(1, int(floors) + 1)])
    case ["report", cookie, floor, month]:
        reports(cookie, [(floor, month)])
    case ["page", cookie, *paths]:
        page(cookie, paths)
    case _:
        sys.exit(__doc__)
