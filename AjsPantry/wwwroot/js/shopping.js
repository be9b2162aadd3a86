// Ticks on the shopping list. Where the network is bad, a tick is kept on this phone and sent when it is back; sent twice, it counts once.
const list = document.getElementById('kept');
const key = `shopping-ticks:${list.dataset.person}`; // A phone may be somebody else's tomorrow.

const kept = () => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };
const keep = ticks => { try { localStorage.setItem(key, JSON.stringify(ticks)); } catch { /* Without storage the tick is sent with the next try. */ } };
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
  say(ticks.length === 0 ? '' : `Kept on this phone and sent when the network is back: ${names(ticks)}.`);
}

/** A page that was open for long holds an old token, so a fresh one is fetched with the list. */
async function token() {
  const page = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-store' });
  if (!page.ok || page.redirected) throw new Error('not signed in');
  return new DOMParser().parseFromString(await page.text(), 'text/html').querySelector('form[data-tick] [name=__RequestVerificationToken]')?.value
    ?? document.querySelector('[name=__RequestVerificationToken]').value;
}

let sending = false;
async function send() {
  if (sending || kept().length === 0) return;
  sending = true;
  const refused = [];
  try {
    const fresh = await token();
    for (const tick of kept()) {
      const answer = await fetch(tick.action, { method: 'POST', body: new URLSearchParams({ 'Input.On': tick.day === today() ? '' : tick.day, __RequestVerificationToken: fresh }) });
      // Led back to the list: it is ticked. The form again: it stands differently by now, which the list shows.
      if (!answer.redirected && answer.status >= 500) throw new Error('later');
      if (!answer.redirected) refused.push(tick);
      keep(kept().filter(other => other.id !== tick.id));
    }
    if (refused.length === 0) location.reload();
    else { show(); say(`Somebody was quicker: ${names(refused)}. The list shows how it stands when you open it again.`); }
  } catch { show(); } finally { sending = false; }
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
document.addEventListener('visibilitychange', () => { if (!document.hidden) send(); });
show();
send();
