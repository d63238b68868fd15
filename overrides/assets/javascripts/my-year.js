// The year of the roles that the reader chose (my-roles.js), as a picture: as many full marks in each month as name them, and as many
// hollow ones as name nobody.
{
  const figure = document.querySelector("[data-my-year]"), drawing = figure?.querySelector("svg");

  function mark(month, number, kind) {
    const { foot, step, wide, high } = drawing.dataset, rect = document.createElementNS(drawing.namespaceURI, "rect");
    const said = { class: kind, x: month.dataset.x, y: foot - (number + 1) * step, width: wide, height: high, rx: 2 };
    for (const name in said) rect.setAttribute(name, said[name]);
    return rect;
  }

  // Returns what a month holds in words, and how many marks that is.
  function fill(month, roles) {
    const named = month.dataset.named.split(";").filter((ids) => ids.split(" ").some((id) => roles.includes(id))).length;
    const all = named + Number(month.dataset.nobody);
    month.replaceChildren(...Array.from({ length: all }, (_, number) => mark(month, number, number < named ? "named" : "nobody")));
    return [`${month.dataset.monthName}: ${named} name my role, ${month.dataset.nobody} name no one`, all];
  }

  // Cuts off the room above the tallest column.
  function fit(most) {
    const { foot, step } = drawing.dataset, top = foot - step * most - 4, height = drawing.dataset.height - top;
    drawing.setAttribute("viewBox", `0 ${top} ${drawing.viewBox.baseVal.width} ${height}`);
    for (const frame of drawing.querySelectorAll(".frame")) { frame.setAttribute("y", top + 1); frame.setAttribute("height", height - 2); }
  }

  if (figure) document.addEventListener("my-roles", ({ detail: roles }) => {
    const months = [...drawing.querySelectorAll("[data-named]")].map((month) => fill(month, roles));
    drawing.querySelector("desc").textContent = months.map(([words]) => words).join("; ");
    fit(Math.max(...months.map(([, all]) => all)));
    figure.hidden = roles.length === 0;
  });
}
