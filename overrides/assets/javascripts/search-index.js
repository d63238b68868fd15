// The theme asks for the search index on every page. Most visits never search: that one request waits until somebody does.
window.XMLHttpRequest = class extends XMLHttpRequest {
  open(method, address) {
    super.open(method, address);
    this.waits = address.endsWith("/search/search_index.json") && !location.search;
  }

  send() {
    const ask = () => super.send();
    if (this.waits) document.forms.search.addEventListener("focusin", ask, { once: true });
    else ask();
  }
};
