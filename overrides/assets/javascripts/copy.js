// Copy the address of a calendar and say so. Without script the address stands there to be copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const status = button.nextElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      status.textContent = "Copied";
    } catch {
      status.textContent = "Your browser does not let this page copy. Select the address and copy it by hand.";
    }
  });
}
