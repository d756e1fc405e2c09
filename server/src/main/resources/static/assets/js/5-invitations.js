// The browser knows where its reader is; what was chosen already stays.
behaviours.zone = place => {
  const input = find("input, select", place);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone && !input.value) input.value = zone;
};

// What a script does by itself needs no button.
behaviours.spare = button => { button.hidden = true; };
