// The year of the roles that the reader chose (my-roles.js), as a picture: how many marks of each month are full, and how many hollow.
{
  const figure = document.querySelector("[data-my-year]");

  // Returns what a month holds in words, and how many marks that is.
  function mark(month, roles) {
    const named = month.dataset.named.split(";").filter(ids => ids.split(" ").some(id => roles.includes(id))).length;
    const all = named + Number(month.dataset.nobody);
    [...month.children].forEach((mark, number) => mark.setAttribute("class", number < named ? "named" : number < all ? "nobody" : "none"));
    return [`${month.dataset.monthName}: ${named} name my role, ${month.dataset.nobody} name nobody`, all];
  }

  // Cuts off the room above the tallest column.
  function fit(drawing, most) {
    const { foot, step } = drawing.dataset, top = foot - step * most - 4, height = drawing.dataset.height - top;
    drawing.setAttribute("viewBox", `0 ${top} ${drawing.viewBox.baseVal.width} ${height}`);
    for (const now of drawing.querySelectorAll(".now")) { now.setAttribute("y", top + 1); now.setAttribute("height", height - 2); }
  }

  if (figure) document.addEventListener("my-roles", event => {
    const roles = event.detail, drawing = figure.querySelector("svg");
    const months = [...figure.querySelectorAll("[data-named]")].map(month => mark(month, roles));
    figure.querySelector("desc").textContent = months.map(([words]) => words).join("; ");
    fit(drawing, Math.max(...months.map(([, all]) => all)));
    figure.hidden = roles.length === 0;
  });
}
