// Several of very many are chosen in a dialog: found by typing, a page at a time, or all that match at once. What is chosen
// stands in the form as chips and goes with it in one field, since a form holds a thousand at most. The list in the form is
// for whoever has no script. Where one alone can be chosen, choosing another takes its place.
behaviours.several = place => {
  const shown = 30;
  const perPage = 50;
  const plain = find("[data-plain]", place);
  const summary = find("[data-summary]", place);
  const dialog = find("dialog", place);
  const list = find(".perm", dialog);
  const search = find("input[type=search]", dialog);
  const [more, all, none] = ["more", "all", "none"].map(name => find(`[data-${name}]`, dialog));
  const chips = find(".tags", summary);
  const field = find("input[type=hidden]", summary);
  const opener = find("[data-open]", summary);
  const chosen = new Map();
  const single = "single" in place.dataset;
  const nameOf = label => find("bdi", label).textContent.trim();
  const words = (element, number) => element.dataset.text.replace("#", number.toLocaleString("en"));
  let total = 0;

  const address = (path, query) => {
    const url = new URL(place.dataset.source + path, location.href);
    for (const [name, value] of Object.entries(query)) if (value) url.searchParams.set(name, value);
    return url;
  };

  const draw = () => {
    field.value = [...chosen.keys()].join(",");
    const named = [...chosen].filter(([, label]) => label).slice(0, shown);
    chips.replaceChildren(...named.map(([key, label]) => {
      const chip = find("template", summary).content.firstElementChild.cloneNode(true);
      const button = find("button", chip);
      find("bdi", chip).textContent = label;
      button.setAttribute("aria-label", button.dataset.text.replace("#", label));
      button.value = key;
      return chip;
    }));
    for (const count of findAll("[data-count]", place)) count.textContent = words(count, chosen.size);
    find("[data-rest]", summary).textContent = chosen.size > named.length
      ? words(find("[data-rest]", summary), chosen.size - named.length) : "";
    for (const box of findAll("input", list)) box.checked = chosen.has(box.value);
    none.hidden = chosen.size === 0;
  };

  const changed = () => {
    draw();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const load = async after => {
    const wanted = search.value;
    const answer = await ask(address("", { q: wanted, after }));
    if (!answer || wanted !== search.value) return;
    const found = read(await answer.text());
    const labels = findAll("[data-options] label", found);
    if (!after) {
      total = Number(find("[data-options]", found).dataset.total);
      list.replaceChildren();
      list.scrollTop = 0;
    }
    for (const label of labels) {
      const box = find("input", label);
      box.name = single ? "one" : "";
      if (single) box.type = "radio";
      box.setAttribute("form", "");
      box.checked = chosen.has(box.value);
      if (box.checked) chosen.set(box.value, nameOf(label));
      list.append(page.adoptNode(label));
    }
    const count = find("[data-found]", dialog);
    count.textContent = words(count, total);
    more.hidden = labels.length < perPage || findAll("label", list).length >= total;
    all.hidden = single || total === 0;
    all.textContent = words(all, total);
    if (after && labels[0]) find("input", labels[0]).focus();
  };

  for (const box of findAll("input:checked", plain)) chosen.set(box.value, nameOf(box.closest("label")));
  // Of very many that are chosen the form names the first ones; the others are known by their keys until they are found.
  for (const key of find("[data-kept]", plain)?.value.split(",") || []) chosen.set(key, "");
  find(".pick", plain).replaceWith(summary);
  summary.hidden = false;
  field.disabled = false;
  draw();

  stay(search);
  search.addEventListener("input", later(() => load("")));
  opener.addEventListener("click", () => {
    openDialog(dialog);
    search.focus();
    load("");
  });
  dialog.addEventListener("click", event => {
    if (event.target === dialog || event.target.closest("[data-done]")) dialog.close();
  });
  list.addEventListener("change", event => {
    event.stopPropagation();
    const box = event.target;
    if (single) chosen.clear();
    if (box.checked) chosen.set(box.value, nameOf(box.closest("label")));
    else chosen.delete(box.value);
    changed();
  });
  more.addEventListener("click", () => load(findAll("input", list).at(-1).value));
  all.addEventListener("click", async () => {
    const answer = await ask(address("/all", { q: search.value }));
    if (!answer) return;
    for (const one of await answer.json()) chosen.set(one.key, one.name);
    changed();
    say(find("[data-count]", dialog).textContent);
  });
  none.addEventListener("click", () => {
    chosen.clear();
    changed();
    search.focus();
  });
  chips.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    const place = findAll("button", chips).indexOf(button);
    chosen.delete(button.value);
    changed();
    (findAll("button", chips)[place] || findAll("button", chips).at(-1) || opener).focus();
  });
};
