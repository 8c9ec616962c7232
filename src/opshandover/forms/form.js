"use strict";
/* Shows the questions, checks answers while they are typed, keeps a draft in this browser, and saves a file. */

const asked = JSON.parse(document.getElementById("questions").textContent);
const words = JSON.parse(document.getElementById("words").textContent);
const place = document.getElementById("form");
const draftKey = `opshandover:${asked.profile}:${document.documentElement.lang}`;
let serial = 0;

/* ---- elements ---- */

function make(tag, settings = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const isEmpty = (value) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/* ---- single values: a control with its value as a file has it, and what is wrong with it ---- */

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function numberFault(text, field) {
  if (text === "") return "";
  if (!(field.kind === "integer" ? /^[+-]?\d+$/ : NUMBER).test(text)) {
    return field.kind === "integer" ? words.whole : words.number;
  }
  if (field.least !== undefined && Number(text) < field.least) return fill(words.least, { n: field.least });
  if (field.most !== undefined && Number(text) > field.most) return fill(words.most, { n: field.most });
  return "";
}

class Figure {
  /* A number exactly as it was typed: JavaScript would round it. */
  constructor(text) { this.text = text.replace(/^\+/, "").replace(/^(-?)0+(?=\d)/, "$1"); }
  toJSON() { return this.text; }
}

const CONTROLS = {
  text: (field) => plainInput({ type: "text", placeholder: field.hint }),
  prose: (field) => {
    const node = make("textarea", { rows: 3, placeholder: field.hint });
    return { node, read: () => node.value.trim(), write: (value) => { node.value = value; } };
  },
  integer: (field) => numberInput(field),
  decimal: (field) => numberInput(field),
  date: () => plainInput({ type: "date", max: "9999-12-31" }),
  datetime: () => momentInput(),
  when: () => whenInput(),
  boolean: (field) => (field.flag ? checkBox(field) : chooser([[true, words.yes], [false, words.no]])),
  choice: (field) => chooser(field.choices),
  profile: (field) => plainInput({ type: "text", placeholder: field.hint }),
};

function plainInput(settings) {
  const node = make("input", { autocomplete: "off", ...settings });
  return { node, read: () => node.value.trim(), write: (value) => { node.value = value; } };
}

function numberInput(field) {
  const control = plainInput({ type: "text", inputmode: field.kind === "integer" ? "numeric" : "decimal" });
  const typed = () => control.node.value.trim().replace(/[，,](?=\d{3})/g, "").normalize("NFKC");
  control.read = () => (typed() === "" || numberFault(typed(), field) ? "" : new Figure(typed()));
  control.fault = () => numberFault(typed(), field);
  return control;
}

function momentInput() {
  const control = plainInput({ type: "datetime-local", max: "9999-12-31T23:59" });
  control.read = () => control.node.value.replace("T", " ");
  control.write = (value) => { control.node.value = String(value).replace(" ", "T").slice(0, 16); };
  return control;
}

function whenInput() {
  const day = make("input", { type: "date", max: "9999-12-31" });
  const time = make("input", { type: "time", "aria-label": words.time });
  const node = make("div", { class: "when" }, day, time);
  return {
    node,
    main: day,
    read: () => (day.value && time.value ? `${day.value} ${time.value}` : day.value),
    write: (value) => { [day.value, time.value] = [String(value).slice(0, 10), String(value).slice(11, 16)]; },
    fault: () => (time.value && !day.value ? words.day : ""),
  };
}

function checkBox(field) {
  const node = make("input", { type: "checkbox" });
  return { node, inline: true, read: () => (node.checked ? true : ""), write: (value) => { node.checked = isYes(value); } };
}

function chooser(choices) {
  const node = make("select", {}, make("option", { value: "" }, words.choose));
  choices.forEach(([value, label], i) => node.append(make("option", { value: i }, label)));
  return {
    node,
    read: () => (node.value === "" ? "" : choices[node.value][0]),
    write: (value) => {
      const i = choices.findIndex(([one]) => one === value || (typeof one === "boolean" && one === isYes(value)));
      node.value = i < 0 ? "" : i;
    },
  };
}

const isYes = (value) => value === true || value === words.yes;

/* ---- parts: each has a node, read(), and gaps(): the controls that still need an answer ---- */

function single(field, value) {
  const control = CONTROLS[field.kind](field);
  if (!isEmpty(value)) control.write(value);
  const main = control.main ?? control.node;
  main.id = `f${(serial += 1)}`;
  const fault = make("p", { class: "fault", id: `${main.id}-fault`, role: "status" });
  const label = make("label", { for: main.id, class: field.required ? "must" : undefined }, titled(field));
  const note = control.node.placeholder === undefined || control.node.placeholder === "" ? hint(field) : null;
  if (note) note.id = `${main.id}-hint`;
  main.setAttribute("aria-describedby", note ? `${fault.id} ${note.id}` : fault.id);
  if (field.required) main.setAttribute("aria-required", "true");
  const show = (text) => {
    fault.textContent = text;
    main.setAttribute("aria-invalid", String(text !== ""));
  };
  const wrong = () => control.fault?.() ?? "";
  control.node.addEventListener("input", () => show(wrong()));
  const body = control.inline ? [make("div", {}, control.node, label), note] : [label, note, control.node];
  return {
    node: make("div", { class: field.kind === "prose" ? "wide" : undefined }, ...body, fault),
    read: control.read,
    gaps: (needed) => {
      const text = wrong() || (needed && field.required && isEmpty(control.read()) ? words.required : "");
      return text ? [{ node: main, show: () => show(text) }] : [];
    },
  };
}

const firstIn = (node) => ({ node: node.querySelector("input, textarea, select, button"), show: () => {} });
const titled = (field) => (field.unit ? `${field.label}（${field.unit}）` : field.label);
const hint = (field) => (field.hint ? make("p", { class: "hint" }, field.hint) : null);

function record(type, value, { legend, required } = {}) {
  const { fields, main } = asked.types[type];
  const given = isObject(value) ? value : isEmpty(value) || !main ? {} : { [main]: value };
  const parts = [];
  const unknown = Object.entries(given).filter(([key]) => !fields.some((field) => field.key === key));
  const add = (field, into) => {
    const part = build(field, given[field.key]);
    parts.push([field, part]);
    into.append(part.node);
  };
  const shown = make("div", { class: "fields" });
  const more = make("div", { class: "fields" });
  const later = fields.filter((field) => !field.shown && isEmpty(given[field.key]));
  fields.filter((field) => !later.includes(field)).forEach((field) => add(field, shown));
  const rest = make("details", {}, make("summary", {}, fill(words.more, { n: later.length })), more);
  rest.addEventListener("toggle", () => { if (more.childElementCount === 0) later.forEach((field) => add(field, more)); });
  const read = () => {
    const found = new Map(parts.map(([field, part]) => [field.key, part.read()]));
    const filled = fields.filter((field) => !isEmpty(found.get(field.key))).map((field) => [field.key, found.get(field.key)]);
    filled.push(...unknown);
    if (filled.length === 1 && filled[0][0] === main && !isObject(filled[0][1])) return filled[0][1];
    return filled.length ? Object.fromEntries(filled) : "";
  };
  const node = legend
    ? make("fieldset", { class: "wide" }, make("legend", { class: required ? "must" : undefined }, legend), shown)
    : make("div", {}, shown);
  if (later.length) node.append(rest);
  return {
    node,
    read,
    gaps: (needed) => {
      const lacking = needed && required && isEmpty(read());
      const inside = parts.flatMap(([, part]) => part.gaps(lacking || !isEmpty(read())));
      return lacking && !inside.length ? [firstIn(shown)] : inside;
    },
  };
}

function build(field, value) {
  if (field.many) return list(field, isEmpty(value) ? [] : Array.isArray(value) ? value : [value]);
  return field.kind === "record" ? record(field.type, value, { legend: field.label, required: field.required }) : single(field, value);
}

function list(field, values) {
  const items = [];
  const one = { ...field, many: false, required: false };
  const box = make("div");
  const name = field.kind === "record" ? asked.types[field.type].label || field.label : field.label;
  const add = (value, focus) => {
    const part = field.kind === "record" ? record(field.type, value, { legend: name }) : single(one, value);
    const entry = { part };
    const remove = make("button", { type: "button", class: "remove", "aria-label": fill(words.removeOne, { name }), onclick: () => {
      items.splice(items.indexOf(entry), 1);
      entry.node.remove();
      adder.focus();
      changed();
    } }, words.remove);
    if (field.kind === "record") {
      entry.node = part.node;
      part.node.append(make("div", { class: "add" }, remove));
    } else {
      entry.node = make("div", { class: "row" }, part.node, remove);
    }
    items.push(entry);
    box.append(entry.node);
    if (focus) firstIn(entry.node).node.focus();
  };
  const adder = make("button", { type: "button", class: "add", onclick: () => { add(undefined, true); changed(); } }, fill(words.add, { name }));
  values.forEach((value) => add(value));
  if (!values.length && field.shown) add();
  const heading = make("p", { class: field.required ? "label must" : "label" }, field.label);
  return {
    node: make("div", { class: "wide", role: "group", "aria-label": field.label }, heading, hint(field), box, adder),
    read: () => items.map(({ part }) => part.read()).filter((value) => !isEmpty(value)),
    gaps: (needed) => {
      const inside = items.flatMap(({ part }) => part.gaps(false));
      const lacking = needed && field.required && items.every(({ part }) => isEmpty(part.read()));
      return lacking ? [firstIn(items.length ? box : adder.parentNode), ...inside] : inside;
    },
  };
}

function section(about, value) {
  const { nothing, not_applicable: notApplicable } = asked.absences;
  const absent = isObject(value) ? [nothing, notApplicable].find((key) => key in value) : undefined;
  const content = record(about.type, absent ? undefined : value, { required: true });
  const why = single({ key: "", label: words.reason, kind: "text", required: true, hint: words.why }, absent ? value[absent] : "");
  const state = make("select", { "aria-label": fill(words.state, { name: about.label }) });
  [["", words.filled], [nothing, words.nothing], [notApplicable, words.notApplicable]].forEach(([key, label]) =>
    state.append(make("option", { value: key, selected: key === (absent ?? "") }, label)));
  const switched = () => {
    content.node.hidden = state.value !== "";
    why.node.hidden = state.value === "";
  };
  state.addEventListener("change", switched);
  switched();
  const heading = make("h2", { class: about.required ? "must" : undefined }, about.label);
  return {
    node: make("section", { "aria-label": about.label }, make("div", { class: "title" }, heading, state), hint(about), why.node, content.node),
    read: () => (state.value ? { [state.value]: why.read() } : content.read()),
    gaps: () => (state.value ? why.gaps(true) : content.gaps(about.required)),
  };
}

/* ---- the whole ---- */

let parts = [];

function show(data) {
  place.replaceChildren();
  const elsewhere = new Set([...Object.keys(asked.fixed), ...asked.sections.map((about) => about.key)]);
  const rest = Object.fromEntries(Object.entries(data).filter(([key]) => !elsewhere.has(key)));
  asked.types[""] = { label: "", main: "", fields: asked.header };
  const header = record("", rest, { required: true });
  header.node.classList.add("head");
  parts = [["", header], ...asked.sections.map((about) => [about.key, section(about, data[about.key])])];
  place.append(...parts.map(([, part]) => part.node));
  changed();
}

function collect() {
  const data = { ...asked.fixed };
  for (const [key, part] of parts) {
    const value = part.read();
    if (isEmpty(value)) continue;
    if (key === "") Object.assign(data, isObject(value) ? value : {});
    else data[key] = value;
  }
  return data;
}

const gaps = () => parts.flatMap(([, part]) => part.gaps(true));

function changed() {
  const n = gaps().length;
  const state = document.getElementById("state");
  state.textContent = n ? fill(words.left, { n }) : words.complete;
  document.getElementById("next").hidden = n === 0;
  try {
    localStorage.setItem(draftKey, JSON.stringify(collect()));
  } catch {
    state.textContent += ` ${words.noDraft}`;
  }
}

function goToNext() {
  const found = gaps();
  found.forEach((gap) => gap.show());
  const node = found[0]?.node;
  node?.closest("details:not([open])")?.setAttribute("open", "");
  node?.focus();
  node?.scrollIntoView({ block: "center" });
}

/* ---- files ---- */

const PLAIN = /^\d{4}-\d\d-\d\d( \d\d:\d\d)?$/;
const SAFE_LINES = /^[^\s][^\t\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*[^\s]$/;

function scalar(value, indent) {
  if (value instanceof Figure) return value.text;
  if (typeof value !== "string") return JSON.stringify(value);
  if (PLAIN.test(value)) return value;
  const lines = value.split("\n");
  if (lines.length > 1 && SAFE_LINES.test(value) && lines.every((line) => line === line.trimEnd())) {
    return `|-\n${lines.map((line) => (line ? indent + line : "")).join("\n")}`;
  }
  return JSON.stringify(value).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const keyText = (key) => (/^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key) && !/^(null|true|false|yes|no|on|off|y|n)$/i.test(key) ? key : JSON.stringify(key));

function yaml(value, indent) {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return value.map((one) => `${indent}- ${isBranch(one) ? yaml(one, inner).trimStart() : scalar(one, inner)}`).join("\n");
  }
  return Object.entries(value).map(([key, one]) =>
    `${indent}${keyText(key)}:${isBranch(one) ? `\n${yaml(one, inner)}` : ` ${scalar(one, inner)}`}`).join("\n");
}

const isBranch = (value) => (Array.isArray(value) || isObject(value)) && !(value instanceof Figure);

function json(value, indent = "") {
  if (value instanceof Figure) return value.text;
  if (!isBranch(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  const [opening, closing] = Array.isArray(value) ? "[]" : "{}";
  const lines = Array.isArray(value)
    ? value.map((one) => inner + json(one, inner))
    : Object.entries(value).map(([key, one]) => `${inner}${JSON.stringify(key)}: ${json(one, inner)}`);
  return `${opening}\n${lines.join(",\n")}\n${indent}${closing}`;
}

function fileName(suffix) {
  const today = new Date();
  const day = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const title = (collect()[asked.header[0].key] ?? "").toString().replace(/[\\/:*?"<>|\x00-\x1f]/g, "_").slice(0, 60);
  return `${title || `${asked.label}-${day}`}${suffix}`;
}

function save(suffix, text) {
  const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })), download: fileName(suffix) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

async function open(event) {
  const [file] = event.target.files;
  event.target.value = "";
  if (!file) return;
  try {
    const data = JSON.parse(await file.text());
    if (!isObject(data)) throw new Error(words.noDocument);
    show(data);
  } catch (error) {
    alert(fill(words.unreadable, { name: file.name }));
  }
}

function draft() {
  try {
    const kept = JSON.parse(localStorage.getItem(draftKey) ?? "null");
    return isObject(kept) ? kept : null;
  } catch {
    return null;
  }
}

document.getElementById("next").addEventListener("click", goToNext);
document.getElementById("yaml").addEventListener("click", () => save(".yaml", `${yaml(collect(), "")}\n`));
document.getElementById("json").addEventListener("click", () => save(".json", `${json(collect())}\n`));
document.getElementById("open").addEventListener("click", () => document.getElementById("file").click());
document.getElementById("file").addEventListener("change", open);
document.getElementById("clear").addEventListener("click", () => { if (confirm(words.sure)) show(asked.given); });
place.addEventListener("input", changed);
place.addEventListener("change", changed);
show(draft() ?? asked.given);
