// Goes from room to room, or from one paper to another, and answers when it has been in so many.
const [what, count] = arguments;
const answer = arguments[arguments.length - 1];
const ROOMS = ["overview", "plan", "meetings", "report", "people", "decisions", "methodical", "documents", "settings"];
const seen = (globalThis.soaked ??= { rooms: 0, papers: 0 });
const frame = () => new Promise((go) => requestAnimationFrame(() => setTimeout(go)));
const until = async (holds) => {
  const end = performance.now() + 20000;
  while (!holds()) {
    if (performance.now() > end) throw new Error("not in time");
    await frame();
  }
};
async function room() {
  location.hash = `#/${ROOMS[seen.rooms++ % ROOMS.length]}`;
  await until(() => document.querySelector("#room h1"));
  await frame();
  await frame();
}
async function paper() {
  const ids = (globalThis.papersOf ??= [...document.querySelectorAll('a[href*="#/meetings/"]')].map(
    (one) => one.getAttribute("href"),
  ));
  const at = seen.papers++;
  location.hash = ids[at % ids.length] ?? "#/report";
  await frame();
  await until(() => document.querySelector(".papers img")?.complete);
  await frame();
}
(async () => {
  if (what === "papers" && !globalThis.papersOf) {
    location.hash = "#/meetings";
    await until(() => document.querySelector('a[href*="#/meetings/"]'));
  }
  for (let at = 0; at < count; at += 1) await (what === "rooms" ? room() : paper());
  return "done";
})().then(answer, (fault) => answer(String(fault)));
