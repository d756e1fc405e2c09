// What is said about an issue comes in by itself: the server tells when there is something, and is asked every ten seconds
// where it cannot.
behaviours.live = element => {
  const again = () => htmx.trigger(find("#comments"), "said");
  const stream = window.EventSource && new EventSource(element.dataset.source);
  if (stream) for (const name of ["open", "said"]) stream.addEventListener(name, again);
  setInterval(() => { if (!stream || stream.readyState !== 1) again(); }, 10000);
};
