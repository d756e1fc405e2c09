behaviours.modal = button => {
  const dialog = page.getElementById(button.getAttribute("popovertarget"));
  button.removeAttribute("popovertarget");
  button.setAttribute("aria-haspopup", "dialog");
  button.addEventListener("click", () => openDialog(dialog));
  dialog.addEventListener("click", event => {
    if (event.target === dialog) dialog.close();
  });
};

behaviours.close = button => button.addEventListener("click", () => {
  const dialog = button.closest("dialog");
  if (dialog.open) dialog.close();
});

behaviours.dismiss = button => button.addEventListener("click", () => {
  button.closest(".note").remove();
  find("#main").focus();
});

behaviours.theme = form => {
  const button = find("button", form);
  const show = theme => {
    const other = theme === "dark" ? "light" : "dark";
    button.value = other;
    button.setAttribute("aria-label", button.dataset[other]);
    button.title = button.dataset[other];
  };
  const now = () => page.documentElement.dataset.theme
    || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
  show(now());
  form.addEventListener("submit", event => {
    event.preventDefault();
    const theme = now() === "dark" ? "light" : "dark";
    page.documentElement.dataset.theme = theme;
    const secure = location.protocol === "https:" ? ";Secure" : "";
    page.cookie = `bailiwick-theme=${theme};Path=/;Max-Age=31536000;SameSite=Lax${secure}`;
    show(theme);
  });
};

behaviours.focus = element => {
  element.focus();
  element.addEventListener("click", event => {
    const link = event.target.closest("a");
    const place = link && page.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!place) return;
    event.preventDefault();
    const control = place.matches("input, select, textarea") ? place : find("input:not([type=hidden]), select, textarea", place);
    (control || place).focus();
  });
};

behaviours.locked = button => button.addEventListener("click", event => {
  event.preventDefault();
  say(button.title);
});

// What came anew is said, unless it is what was said last.
behaviours.say = element => {
  const text = element.dataset.say;
  if (text && find("#say").textContent !== text) say(text);
};

behaviours.reveal = button => {
  const input = page.getElementById(button.getAttribute("aria-controls"));
  button.hidden = false;
  button.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    button.setAttribute("aria-pressed", String(!shown));
  });
};

// What a later answer wrote here stays when the place is drawn anew.
const remembered = new Map();
behaviours.remember = place => {
  if (place.textContent) remembered.set(place.id, place.innerHTML);
  else if (remembered.has(place.id)) place.innerHTML = remembered.get(place.id);
};

// Where there are more tabs than room, the current one is in sight.
behaviours.current = list => {
  const tab = find("[aria-current]", list);
  if (tab) list.scrollLeft += tab.getBoundingClientRect().left - (innerWidth - tab.offsetWidth) / 2;
};

// What does nothing without script.
behaviours.scripted = element => { element.hidden = false; };

// What came from the server goes into these fields, as if it had been typed.
behaviours.fill = place => {
  for (const field of findAll(place.dataset.fields)) {
    field.value = find("code", place).textContent;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  say(place.dataset.say);
};

behaviours.copy = button => button.addEventListener("click", async () => {
  const text = button.dataset.text;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    getSelection().selectAllChildren(button.previousElementSibling);
    page.execCommand("copy");
  }
  const use = find("use", button);
  const before = use.getAttribute("href");
  use.setAttribute("href", before.replace(/#.*/, "#i-check"));
  say(button.dataset.done);
  setTimeout(() => use.setAttribute("href", before), 1500);
});

// A form is sent once, even when its button is pressed twice.
behaviours.form = form => form.addEventListener("submit", event => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "true";
  setTimeout(() => delete form.dataset.sent, 4000);
});

behaviours["select-all"] = box => {
  const boxes = () => findAll("td.ck input", box.closest("table"));
  const count = () => {
    const chosen = boxes().filter(one => one.checked).length;
    box.checked = chosen > 0 && chosen === boxes().length;
    box.indeterminate = chosen > 0 && !box.checked;
    const place = find("[data-chosen]", box.closest("form, .card"));
    if (place) place.textContent = place.dataset.chosen.replace("#", chosen.toLocaleString("en"));
  };
  box.closest("table").addEventListener("change", event => {
    if (event.target === box) boxes().forEach(one => { one.checked = box.checked; });
    count();
  });
  count();
};

// What is locked stays focusable, and stays as it is.
page.addEventListener("click", event => {
  const input = event.target.closest("label, input[aria-disabled=true]");
  if (input && (input.matches("input") ? input : find("input[aria-disabled=true]", input))) event.preventDefault();
});
