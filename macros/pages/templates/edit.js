// The form: the editor with the settings that the data gives it. It writes files as make tidy does, so that a file changes in what was
// edited alone: fields in the order of the form, a line for each text, and nothing of what was left empty.
import { parse, stringify } from "./yaml/index.js";

const settings = await (await fetch("settings.json")).json();
const PAGE = /^---[ \t]*\n(.*?)^---[ \t]*$/ms; // the front matter

const isEmpty = value => [undefined, null, "", false].includes(value) || typeof value === "object" && Object.keys(value).length === 0;

const namesIn = ({ name, fields, files }) => [name, ...[...(fields ?? []), ...(files ?? [])].flatMap(namesIn)];
const everyName = settings.collections.flatMap(namesIn);
const MANY = 8; // fields of which the editor keeps the order

/** Return what the editor holds as it is to stand in a file: first the fields that are named, in that order. */
function written(value, names = Object.keys(Object(value)).length > MANY ? everyName : []) {
  if (Array.isArray(value)) return value.map(item => written(item)).filter(item => !isEmpty(item));
  if (typeof value !== "object" || value === null) return value;
  const order = [...names.filter(name => name in value), ...Object.keys(value).filter(name => !names.includes(name))];
  return Object.fromEntries(order.map(name => [name, written(value[name])]).filter(([, inner]) => !isEmpty(inner)));
}

const asYaml = (data, names) => stringify(written(data, names), { lineWidth: 0 });
const record = { fromFile: text => parse(text), toFile: asYaml };
const page = {
  fromFile(text) {
    const [whole, front] = text.match(PAGE);
    return { ...parse(front), body: text.slice(whole.length).trimStart() };
  },
  toFile({ body, ...data }, names) {
    return `---\n${asYaml(data, names)}---\n\n${body ?? ""}`;
  },
};

window.CMS_MANUAL_INIT = true;
await new Promise(loaded => {
  const script = document.createElement("script");
  script.src = "decap-cms.js";
  script.onload = loaded;
  document.body.append(script);
});
CMS.registerCustomFormat("record", "yml", record);
CMS.registerCustomFormat("page", "md", page);
CMS.init({ config: { ...settings, load_config_file: false } });
