// The large entry of the home page opens the site's own search, which opens when its field has the focus.
document.querySelector("[data-find]")?.addEventListener("click", () => {
  document.querySelector("[data-md-component='search-query']").focus();
});
