// A form that stays on this device: it is saved as a file, opened again and printed, and sent nowhere.
"use strict"; // keeps the functions of a block inside it
{
  function fill(form, answers) {
    for (const field of form.elements) {
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = answers[field.name] === field.value;
      } else if (field.name) {
        field.value = answers[field.name] ?? "";
      }
    }
  }

  function save(form) {
    const content = JSON.stringify({ form: form.dataset.form, answers: Object.fromEntries(new FormData(form)) }, null, 1);
    const address = URL.createObjectURL(new Blob([content], { type: "application/json" }));
    Object.assign(document.createElement("a"), { href: address, download: `${form.dataset.form}.json` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  async function read(form, file) {
    try {
      const saved = JSON.parse(await file.text());
      return saved.form === form.dataset.form ? saved.answers : null;
    } catch {
      return null;
    }
  }

  /** Return whether anything is filled in. */
  function isFilled(form) {
    return [...new FormData(form).values()].some(answer => typeof answer === "string" && answer.trim());
  }

  /** Return the name of a field as words: it was made from a question (macros/pages/form.py). */
  function inWords(name) {
    return name.replace("field-", "").replaceAll("-", " ");
  }

  /** Return what to say once a saved file is open: it may answer what this form does not ask. */
  function opened(form, answers) {
    const kept = new FormData(form);
    const leftOut = Object.keys(answers).filter(name => answers[name] && answers[name] !== kept.get(name)).map(inWords);
    const which = leftOut.length ? ` Left out, because this form does not ask it: ${leftOut.join(", ")}. It is still in the file.` : "";
    return `The saved file is open.${which}`;
  }

  function prepare(form) {
    const status = form.querySelector("[role=status]");
    let unsaved = false;
    const done = (text) => { status.textContent = text; unsaved = false; };
    const actions = {
      save() { save(form); done("Saved as a file on this device."); },
      print() { print(); },
      clear() { if (confirm("Clear everything that is written here?")) { form.reset(); done("The form is empty."); } },
    };
    form.querySelector(".form-buttons").hidden = false;
    form.addEventListener("input", (event) => { unsaved ||= event.target.type !== "file"; });
    form.addEventListener("click", (event) => actions[event.target.dataset.do]?.());
    form.querySelector("[type=file]").addEventListener("change", async ({ target }) => {
      const answers = await read(form, target.files[0]);
      target.value = "";
      if (!answers) { status.textContent = "This file is not a saved copy of this form."; return; }
      if (isFilled(form) && !confirm("Replace what is written here with the saved file?")) return;
      fill(form, answers);
      done(opened(form, answers));
    });
    addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
    addEventListener("beforeprint", () => {
      for (const box of form.querySelectorAll("textarea")) box.nextElementSibling.textContent = box.value;
      for (const box of form.querySelectorAll("[type=date]")) box.classList.toggle("empty", !box.value); // no "dd/mm/yyyy" on paper
    });
  }

  // As a part of a document of many pages a form is there to be printed.
  for (const form of document.querySelectorAll("[data-form]")) {
    if (form.closest(".chapter")) form.inert = true;
    else prepare(form);
  }
}
