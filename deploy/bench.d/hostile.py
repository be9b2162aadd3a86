#!/usr/bin/env python3
"""What the worst that can be typed costs, for deploy/bench --hostile: every field of every form that somebody finds by following links
is sent with plain text and with what readers of text are slow at, of the same length. Standard library only.

  hostile.py PID ROLE=COOKIE...   PID: the node's process. Prints a line for each field that costs more than twice as much, and the worst;
                                  ends with status 1 when one costs more than five times as much

Environment: BASE (http://127.0.0.1:PORT).
"""
import collections, html, http.client, os, re, sys, urllib.parse

BASE = urllib.parse.urlsplit(os.environ["BASE"])
PID, MOST, TIMES = int(sys.argv[1]), 5.0, 6
LONG, OF_STRANGERS, OF_ADDRESS = 100_000, 60_000, 2_000
PLAIN = "The quick brown fox jumps over a lazy dog. "
PATTERNS = {
    "marks": "\u0316\u0301",
    "numbers": "1,",
    "brackets": "[(\"{'<",
    "unseen": "\u200b\u202e\u200dx\u2066",
    "runs": "7" * 60 + " " * 60,
}
LINK = re.compile(r'href="(/[^"#]*)"')
FORM = re.compile(r"<form\b([^>]*)>(.*?)</form>", re.S)
FIELD = re.compile(r"<(input|textarea)\b([^>]*)>")
NO_TEXT = {"hidden", "checkbox", "radio", "submit", "file", "button", "image", "reset"}


def filled(pattern, size):
    count = size // len(pattern.encode()) + 1
    return (pattern * count).encode()[:size].decode("utf-8", "ignore")


def ask(method, path, cookie, body=None, kind=None):
    connection = http.client.HTTPConnection(BASE.hostname, BASE.port, timeout=120)
    try:
        headers = {"X-Forwarded-Proto": "https", "Cookie": cookie, "Connection": "close"}
        if kind:
            headers["Content-Type"] = kind
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        text = answer.read()
        more = [value.split(";")[0] for value in answer.headers.get_all("Set-Cookie") or []]
        return answer.status, text.decode("utf-8", "replace"), answer.headers.get("Content-Type", ""), more
    finally:
        connection.close()


def attributes(tag):
    found = {name.lower(): html.unescape(value) for name, value in re.findall(r'([\w:-]+)="([^"]*)"', tag)}
    return found


def shape(path):
    """Pages of two things of one kind are one page."""
    place = path.split("?")[0]
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d(-\d\d)?|\d+", "#", place)


def forms_of(cookie, starts):
    """Every form that is found by following links, as (page, action, method, hidden fields, names of text fields), and the cookies."""
    seen, waiting, forms, jar = set(), collections.deque(starts), {}, cookie
    while waiting and len(seen) < 150:
        path = waiting.popleft()
        if shape(path) in seen or re.search(r"/(sign-out|status|jobs)|\.(ics|pdf|xlsx|csv|zip)|/(pdf|xlsx|csv|pack|file|download|export)\b", path):
            continue
        seen.add(shape(path))
        status, page, kind, more = ask("GET", path, jar)
        for value in more:
            jar = "; ".join([part for part in jar.split("; ") if part and part.split("=")[0] != value.split("=")[0]] + [value])
        if status != 200 or "html" not in kind:
            continue
        waiting.extend(html.unescape(link) for link in LINK.findall(page))
        for head, body in FORM.findall(page):
            form, hidden, texts = attributes(head), [], []
            for element, tag in FIELD.findall(body):
                field = attributes(tag)
                if "name" not in field:
                    continue
                if element == "input" and field.get("type", "text") == "hidden":
                    hidden.append((field["name"], field.get("value", "")))
                elif element == "textarea" or field.get("type", "text") not in NO_TEXT:
                    texts.append(field["name"])
            action = form.get("action") or path
            # Rows of one form are alike.
            texts = list({re.sub(r"\[\d+\]", "[]", name): name for name in reversed(texts)}.values())
            if texts and action.startswith("/"):
                forms.setdefault((shape(action), tuple(sorted(texts))), (path, action, form.get("method", "get").lower(), hidden, texts))
    return list(forms.values()), jar


def sent(form, name, text, cookie):
    path, action, method, hidden, _ = form
    if method == "get":
        query = urllib.parse.urlencode([*hidden, (name, text)])
        return ask("GET", f"{action.split('?')[0]}?{query}", cookie)[0]
    border = "hostile0border0hostile"
    parts = [f'--{border}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n' for key, value in [*hidden, (name, text)]]
    body = ("".join(parts) + f"--{border}--\r\n").encode()
    return ask("POST", action, cookie, body, f"multipart/form-data; boundary={border}")[0]


def processor():
    """Milliseconds of processor that the node has used."""
    with open(f"/proc/{PID}/stat", encoding="ascii", errors="replace") as stat:
        used = stat.read().rsplit(")", 1)[1].split()[11:13]
    return sum(map(int, used)) * 1000 / os.sysconf("SC_CLK_TCK")


def cost(form, name, text, cookie):
    sent(form, name, text, cookie)
    before = processor()
    statuses = {sent(form, name, text, cookie) for _ in range(TIMES)}
    return (processor() - before) / TIMES, statuses


worst, fields, count, failures = (0.0, ""), 0, 0, 0
for role in sys.argv[2:]:
    who, cookie = role.split("=", 1)
    starts = ["/sign-in", "/forgot", "/"] if cookie == "" else ["/", "/account", "/search?q=rice", "/people", "/expenses/record", "/loans/add", "/fines/add"]
    forms, cookie = forms_of(cookie, starts)
    count += len(forms)
    for form in forms:
        size = OF_ADDRESS if form[2] == "get" else OF_STRANGERS if who == "stranger" else LONG
        for name in form[4]:
            fields += 1
            plain, statuses = cost(form, name, filled(PLAIN, size), cookie)
            # What is read as nothing is compared with nothing: a list that is not narrowed shows all of it.
            if form[2] == "get":
                plain = max(plain, cost(form, name, "", cookie)[0])
            if statuses & {413, 500, 502, 503}:
                print(f"{who:9} {form[1][:50]:50} {name[:34]:34} plain text is answered {sorted(statuses)}", flush=True)
                failures += 1 if statuses & {500, 502, 503} else 0
            for kind, pattern in PATTERNS.items():
                used, statuses = cost(form, name, filled(pattern, size), cookie)
                # A tick of the kernel's clock is as much as a small form costs.
                ratio = (used + 2) / (plain + 2)
                line = f"{who:9} {form[1][:50]:50} {name[:34]:34} {kind:9} {used:7.1f} ms, plain {plain:5.1f} ms, {ratio:.1f} times"
                worst = max(worst, (ratio, line))
                if ratio > 2 or statuses & {500, 502, 503}:
                    print(line, sorted(statuses), flush=True)
                failures += 1 if ratio > MOST or statuses & {500, 502, 503} else 0
print(f"{fields} fields of {count} forms, {len(PATTERNS)} patterns of {LONG // 1000} kB ({OF_STRANGERS // 1000} kB where nobody has signed in, {OF_ADDRESS // 1000} kB in an address); the worst:")
print(worst[1])
sys.exit(1 if failures or fields < 50 else 0)
