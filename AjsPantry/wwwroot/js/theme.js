// In the head and blocking: the colours must be right before the first paint. Light and dark are written by the server;
// only "as the device" is known nowhere but here, and changes with the evening.
{
  const root = document.documentElement;
  if (root.dataset.theme === "device") {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => { root.dataset.bsTheme = dark.matches ? "dark" : "light"; };
    follow();
    dark.addEventListener("change", follow);
  }
}
