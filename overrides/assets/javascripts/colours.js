// Light or dark: as the device has it, until the reader chooses otherwise. The choice stays in this browser.
{
  const KEY = "practice-standards.colours"; // base.html reads it before anything is seen
  const chosen = document.documentElement.dataset;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const button = document.querySelector("[data-dark]");
  const isDark = () => (chosen.colours ? chosen.colours === "dark" : device.matches);
  const say = () => button.setAttribute("aria-pressed", isDark());

  button.addEventListener("click", () => {
    const dark = !isDark();
    chosen.colours = dark === device.matches ? "" : dark ? "dark" : "light"; // what the device has is no choice
    try { localStorage.setItem(KEY, chosen.colours); } catch { /* it holds for this page */ }
    say();
  });
  device.addEventListener("change", say);
  say();
}
