behaviours.jump = dialog => {
  const input = find("input", dialog);
  const items = findAll("li", dialog);
  const search = find("[data-search]", dialog);
  const shown = () => items.filter(item => !item.hidden).map(item => find("a", item));
  const mark = link => {
    shown().forEach(one => one.classList.toggle("on", one === link));
    if (link) link.scrollIntoView({ block: "nearest" });
  };
  const narrow = () => {
    const wanted = input.value.trim();
    for (const item of items) {
      if (item !== search) item.hidden = !item.textContent.toLowerCase().includes(wanted.toLowerCase());
    }
    if (search) {
      search.hidden = !wanted;
      find("bdi", search).textContent = wanted;
      find("a", search).href = `${search.dataset.search}?q=${encodeURIComponent(wanted)}`;
    }
    mark(shown()[0]);
  };
  input.addEventListener("input", narrow);
  dialog.addEventListener("toggle", narrow);
  dialog.addEventListener("close", () => { input.value = ""; });
  input.addEventListener("keydown", event => {
    const links = shown();
    const at = links.findIndex(link => link.classList.contains("on"));
    if (event.key === "ArrowDown") mark(links[Math.min(at + 1, links.length - 1)]);
    else if (event.key === "ArrowUp") mark(links[Math.max(at - 1, 0)]);
    else if (event.key === "Enter" && links[at]) links[at].click();
    else if (event.key === "Escape" && dialog.open) dialog.close();
    else return;
    event.preventDefault();
  });
};

const typing = element => element.matches("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]");

page.addEventListener("keydown", event => {
  const key = event.key;
  if (key === "k" && (event.ctrlKey || event.metaKey) && find("#jump")) {
    event.preventDefault();
    const jump = find("#jump");
    if (jump.open) jump.close();
    else openDialog(jump);
    return;
  }
  if (key === "Escape") return escape(event);
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || find("dialog[open]")) return;
  if (key === "/" && find("main [type=search]")) {
    event.preventDefault();
    const search = find("main [type=search]");
    search.focus();
    search.select();
  } else if (key === "?" && find("#help")) {
    event.preventDefault();
    openDialog(find("#help"));
  }
});

function escape(event) {
  const details = event.target.closest("details.facet[open]");
  if (details) {
    close(details);
  } else if (event.target.matches("main [type=search]") && event.target.value) {
    event.preventDefault();
    event.target.value = "";
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// A failure is told on top of the page, in the words of the answer where it has some, and never lost in a part of the page.
const read = text => new DOMParser().parseFromString(text || "", "text/html");
const wordsOf = text => find("body > .failed", read(text));

function failed(text, status) {
  const place = find("#flash");
  const note = wordsOf(text) || find("template", place).content.firstElementChild.cloneNode(true);
  const words = find("[data-status]", note);
  if (words && status) words.textContent = detail(text) || words.dataset.status.replace("#", status);
  const before = find(".failed", place);
  if (before && before.textContent === note.textContent) return;
  if (before) before.remove();
  place.append(note);
  behave(note);
}

function detail(text) {
  try {
    return JSON.parse(text).detail;
  } catch {
    return "";
  }
}

page.addEventListener("htmx:responseError", event => failed(event.detail.xhr.responseText, event.detail.xhr.status));
page.addEventListener("htmx:sendError", () => failed());

// What is fetched besides htmx fails as its requests do.
async function ask(address) {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (answer && answer.ok) return answer;
  if (answer) failed(await answer.text(), answer.status);
  else failed();
  return null;
}

// After an update the focus returns to where it was; if that is gone, to the place that was updated.
// 422 is a form with its faults, which is shown; where there is none it is a failure as any other.
let focused = "";
page.addEventListener("htmx:beforeSwap", event => {
  const answer = event.detail;
  focused = page.activeElement ? page.activeElement.id : "";
  if (answer.xhr.status !== 422 || !wordsOf(answer.serverResponse)) return;
  answer.shouldSwap = false;
  answer.isError = true;
});
page.addEventListener("htmx:afterSettle", event => {
  if (page.activeElement && page.activeElement !== page.body) return;
  const again = focused && page.getElementById(focused);
  if (again) again.focus({ preventScroll: true });
  if (!again || page.activeElement !== again) find("#main").focus({ preventScroll: true });
});
