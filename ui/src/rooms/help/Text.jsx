/** @import {Block, Inline} from "../../../guide/tree.js" */
import { marked } from "./find.js";

/**
 * The text of a section, with the words that were looked for marked in it.
 *
 * @param {{blocks: Block[], stems: string[]}} props
 */
export function Blocks({ blocks, stems }) {
  return blocks.map((block, at) => {
    if (block.type === "text") {
      return (
        <p key={at}>
          <Inlines parts={block.inside} stems={stems} />
        </p>
      );
    }
    const items = block.items.map((item, row) => (
      <li key={row}>
        <Blocks blocks={item} stems={stems} />
      </li>
    ));
    return block.ordered ? <ol key={at}>{items}</ol> : <ul key={at}>{items}</ul>;
  });
}

/** @param {{parts: Inline[], stems: string[]}} props */
function Inlines({ parts, stems }) {
  return parts.map((part, at) => {
    if (typeof part === "string") return <Marked key={at} text={part} stems={stems} />;
    const inside = <Inlines parts={part.inside} stems={stems} />;
    switch (part.type) {
      case "strong":
        return <b key={at}>{inside}</b>;
      case "em":
        return <em key={at}>{inside}</em>;
      case "code":
        return <code key={at}>{inside}</code>;
      case "keys":
        return <kbd key={at}>{inside}</kbd>;
      case "link":
        return (
          <a key={at} href={part.to}>
            {inside}
          </a>
        );
    }
  });
}

/** @param {{text: string, stems: string[]}} props */
export function Marked({ text, stems }) {
  if (stems.length === 0) return text;
  return marked(text, stems).map(({ part, found }, at) =>
    found ? <mark key={at}>{part}</mark> : part,
  );
}
