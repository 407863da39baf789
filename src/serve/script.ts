/**
 * Keeps the page fresh, in the browser. When an event reports a change of the store, the script fetches the same address
 * again and replaces the report, so filters, back and forward, and reload need no code.
 */
export const script = `
const state = document.querySelector("[data-live]");
const shown = (page) => page.querySelector("#report").innerHTML;
let latest = shown(document);
let events = null;
let asking = false;
let stale = false;

function show(text) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const fresh = shown(page);
  if (fresh === latest) return;
  latest = fresh;
  const open = new Map([...document.querySelectorAll("#report details")].map((one) => [keyOf(one), one.open]));
  const focused = document.activeElement?.closest("#report [id]")?.id;
  const { scrollX, scrollY } = window;
  for (const one of page.querySelectorAll("#report details")) one.open = open.get(keyOf(one)) ?? one.open;
  document.querySelector("#report").replaceWith(page.querySelector("#report"));
  for (const list of page.querySelectorAll("datalist")) document.getElementById(list.id)?.replaceWith(list);
  document.dispatchEvent(new Event("enhance"));
  document.title = page.title;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  window.scrollTo(scrollX, scrollY);
}

// Tables and their rows come and go, but what belongs to a code or a section has its id.
function keyOf(details) {
  const home = details.closest("[id]");
  const inside = [...home.querySelectorAll("details")].filter((one) => one.closest("[id]") === home);
  return home.id + " " + inside.indexOf(details);
}

async function refresh() {
  stale = true;
  if (asking) return;
  asking = true;
  while (stale) {
    stale = false;
    try {
      const answer = await fetch(location.href, { cache: "no-cache" });
      if (answer.headers.get("Content-Type")?.startsWith("text/html")) show(await answer.text());
    } catch {
      say(false);
    }
  }
  asking = false;
}

function listen() {
  events?.close();
  events = new EventSource("/events");
  events.onopen = () => say(true);
  events.addEventListener("change", refresh);
  events.onerror = () => {
    say(false);
    if (events.readyState === EventSource.CLOSED) setTimeout(() => document.hidden || listen(), 5000);
  };
}

function say(live) {
  state.dataset.live = live;
  state.textContent = live ? state.dataset.yes : state.dataset.no;
}

// On a telephone the report comes before the fields.
document.querySelector(".fold").open = matchMedia("(min-width: 641px)").matches;

for (const calendar of document.querySelectorAll("[data-for]")) {
  const field = document.querySelector('[name="' + calendar.dataset.for + '"]');
  calendar.value = /^\\d{4}-\\d\\d-\\d\\d/.test(field.value) ? (field.value.replace(" ", "T") + "T00:00").slice(0, 16) : "";
  calendar.addEventListener("input", () => (field.value = calendar.value.replace("T", " ")));
}
document.querySelector("form").addEventListener("submit", ({ target }) => {
  for (const field of target.elements) if (field.value === "") field.disabled = true;
});
window.addEventListener("pageshow", () => {
  for (const field of document.querySelector("form").elements) field.disabled = false;
});
// Browsers allow six connections to an address: pages that nobody sees give theirs up.
document.addEventListener("visibilitychange", () => (document.hidden ? events.close() : listen()));
// Periods such as 24h move on although nothing is written.
setInterval(() => document.hidden || refresh(), 60_000);
listen();
`;
