// Say on paper when it was printed, at the end of the page and in the margin of every sheet.
addEventListener("beforeprint", () => {
  const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const { asOf } = document.documentElement.dataset; // of a PDF file, which somebody prints later
  for (const printed of document.querySelectorAll("[data-printed]")) {
    printed.textContent = asOf ? `, as of ${asOf}` : `, printed ${today}`;
    printed.hidden = false;
  }
  const margin = document.querySelector("[data-margin]")?.textContent.replace(/\s+/g, " ") ?? "";
  document.documentElement.style.setProperty("--margin", JSON.stringify(margin));
});
