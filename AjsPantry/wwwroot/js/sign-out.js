// Signing out clears what this browser keeps. Ticks of the shopping list that still wait for a network are sent before; where that does not
// work, one is asked.
{
  const form = document.querySelector("form[data-unsent]");
  const box = document.getElementById(form.dataset.unsent);
  const button = form.querySelector("button");
  const key = `shopping-ticks:${form.dataset.person}`;
  const field = "__RequestVerificationToken";
  let asked = false;

  const kept = () => { try { return JSON.parse(localStorage.getItem(key)) ?? []; } catch { return []; } };
  const keep = ticks => localStorage.setItem(key, JSON.stringify(ticks));
  const today = () => new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);

  // Whatever the list answers, a tick that arrived is settled; what is no longer on the list is settled too.
  const send = async tick => {
    const body = new URLSearchParams({ [field]: form.elements[field].value, "Input.On": tick.day === today() ? "" : tick.day });
    const answer = await fetch(tick.action, { method: "POST", body });
    if (!(answer.ok || answer.status === 404) || new URL(answer.url).pathname === "/sign-in") throw new Error("later");
    keep(kept().filter(other => other.id !== tick.id));
  };

  form.addEventListener("submit", async event => {
    if (asked || kept().length === 0) return;
    event.preventDefault();
    try {
      for (const tick of kept()) await send(tick);
      form.submit();
    } catch {
      asked = true;
      box.querySelector("[data-words]").textContent =
        `You marked this as bought, and it is not sent yet: ${kept().map(tick => tick.name).join(", ")}. If you sign out now, it is lost.`;
      box.hidden = false;
      button.querySelector("span").textContent = "Sign out and lose it";
    }
  });
}
