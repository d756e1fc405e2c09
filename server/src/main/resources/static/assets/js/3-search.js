behaviours.facet = details => {
  const text = find("summary span", details);
  const search = find(".menu .search", details);
  details.addEventListener("change", event => {
    const input = event.target;
    if (input.type !== "radio") return event.stopPropagation();
    const label = input.closest("label");
    const words = (find("bdi", label) || label).textContent.trim();
    text.textContent = input.value ? `${details.dataset.label}: ${words}` : details.dataset.label;
    if (!details.keyed) close(details);
  });
  details.addEventListener("keydown", event => { details.keyed = event.key.startsWith("Arrow"); });
  details.addEventListener("pointerdown", () => { details.keyed = false; });
  if (!search) return;
  const menu = find(".menu", details);
  const input = find("input", search);
  const foot = find(".hint", menu);
  search.hidden = false;
  stay(input);
  input.addEventListener("input", later(() => fetchOptions(details.dataset.source, menu, input, () => {
    foot.textContent = findAll("label", menu).length > 1 ? "" : foot.dataset.missing;
  })));
};

// In a table, which scrolls and clips, the menu is laid over the page.
behaviours.menu = details => details.addEventListener("toggle", () => {
  const menu = find(".menu", details);
  if (!details.open || !details.closest(".tw")) return;
  const button = find("summary", details).getBoundingClientRect();
  const above = button.bottom + menu.offsetHeight + 8 > innerHeight;
  const rtl = getComputedStyle(details).direction === "rtl";
  const style = menu.style;
  style.position = "fixed";
  style.top = `${above ? button.top - menu.offsetHeight - 4 : button.bottom + 4}px`;
  style.left = rtl ? `${button.left}px` : "auto";
  style.right = rtl ? "auto" : `${page.documentElement.clientWidth - button.right}px`;
  addEventListener("scroll", () => { details.open = false; }, { once: true, capture: true });
});

function close(details) {
  details.open = false;
  find("summary", details).focus();
}

page.addEventListener("click", event => {
  for (const open of findAll("details.facet[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});

// Empty fields stay out of the address.
behaviours.filter = form => {
  form.addEventListener("htmx:configRequest", event => {
    const values = event.detail.formData;
    for (const [name, value] of [...values.entries()]) {
      if (value === "") values.delete(name);
    }
  });
};

// A list to choose from: shown whole when it is short; found by typing, from the server when that has more.
behaviours.pick = place => {
  const list = find(".perm", place);
  const search = find(".search", place);
  const input = find("input", search);
  const foot = find(".pick-foot", place);
  const source = "more" in place.dataset && place.dataset.source;
  const count = () => {
    foot.textContent = foot.dataset.chosen.replace("#", findAll("input:checked", list).length.toLocaleString("en"));
  };
  const rest = find(":scope > .hint:not(.pick-foot)", place);
  const tell = () => {
    if (rest) rest.hidden = input.value !== "";
    if (find("label:not([hidden])", list)) count();
    else foot.textContent = foot.dataset.missing;
  };
  const narrow = () => {
    const wanted = input.value.trim().toLocaleLowerCase();
    for (const label of findAll("label", list)) label.hidden = !label.textContent.toLocaleLowerCase().includes(wanted);
    tell();
  };
  search.hidden = !source && findAll("label", list).length < 9;
  list.dataset.name = place.dataset.name;
  list.dataset.type = place.dataset.type;
  list.addEventListener("change", count);
  stay(input);
  input.addEventListener("input", source ? later(() => fetchOptions(source, list, input, tell)) : narrow);
};

// Typing into such a search neither sends the form nor counts as a change of it.
function stay(input) {
  input.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  for (const kind of ["change", "input"]) input.addEventListener(kind, event => event.stopPropagation());
}

function later(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, 200);
  };
}

// The source answers [data-options], which holds labels like ours; what is chosen already, and the choice of none, stay.
async function fetchOptions(source, list, input, done) {
  const wanted = input.value;
  const address = new URL(source, location.href);
  address.searchParams.set("q", wanted);
  const answer = await ask(address);
  if (!answer || input.value !== wanted) return;
  const found = read(await answer.text());
  const kept = new Set();
  let last;
  for (const label of findAll("label:has([name])", list)) {
    const box = find("input", label);
    if (box.checked || !box.value) {
      kept.add(box.value);
      last = label;
    } else {
      label.remove();
    }
  }
  for (const label of findAll("[data-options] label", found)) {
    const box = find("input", label);
    if (kept.has(box.value)) continue;
    box.name = list.dataset.name;
    box.type = list.dataset.type;
    const mine = page.adoptNode(label);
    if (last) last.after(mine);
    else list.append(mine);
    last = mine;
  }
  done();
}
