behaviours.facet = details => {
  const text = find("summary span", details);
  details.addEventListener("change", event => {
    const input = event.target;
    const words = input.closest("label").textContent.trim();
    text.textContent = input.value ? `${details.dataset.label}: ${words}` : details.dataset.label;
    if (input.type === "radio" && !details.keyed) close(details);
  });
  details.addEventListener("keydown", event => { details.keyed = event.key.startsWith("Arrow"); });
  details.addEventListener("pointerdown", () => { details.keyed = false; });
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

// A list to choose from: shown whole when it is short; found by typing, from the server when it names a source.
behaviours.pick = place => {
  const list = find(".perm", place);
  const search = find(".search", place);
  const input = find("input", search);
  const foot = find(".pick-foot", place);
  const count = () => {
    const chosen = findAll("input:checked", list).length;
    foot.textContent = foot.dataset.chosen.replace("#", chosen.toLocaleString("en"));
  };
  const narrow = () => {
    const wanted = input.value.trim().toLocaleLowerCase();
    let shown = 0;
    for (const label of findAll("label", list)) {
      label.hidden = !label.textContent.toLocaleLowerCase().includes(wanted);
      if (!label.hidden) shown++;
    }
    if (shown) count();
    else foot.textContent = foot.dataset.missing;
  };
  search.hidden = !("more" in place.dataset) && findAll("label", list).length < 9;
  list.addEventListener("change", count);
  input.addEventListener("keydown", event => { if (event.key === "Enter") event.preventDefault(); });
  input.addEventListener("input", place.dataset.source ? later(() => fetchOptions(place, list, input, narrow)) : narrow);
};

function later(action) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, 200);
  };
}

// The source answers a page whose [data-options] holds labels like ours; what is chosen already stays on top.
async function fetchOptions(place, list, input, narrow) {
  const wanted = input.value;
  const address = new URL(place.dataset.source, location.href);
  address.searchParams.set("q", wanted);
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (!answer.ok || input.value !== wanted) return;
  const found = new DOMParser().parseFromString(await answer.text(), "text/html");
  const kept = new Set();
  for (const label of findAll("label", list)) {
    const box = find("input", label);
    if (box.checked || !box.value) kept.add(box.value);
    else label.remove();
  }
  for (const label of findAll("[data-options] label", found)) {
    const box = find("input", label);
    if (kept.has(box.value)) continue;
    box.type = place.dataset.type;
    box.name = place.dataset.name;
    list.append(page.adoptNode(label));
  }
  narrow();
}
