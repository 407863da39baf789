/**
 * What a page can do without a server, in the browser: values of the chart under the pointer or by arrow keys, tables in
 * another order, a search in the lines, commands to the clipboard. It adds its own controls, so without it nothing is
 * there that does not work. It reads the page as text and writes text alone. After `report` is replaced, `enhance` is sent.
 */
export const pageScript = `{
const say = () => document.querySelector("main")?.dataset ?? {};
const sorted = new Map();

function add(parent, name, properties = {}) {
  return parent.appendChild(Object.assign(document.createElement(name), properties));
}

// The chart
const steps = (chart) => [...chart.querySelectorAll(".pointed")];
const linkOf = (step) => step.closest("a")?.href.baseVal;
let chosen = null;

function choose(chart, from, to) {
  const all = steps(chart);
  const first = all[Math.min(from, to)];
  if (!first) return;
  chosen = { chart, from, to };
  all.forEach((step, i) => step.classList.toggle("on", i >= Math.min(from, to) && i <= Math.max(from, to)));
  const shown = from === to ? first.dataset.values : heading(all[Math.min(from, to)]) + " – " + heading(all[Math.max(from, to)]);
  chart.parentElement.querySelector(".readout").textContent = shown;
}

const heading = (step) => step.dataset.values.split(" · ")[0];

function zoom() {
  if (!chosen) return;
  const all = steps(chosen.chart);
  const [first, last] = [chosen.from, chosen.to].sort((a, b) => a - b).map((i) => linkOf(all[i]));
  if (!first) return;
  const target = new URL(first, location);
  target.searchParams.set("until", new URL(last, location).searchParams.get("until"));
  location.assign(target);
}

function enhanceChart(chart) {
  for (const step of steps(chart)) {
    const title = step.querySelector("title");
    step.dataset.values = title.textContent.split("\\n").join(" · ");
    title.remove();
    step.closest("a")?.setAttribute("aria-label", step.dataset.values);
  }
  const output = document.createElement("output");
  output.className = "readout muted";
  output.textContent = say().hover;
  chart.before(output);
  chart.tabIndex = 0;
  chart.setAttribute("role", "group");
  chart.setAttribute("aria-label", chart.querySelector("title").textContent + ". " + say().hover);
  const indexOf = ({ clientX }) => {
    const all = steps(chart);
    const found = all.findIndex((step) => clientX < step.getBoundingClientRect().right);
    return found === -1 ? all.length - 1 : found;
  };
  let start = null;
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("pointerdown", (event) => {
    if (event.button === 0) start = indexOf(event);
  });
  chart.addEventListener("pointermove", (event) => choose(chart, start ?? indexOf(event), indexOf(event)));
  chart.addEventListener("pointerleave", () => (start = null));
  chart.addEventListener("pointerup", (event) => {
    const end = indexOf(event);
    if (start !== null && start !== end) {
      choose(chart, start, end);
      zoom();
    }
    start = null;
  });
  chart.addEventListener("keydown", (event) => {
    const last = steps(chart).length - 1;
    const at = chosen?.chart === chart ? chosen : null;
    const to = { ArrowLeft: (at?.to ?? 1) - 1, ArrowRight: (at?.to ?? -1) + 1, Home: 0, End: last }[event.key];
    if (event.key === "Enter") return zoom();
    if (to === undefined) return;
    event.preventDefault();
    const end = Math.min(Math.max(to, 0), last);
    choose(chart, event.shiftKey && at ? at.from : end, end);
  });
}

// Tables
const keyOf = (table) => (table.closest("[id]")?.id ?? "") + " " + [...document.querySelectorAll("table")].filter((one) => one.closest("[id]") === table.closest("[id]")).indexOf(table);

function valueOf(row, column) {
  const cell = row.cells[column];
  const time = cell?.querySelector("time");
  if (time) return Date.parse(time.dateTime);
  const text = (cell?.dataset.sort ?? cell?.textContent ?? "").trim();
  const number = Number(text.replace(/[,\\s%<>]/g, ""));
  return text !== "" && !Number.isNaN(number) ? number : /^–?$/.test(text) ? -Infinity : text.toLowerCase();
}

function sort(table, column, descending) {
  const headers = [...table.tHead.rows[0].cells];
  headers.forEach((header, i) =>
    i === column ? header.setAttribute("aria-sort", descending ? "descending" : "ascending") : header.removeAttribute("aria-sort"),
  );
  const bodies = [...table.tBodies];
  const parts = bodies.length > 1 ? bodies : [...bodies[0].rows];
  const keyed = parts.map((part) => ({ part, value: valueOf(part.rows?.[0] ?? part, column) }));
  keyed.sort(({ value: a }, { value: b }) => {
    const order = typeof a === typeof b ? (a < b ? -1 : a > b ? 1 : 0) : typeof a === "number" ? -1 : 1;
    return descending ? -order : order;
  });
  const home = parts[0]?.parentElement;
  for (const { part } of keyed) home.append(part);
  sorted.set(keyOf(table), { column, descending });
}

function enhanceTable(table) {
  [...table.tHead.rows[0].cells].forEach((header, column) => {
    if (header.tagName !== "TH" || header.classList.contains("trend")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.append(...header.childNodes);
    header.append(button);
    button.addEventListener("click", () => {
      const isNumber = header.classList.contains("n");
      const before = header.getAttribute("aria-sort");
      sort(table, column, before === null ? isNumber : before === "ascending");
    });
  });
  const order = sorted.get(keyOf(table));
  if (order) sort(table, order.column, order.descending);
}

// The search in the lines
let wanted = "";

function search() {
  const text = wanted.trim().toLowerCase();
  for (const body of document.querySelectorAll(".codes > tbody")) {
    const lines = [...body.querySelectorAll(".samples figure")];
    const found = lines.filter((line) => line.textContent.toLowerCase().includes(text));
    for (const line of lines) line.hidden = !found.includes(line);
    body.hidden = text !== "" && found.length === 0;
    if (text !== "" && found.length > 0) body.querySelector("details").open = true;
  }
}

function enhanceLines(section) {
  const label = document.createElement("label");
  label.className = "search";
  label.textContent = say().search + " ";
  const field = add(label, "input", { type: "search", value: wanted, id: "search-lines" });
  field.addEventListener("input", () => {
    wanted = field.value;
    search();
  });
  section.querySelector("h2").after(label);
  search();
}

// Commands
async function copy(button, text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection().selectAllChildren(button.previousElementSibling);
    document.execCommand("copy");
  }
  button.textContent = say().copied;
  setTimeout(() => (button.textContent = say().copy), 1500);
}

function enhanceCommand(code) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "copy", textContent: say().copy });
  button.setAttribute("aria-label", say().copy + ": " + code.textContent);
  button.addEventListener("click", () => copy(button, code.textContent));
  code.after(button);
}

function enhance() {
  chosen = null;
  for (const chart of document.querySelectorAll("svg.stacked")) enhanceChart(chart);
  for (const table of document.querySelectorAll("#report table, body > main table")) if (table.tHead) enhanceTable(table);
  const codes = document.querySelector("#codes");
  if (codes?.querySelector(".samples")) enhanceLines(codes);
  for (const code of document.querySelectorAll(".steps code, .causes code")) enhanceCommand(code);
}

document.addEventListener("enhance", enhance);
enhance();
}`;
