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

// A session that has ended leads to the sign-in page, a failure is told; neither is lost in a part of the page.
page.addEventListener("htmx:beforeOnLoad", event => {
  const { xhr, pathInfo } = event.detail;
  if (!xhr.responseURL || !pathInfo) return;
  const wanted = new URL(pathInfo.finalRequestPath || pathInfo.requestPath, location.href).pathname;
  if (new URL(xhr.responseURL).pathname !== wanted) {
    event.preventDefault();
    location.reload();
  }
});

function failed() {
  const place = find("#flash");
  const note = find("template", place);
  if (note && !find(".failed", place)) place.append(note.content.cloneNode(true));
  behave(place);
}

page.addEventListener("htmx:responseError", failed);
page.addEventListener("htmx:sendError", failed);

// After an update the focus returns to where it was; if that is gone, to the place that was updated.
let focused = "";
page.addEventListener("htmx:beforeSwap", () => { focused = page.activeElement ? page.activeElement.id : ""; });
page.addEventListener("htmx:afterSettle", event => {
  if (page.activeElement && page.activeElement !== page.body) return;
  const again = focused && page.getElementById(focused);
  if (again) again.focus({ preventScroll: true });
  if (!again || page.activeElement !== again) find("#main").focus({ preventScroll: true });
});
