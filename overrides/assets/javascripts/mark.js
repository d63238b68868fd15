// Marks the words in the page that a search found it by: ?h=stuck+case.
{
  const words = new Set((new URLSearchParams(location.search).get("h") ?? "").toLowerCase().split(" ").filter(Boolean));
  const texts = document.createTreeWalker(document.querySelector(".md-content__inner"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.size && texts.nextNode()) if (!texts.currentNode.parentElement.closest("script, style, svg, select, textarea")) found.push(texts.currentNode);
  for (const text of found) {
    const parts = text.data.split(/([\p{L}\p{N}]+)/u);
    if (!parts.some(part => words.has(part.toLowerCase()))) continue;
    text.replaceWith(...parts.map(part => words.has(part.toLowerCase()) ? Object.assign(document.createElement("mark"), { textContent: part }) : part));
  }
}
