// Listens in the page while real keys are typed; it sends no event itself.
//
// The paper is timed from the last letter until the frame after a page in sight was replaced.
const heard = { letter: 0, papers: [] };
globalThis.measured = heard;
const soon = (then) =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(0);
  });
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
