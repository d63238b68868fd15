// The "¶" beside each heading, which gives a pointer the address of the section. Twenty of them would be twenty stops of the Tab key,
// and would be read out with each heading: the contents of the page lead to the same sections, under their names. A heading that folds
// what is below it is pressed itself, and holds no link.
"use strict"; // keeps the functions of a block inside it
for (const heading of document.querySelectorAll(".md-content :is(h2, h3, h4)[id]")) {
  if (heading.closest("summary")) continue;
  const link = document.createElement("a");
  Object.assign(link, { className: "headerlink", href: `#${heading.id}`, title: "Link to this section", tabIndex: -1, textContent: "¶" });
  link.setAttribute("aria-hidden", "true");
  heading.append(link);
}
