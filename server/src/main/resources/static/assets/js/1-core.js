"use strict";
// Every behaviour is a function from an element to nothing, run once per element that names it in data-behaviour,
// at load and after each update by htmx.
const behaviours = {};
const page = document;
const find = (selector, within = page) => within.querySelector(selector);
const findAll = (selector, within = page) => [...within.querySelectorAll(selector)];

function behave(within) {
  const named = findAll("[data-behaviour]", within);
  if (within.dataset && within.dataset.behaviour) named.unshift(within);
  for (const element of named) {
    const name = element.dataset.behaviour;
    if (element.behaves || !behaviours[name]) continue;
    element.behaves = true;
    behaviours[name](element);
  }
}

function say(text) {
  const place = find("#say");
  place.textContent = "";
  setTimeout(() => { place.textContent = text; }, 50);
}

function openDialog(dialog) {
  if (dialog.matches(":popover-open")) dialog.hidePopover();
  if (!dialog.open) dialog.showModal();
}

page.addEventListener("DOMContentLoaded", () => behave(page.body));
page.addEventListener("htmx:load", event => behave(event.target));
