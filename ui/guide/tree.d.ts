/** What the page is given of the guide: text and where it leads, nothing that could become markup. */
export interface Chapter {
  /** The name of its file; where it is the name of a room, F1 in that room opens it. */
  id: string;
  title: string;
  sections: Section[];
}

export interface Section {
  /** Empty for what stands before the first heading. */
  title: string;
  blocks: Block[];
}

export type Block =
  { type: "text"; inside: Inline[] } | { type: "list"; ordered: boolean; items: Block[][] };

export type Inline =
  | string
  | { type: "strong" | "em" | "code" | "keys"; inside: Inline[] }
  | { type: "link"; to: string; inside: Inline[] };
