// A form that stays on this device: it is saved as a file, opened again and printed, and sent nowhere. This browser keeps what is
// written for as long as the reader asks for it.
"use strict"; // keeps the functions of a block inside it
{
  const LARGEST = 1e6; // bytes: no record is as long, and a film that was chosen by mistake is not read
  const isBox = (field) => ["checkbox", "radio"].includes(field.type);
  const plain = (answer) => typeof answer === "string" ? answer.replaceAll("\r\n", "\n") : "";
  const words = (name) => name.replace(/^field-/, "").replaceAll("-", " ");

  class Record {
    constructor(form) {
      this.form = form;
      this.key = `practice-standards.${form.dataset.form}`;
      this.fields = [...form.elements].filter((field) => field.name);
    }

    get answers() {
      return Object.fromEntries(new FormData(this.form));
    }

    get isWritten() {
      return Object.values(this.answers).some(Boolean);
    }

    get text() {
      return JSON.stringify({ form: this.form.dataset.form, answers: this.answers }, null, 1);
    }

    // The answers in a text that a form of this name has written, or null.
    answersIn(text) {
      try {
        const { form, answers } = JSON.parse(text);
        const isRecord = form === this.form.dataset.form && answers?.constructor === Object;
        return isRecord && this.fields.some((field) => Object.hasOwn(answers, field.name)) ? answers : null;
      } catch {
        return null;
      }
    }

    // Put answers into the form. Returns what it has no place for, and the questions of which they say nothing: answers of another
    // version of the form have such.
    fill(answers) {
      for (const field of this.fields) {
        if (isBox(field)) field.checked = answers[field.name] === field.value;
        else field.value = plain(answers[field.name]);
      }
      const taken = this.answers;
      const isTaken = ([name, answer]) => typeof answer === "string" && plain(taken[name]) === plain(answer);
      const leftOut = Object.entries(answers).filter((one) => !isTaken(one));
      const unanswered = this.fields.filter((field) => !isBox(field) && !Object.hasOwn(answers, field.name));
      const asked = unanswered.map((field) => `“${field.labels[0].textContent}”`).join(", ");
      return [
        ...leftOut.map(([name, answer]) => `No place here for “${words(name)}”: ${plain(answer) || JSON.stringify(answer)}`),
        ...asked ? [`Nothing in it for ${asked}`] : [],
      ];
    }

    saveAsFile() {
      const address = URL.createObjectURL(new Blob([this.text], { type: "application/json" }));
      Object.assign(document.createElement("a"), { href: address, download: `${this.form.dataset.form}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(address), 60000);
    }

    // What this browser has kept of it, or null.
    get kept() {
      try { return this.answersIn(localStorage.getItem(this.key)); } catch { return null; }
    }

    // Have this browser keep what is written, or nothing. Returns whether it does as it is asked.
    keep(isAsked) {
      try {
        isAsked ? localStorage.setItem(this.key, this.text) : localStorage.removeItem(this.key);
        return true;
      } catch {
        return !isAsked;
      }
    }
  }

  // What the reader does with a record, and what she is told.
  class Desk {
    constructor(form) {
      this.record = new Record(form);
      this.status = form.querySelector("[data-says]");
      this.differences = form.querySelector("[data-differs]");
      this.keeps = form.querySelector("[data-keep]");
      this.isUnsaved = false;
    }

    tell(text) {
      this.status.textContent = text;
    }

    // Show answers. What finds no place is told word by word, and stays until other answers are shown: it may be nowhere else.
    show(answers, text) {
      const differences = this.record.fill(answers);
      const list = document.createElement("ul");
      list.append(...differences.map((one) => Object.assign(document.createElement("li"), { textContent: one })));
      this.differences.replaceChildren(...differences.length ? ["What is shown was written with another version of this form:", list] : []);
      this.tell(text);
      this.isUnsaved = false;
    }

    remember() {
      if (this.record.keep(this.keeps.checked)) return;
      this.keeps.checked = false;
      this.tell("This browser can keep nothing. Save what you have written as a file.");
    }

    choose() {
      this.tell(this.keeps.checked ? "This browser keeps what you write here." : "This browser keeps nothing of this form.");
      this.remember();
    }

    write() {
      this.isUnsaved = true;
      if (this.keeps.checked) this.remember();
    }

    async open(file) {
      const answers = file.size < LARGEST ? this.record.answersIn(await file.text()) : null;
      if (!answers) return this.tell("This file is not a saved copy of this form. Nothing has changed here.");
      if (this.record.isWritten && !confirm("Replace what is written here with what the file holds?")) {
        return this.tell("The file is not open. Nothing has changed here.");
      }
      this.show(answers, "The saved file is open.");
      if (this.keeps.checked) this.remember();
    }

    save() {
      this.record.saveAsFile();
      this.tell("Saved as a file on this device.");
      this.isUnsaved = false;
    }

    clear() {
      if (!confirm("Clear everything that is written here?")) return;
      this.record.form.reset(); // which takes the tick away as well
      this.remember();
      this.differences.replaceChildren();
      this.tell("The form is empty, and this browser keeps nothing of it.");
      this.isUnsaved = false;
    }

    print() {
      print();
    }
  }

  function prepare(form) {
    const desk = new Desk(form);
    const { kept } = desk.record;
    if (kept) desk.show(kept, "This browser has kept what you wrote here.");
    desk.keeps.checked = kept !== null;
    form.querySelector(".form-buttons").hidden = false;
    desk.keeps.addEventListener("change", () => desk.choose());
    form.addEventListener("input", ({ target }) => { if (target.name) desk.write(); });
    form.addEventListener("click", ({ target }) => { if (target.dataset.do) desk[target.dataset.do](); });
    form.querySelector("[type=file]").addEventListener("change", async ({ target }) => {
      await desk.open(target.files[0]);
      target.value = "";
    });
    addEventListener("beforeunload", (event) => { if (desk.isUnsaved && !desk.keeps.checked) event.preventDefault(); });
    addEventListener("beforeprint", () => {
      for (const box of form.querySelectorAll("textarea")) box.nextElementSibling.textContent = box.value;
      for (const box of form.querySelectorAll("[type=date]")) box.classList.toggle("empty", !box.value); // no "dd/mm/yyyy" on paper
    });
  }

  // As a part of a document of many pages a form is there to be printed; as an earlier version, which has no buttons, to be read.
  for (const form of document.querySelectorAll("[data-form]")) {
    if (form.closest(".chapter")) form.inert = true;
    else if (form.querySelector(".form-buttons")) prepare(form);
  }
}
