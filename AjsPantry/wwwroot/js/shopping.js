// The shopping list stays where it is: what one does is sent in the background, the list comes anew in its place, and a toast says what
// happened. Where the network is bad, a tick is kept on this phone and sent when it is back; sent twice, it counts once.
const list = document.getElementById("kept");
const told = document.getElementById("told");
const key = `shopping-ticks:${list.dataset.person}`; // A phone may be somebody else's tomorrow.
const field = "__RequestVerificationToken";
const seconds = 8;

let here = []; // Where the browser stores nothing, the ticks live as long as the page.
const kept = () => { try { return JSON.parse(localStorage.getItem(key)) ?? here; } catch { return here; } };
const keep = ticks => { here = ticks; try { localStorage.setItem(key, JSON.stringify(ticks)); } catch { /* See above. */ } };
const say = words => { list.hidden = words === ""; list.querySelector("[data-kept]").textContent = words; };
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const names = ticks => ticks.map(tick => tick.name).join(", ");
const token = page => page.querySelector(`[name=${field}]`)?.value ?? "";
const read = async answer => new DOMParser().parseFromString(await answer.text(), "text/html");

function show() {
  const ticks = kept();
  for (const form of document.querySelectorAll("form[data-tick]")) {
    const waits = ticks.some(tick => tick.id === form.dataset.tick);
    form.closest(".tick").classList.toggle("kept", waits);
    form.querySelector("button").setAttribute("aria-pressed", waits);
  }
  const waiting = ticks.filter(tick => tick.waited);
  say(waiting.length === 0 ? "" : `Kept on this phone and sent when the network is back: ${names(waiting)}.`);
}

/** Says what happened, with a button that takes it back; goes after a while, but never while it is pointed at or focused. */
function toast(words, undo) {
  const line = Object.assign(document.createElement("div"), { className: "toast-line" });
  line.append(Object.assign(document.createElement("span"), { textContent: words }));
  if (undo) {
    const button = Object.assign(document.createElement("button"), { className: "btn", type: "button", textContent: "Undo" });
    button.addEventListener("click", () => { line.remove(); undo(); });
    line.append(button);
  }
  let timer = setTimeout(() => line.remove(), seconds * 1000);
  for (const event of ["pointerenter", "focusin"]) line.addEventListener(event, () => clearTimeout(timer));
  const goOn = () => { clearTimeout(timer); timer = setTimeout(() => line.remove(), 3000); };
  for (const event of ["pointerleave", "focusout"]) line.addEventListener(event, goOn);
  told.replaceChildren(line);
}

/** Puts the parts of a fresh page into this one, and the focus where it was or, where that is gone, on what took its place. */
function take(page) {
  const active = document.activeElement;
  // What is to buy and what is in the trolley are two lists to go through.
  const kind = active?.classList.contains("on") ? "#list .round.on" : "#list .round:not(.on)";
  const rounds = () => [...document.querySelectorAll(kind)];
  const [id, name, at] = [active?.id, active?.getAttribute("aria-label"), rounds().indexOf(active)];
  const inQuick = Boolean(active?.closest("#quick"));
  for (const part of document.querySelectorAll("[data-fresh]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) part.replaceWith(document.importNode(fresh, true));
  }
  show();
  const isSame = element => element.getAttribute("aria-label") === name && !element.disabled;
  const same = name && [...document.querySelectorAll("[aria-label]")].find(isSame);
  const next = at >= 0 ? rounds()[Math.min(at, rounds().length - 1)] ?? document.querySelector("#list .round") : null;
  const target = inQuick ? document.querySelector("#quick [type=text]") : (id && document.getElementById(id)) || same || next;
  target?.focus({ preventScroll: true });
}

/** Sends a form; a page that was open for long holds an old token, so it is sent once more with a fresh one. */
async function post(action, fields) {
  const body = new URLSearchParams(fields);
  if (!body.has(field)) body.set(field, token(document));
  const answer = await fetch(action, { method: "POST", body });
  if (answer.status !== 400) return answer;
  const page = await fetch(location.href, { headers: { Accept: "text/html" }, cache: "no-store" });
  if (!page.ok || page.redirected) throw new Error("not signed in");
  body.set(field, token(await read(page)));
  return fetch(action, { method: "POST", body });
}

const isList = answer => answer.redirected && new URL(answer.url).pathname === location.pathname;
const refusal = (page, otherwise) => page.querySelector("main .callout.bad:not([hidden]), main .invalid-feedback")?.textContent.trim() || otherwise;

/** Sends what changes the list at once; the answer is the list, or says why not. */
async function change(action, fields, undo, focus) {
  try {
    const answer = await post(action, fields);
    if (answer.redirected && !isList(answer)) { location.reload(); return; }
    const page = await read(answer);
    const words = page.querySelector(".toast-line span")?.textContent;
    if (isList(answer) || page.getElementById("list")) take(page);
    else say(refusal(page, "That did not work. Reload the page and try again."));
    if (words) toast(words, undo);
    if (focus) document.querySelector(focus)?.focus({ preventScroll: true });
  } catch { say("No network. Try again when it is back."); }
}

/** What the server says against a tick, and the list as it is then. Whatever is no answer to the tick throws, and the tick stays kept. */
async function sendOne(tick) {
  const answer = await post(tick.action, { "Input.On": tick.day === today() ? "" : tick.day });
  if (answer.status === 404) return { words: `${tick.name} is no longer on the list.` };
  const page = await read(answer);
  if (isList(answer)) return { page };
  if (answer.redirected || answer.status !== 200) throw new Error("later");
  return { words: refusal(page, `${tick.name} was changed in the meantime.`) };
}

let sending = false;
async function send() {
  if (sending || kept().length === 0) return;
  sending = true;
  const [refused, sent] = [[], []];
  let page = null;
  try {
    while (kept().length > 0) {
      const tick = kept()[0];
      const outcome = await sendOne(tick);
      keep(kept().filter(other => other.id !== tick.id));
      if (outcome.words) refused.push(outcome.words); else sent.push(tick);
      page = outcome.page ?? page;
    }
    page ??= await read(await fetch(location.href, { cache: "no-store" }));
    take(page);
    const late = sent.filter(tick => tick.waited);
    say([late.length > 0 ? `Sent: ${names(late)}.` : "", ...refused].filter(Boolean).join(" "));
    if (sent.length > late.length) {
      const last = sent.at(-1);
      toast(`${last.name} is marked as bought.`, last.back ? () => change(last.back, {}, null, `[data-tick="${last.id}"] button`) : null);
    }
  } catch {
    keep(kept().map(tick => ({ ...tick, waited: true })));
    show();
  } finally { sending = false; }
}

document.addEventListener("submit", event => {
  const form = event.target.closest("form[data-tick], form[data-live]");
  if (!form) return;
  event.preventDefault();
  const { tick: id, name, back, redo, fields } = form.dataset;
  if (!id) {
    const undo = redo ? () => change(redo, fields, null, `[data-redo="${redo}"] button`) : null;
    change(form.action, new FormData(form, event.submitter), undo);
    return;
  }
  const others = kept().filter(tick => tick.id !== id);
  // A tick that still waits for the network is taken back by a second tap.
  const waits = kept().some(tick => tick.id === id && tick.waited);
  keep(waits ? others : [...others, { id, name, back, action: form.action, day: today() }]);
  show();
  send();
}, true); // Before other scripts, which would take the button and with it the focus.
addEventListener("online", send);
setInterval(send, 20_000); // A network may be bad without ever being gone.
document.addEventListener("visibilitychange", () => { if (!document.hidden) send(); });
show();
send();
