// Which version of each standard was in force on a day: chosen here, or asked for in the address (?on=2027-02-24), so that
// the answer can be sent to a colleague.
{
  const input = document.querySelector("[data-on-a-day]");
  const versions = [...document.querySelectorAll(".in-force-on > li")];

  const show = day => {
    for (const version of versions) {
      const { from, until } = version.dataset;
      version.hidden = Boolean(day) && (from > day || (until !== "" && until <= day));
    }
    const shown = versions.filter(version => !version.hidden).length;
    input.closest("p").querySelector("[role=status]").textContent = day ? `${shown} in force on this day` : "";
  };

  if (input) {
    input.value = new URLSearchParams(location.search).get("on") ?? "";
    show(input.value);
    input.addEventListener("input", () => {
      const address = new URL(location);
      address.searchParams[input.value ? "set" : "delete"]("on", input.value);
      history.replaceState(null, "", address);
      show(input.value);
    });
  }
}
