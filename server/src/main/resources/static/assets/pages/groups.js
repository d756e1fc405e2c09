// Whoever leaves what is not saved yet is asked; to send it or to discard it asks nothing.
function unsaved(form, is) {
  let sent = false;
  const leave = event => { sent = !event.defaultPrevented; };
  form.addEventListener("submit", leave);
  form.addEventListener("click", event => { if (event.target.closest("a.btn")) leave(event); });
  addEventListener("pageshow", () => { sent = false; });
  addEventListener("beforeunload", event => { if (!sent && is()) event.preventDefault(); });
}

// Of the matrix only those cells and chips are sent that say something else than is saved.
behaviours.matrix = form => {
  form.addEventListener("formdata", event => {
    for (const same of findAll("[data-s]:checked, .given [type=checkbox]:not([data-s], :checked)", form)) event.formData.delete(same.name);
  });
  unsaved(form, () => !find("#savebar.quiet", form) || find("input:checked:not([data-s]), .given [data-s]:not(:checked)", form));
  form.addEventListener("change", event => {
    if (event.target.matches("[type=radio], [type=checkbox]")) find("#judge", form).dispatchEvent(new Event("judge"));
  });
};

// What came along anew takes the place of what bears its id.
behaviours.renew = place => {
  const fresh = find("template", place);
  for (const one of fresh ? [...fresh.content.children] : []) {
    const before = page.getElementById(one.id);
    if (before) before.replaceWith(one);
  }
};
