// Shared devices: warns two minutes before the session ends for quiet, and keeps it while somebody types or says so.
// The server counts; this only knows how many seconds are left. All tabs share the latest answer.
{
  const dialog = document.getElementById("idle");
  const form = dialog.querySelector("form");
  const time = dialog.querySelector("[data-time]");
  const warnAt = 120, askEvery = 60, shared = "pantry-idle-end";
  const now = () => Date.now() / 1000;
  let end = 0, asked = now(), typed = false, over = false;

  const setEnd = left => { end = now() + left; try { localStorage.setItem(shared, end); } catch { /* private windows */ } };
  // Another tab may have been answered later than this one.
  const latest = () => { try { return Math.max(end, Number(localStorage.getItem(shared)) || 0); } catch { return end; } };
  const close = () => { if (dialog.open && !over) dialog.close(); };

  const stay = async () => {
    asked = now();
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" });
      if (answer.ok) { setEnd((await answer.json()).left); close(); }
    } catch { /* no network: the next try or the countdown tells */ }
  };

  // On a shared screen nothing stays open that was not being written; what was written is sent after signing in again.
  const leave = () => {
    over = true;
    if (!typed) { location.assign("/sign-in?returnUrl=" + encodeURIComponent(location.pathname + location.search)); return; }
    dialog.querySelector("h2").textContent = "You are signed out";
    dialog.querySelector("p").textContent = "Nobody used this page for a while. What you typed is still here. When you save it, you are asked to sign in first.";
    dialog.querySelector("a").remove();
    dialog.querySelector("button").textContent = "Back to what I typed";
    if (!dialog.open) dialog.showModal();
  };

  const words = left => left > 90 ? "2 minutes" : left > 45 ? "1 minute" : `${Math.max(1, Math.round(left / 5) * 5)} seconds`;
  const look = () => {
    if (over) return;
    const left = latest() - now();
    if (left <= 0) leave();
    else if (left > warnAt) close();
    else {
      const text = words(left);
      if (time.textContent !== text) time.textContent = text;
      if (!dialog.open) dialog.showModal();
    }
  };

  const active = event => {
    if (event.type === "input" && event.target.form?.method === "post") typed = true;
    // While the warning stands, only its button answers it.
    if (!over && !dialog.open && now() - asked > askEvery) stay();
  };
  form.addEventListener("submit", event => {
    event.preventDefault();
    if (over) dialog.close(); else stay();
  });
  // Escape means: let me go on.
  dialog.addEventListener("cancel", event => { if (!over) { event.preventDefault(); stay(); } });
  for (const kind of ["input", "keydown", "pointerdown"]) document.addEventListener(kind, active, { passive: true });
  addEventListener("storage", look);
  document.addEventListener("visibilitychange", look);
  setEnd(Number(dialog.dataset.left));
  setInterval(look, 1000);
  look();
}
