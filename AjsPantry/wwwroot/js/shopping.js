// Ticks on the shopping list. Where the network is bad, a tick is kept on this phone and sent when it is back; sent twice, it counts once.
const list = document.getElementById('kept');
const key = `shopping-ticks:${list.dataset.person}`; // A phone may be somebody else's tomorrow.

let here = []; // Where the browser stores nothing, the ticks live as long as the page.
const kept = () => { try { return JSON.parse(localStorage.getItem(key)) ?? here; } catch { return here; } };
const keep = ticks => { here = ticks; try { localStorage.setItem(key, JSON.stringify(ticks)); } catch { /* See above. */ } };
const told = 'shopping-told';
const say = words => { list.hidden = words === ''; list.querySelector('[data-kept]').textContent = words; };
const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
const names = ticks => ticks.map(tick => tick.name).join(', ');

function show() {
  const ticks = kept();
  for (const form of document.querySelectorAll('form[data-tick]')) {
    const waits = ticks.some(tick => tick.id === form.dataset.tick);
    form.closest('.tick').classList.toggle('kept', waits);
    form.querySelector('button').setAttribute('aria-pressed', waits);
  }
  const waiting = ticks.filter(tick => tick.waited);
  say(waiting.length === 0 ? '' : `Kept on this phone and sent when the network is back: ${names(waiting)}.`);
}

/** A page that was open for long holds an old token, so a fresh one is fetched with the list. */
async function token() {
  const page = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (!page.ok || page.redirected) throw new Error('not signed in');
  return new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('[name=__RequestVerificationToken]').value;
}

/** What the server says against a tick; an empty text when it is ticked. Whatever is no answer to the tick throws, and the tick stays kept. */
async function sendOne(tick, fresh) {
  const answer = await fetch(tick.action, { method: 'POST', body: new URLSearchParams({ 'Input.On': tick.day === today() ? '' : tick.day, __RequestVerificationToken: fresh }) });
  if (answer.status === 404) return `${tick.name} is not on the list any more.`;
  if (answer.redirected && new URL(answer.url).pathname === location.pathname) return '';
  if (answer.redirected || answer.status !== 200) throw new Error('later');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('main .callout.bad, main .invalid-feedback')?.textContent.trim() || `${tick.name} stands differently by now.`;
}

let sending = false;
async function send() {
  if (sending || kept().length === 0) return;
  sending = true;
  const [refused, late] = [[], []];
  try {
    const fresh = await token();
    for (const tick of kept()) {
      const refusal = await sendOne(tick, fresh);
      if (refusal) refused.push(refusal); else if (tick.waited) late.push(tick);
      keep(kept().filter(other => other.id !== tick.id));
    }
    // The list comes anew and says what became of it.
    if (late.length > 0) refused.unshift(`Sent: ${names(late)}.`);
    sessionStorage.setItem(told, refused.join(' '));
    location.reload();
  } catch {
    keep(kept().map(tick => ({ ...tick, waited: true })));
    show();
  } finally { sending = false; }
}

document.addEventListener('submit', event => {
  const form = event.target.closest('form[data-tick]');
  if (!form) return;
  event.preventDefault();
  keep([...kept().filter(tick => tick.id !== form.dataset.tick), { id: form.dataset.tick, name: form.dataset.name, action: form.action, day: today() }]);
  show();
  send();
});
addEventListener('online', send);
setInterval(send, 20_000); // A network may be bad without ever being gone.
document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
show();
if (kept().length === 0) say(sessionStorage.getItem(told) ?? '');
sessionStorage.removeItem(told);
send();
