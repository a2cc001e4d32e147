/** @import {ShownLine} from "../../api/types/importing" */

/**
 * The text of the file, each line with what it was taken for; what has no place stands out by a word, not by colour alone.
 *
 * @param {{name: string, lines: ShownLine[]}} props
 */
export function TextLines({ name, lines }) {
  return (
    <section aria-label="Текст файла">
      <h2>Текст файла «{name}»</h2>
      <ol class="oldp__lines">
        {lines.map((line, at) => {
          const left = line.taken_as === null;
          const word = left ? "не вошло" : line.partly ? `${line.taken_as}, не всё` : line.taken_as;
          return (
            <li key={at} class={left || line.partly ? "oldp__line oldp__line--left" : "oldp__line"}>
              <span class="oldp__text">{line.text}</span>
              <span class="oldp__as">{word}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
