// button[data-shows="id of the input"]: shows the typed password and hides it again.
for (const button of document.querySelectorAll("button[data-shows]")) {
  const input = document.getElementById(button.dataset.shows);
  const use = button.querySelector("use");
  const set = shown => {
    input.type = shown ? "text" : "password";
    button.setAttribute("aria-pressed", shown);
    button.setAttribute("aria-label", shown ? "Hide password" : "Show password");
    use?.setAttribute("href", use.getAttribute("href").replace(/#.*/, shown ? "#eye-slash" : "#eye"));
  };
  button.hidden = false; // Rendered hidden: without this script it could do nothing.
  button.addEventListener("click", () => set(input.type === "password"));
  // Sent as a password, or browsers keep it among the words they suggest for plain fields.
  input.form?.addEventListener("submit", () => set(false));
}
