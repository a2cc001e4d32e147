// Listens in the page while real keys are typed; it sends no event itself.
//
// A key is timed from the moment the system gave it to WebKit until the second animation frame after it: by then
// the frame with the letter has been drawn, so the figure is at most one frame too large. The paper is timed from the
// last letter until the frame after a page in sight was replaced.
const heard = { keys: [], letter: 0, papers: [] };
globalThis.measured = heard;
const soon = (then) => requestAnimationFrame(() => requestAnimationFrame(() => then(performance.now())));
document.addEventListener(
  "keydown",
  (event) => soon((now) => heard.keys.push(now - Math.min(event.timeStamp, performance.now()))),
  true,
);
document.addEventListener("input", () => (heard.letter = performance.now()), true);
new MutationObserver((changes) => {
  const seen = changes.some(({ target, addedNodes }) =>
    [target, ...addedNodes].some((node) => {
      if (!(node instanceof HTMLImageElement) || !node.closest(".papers")) return false;
      const { top, bottom } = node.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    }),
  );
  const letter = heard.letter;
  if (seen && letter > 0) soon((now) => heard.papers.push({ letter, took: now - letter }));
}).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: ["src"] });
