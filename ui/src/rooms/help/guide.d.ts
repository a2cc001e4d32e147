declare module "virtual:guide" {
  const chapters: import("../../../guide/tree.js").Chapter[];
  export default chapters;
}
