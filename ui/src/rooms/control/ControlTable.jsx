/** @import {ControlLine, Standing} from "../../api/types/control" */
import { Fragment } from "preact";
import { useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { Status } from "../../components/status/Status.jsx";
import { DRAWN } from "../../features/plan-here/standing.js";
import { hrefOf } from "../../state/route.js";
import { counted } from "../../words/numbers.js";
import { capital } from "../../words/sentence.js";
import { keyOf } from "./choosing.js";
import { LineMark } from "./LineMark.jsx";

/** The headings between the lines, what is pressing first. @type {{standing: Standing, title: string}[]} */
const GROUPS = [
  { standing: "late", title: "Срок прошёл" },
  { standing: "soon", title: "Срок близко" },
  { standing: "open", title: "В работе" },
  { standing: "closed", title: "Отмечено" },
];

/**
 * The lines under their headings; one of them is opened to be marked.
 *
 * @param {{lines: {line: ControlLine, standing: Standing}[]}} props `standing` is where a line stands in the list
 */
export function ControlTable({ lines }) {
  const [opened, setOpened] = useState("");
  return (
    <table class="mt-3 control">
      <thead>
        <tr>
          <th scope="col">Что сделать</th>
          <th scope="col">Срок</th>
          <th scope="col">Ответственный</th>
          <th scope="col">Состояние</th>
        </tr>
      </thead>
      {GROUPS.map(({ standing, title }) => {
        const here = lines.filter((one) => one.standing === standing);
        if (here.length === 0) return null;
        return (
          <tbody key={standing}>
            <tr>
              <th scope="rowgroup" colSpan={4} class="control__group">
                {title}: {here.length}
              </th>
            </tr>
            {here.map(({ line }) => {
              const key = keyOf(line);
              const open = opened === key;
              return (
                <Fragment key={key}>
                  <Line line={line} open={open} onOpen={() => setOpened(open ? "" : key)} />
                  {open && (
                    <tr>
                      <td colSpan={4} class="control__form">
                        <LineMark line={line} row={buttonId(line)} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        );
      })}
    </table>
  );
}

/** @param {ControlLine} line */
const buttonId = (line) => `control-${keyOf(line)}`;

/** @param {{line: ControlLine, open: boolean, onOpen: () => void}} props */
function Line({ line, open, onOpen }) {
  const { kind, record, part, source, text, term, who } = line;
  return (
    <tr class={open ? "control__open" : undefined}>
      <td>
        {text}
        <small>
          <a href={hrefOf(kind, record, part ?? "")}>{capital(source)}</a>
        </small>
      </td>
      <td>{term ? term.in_row : <span class="soft">без срока</span>}</td>
      <td>
        {who.length > 0 ? (
          who.map((one) => <div key={one}>{one}</div>)
        ) : (
          <span class="soft">не назначен</span>
        )}
      </td>
      <td>
        <Status kind={line.standing === "late" ? "late" : DRAWN[line.state].status}>
          {stateWords(line)}
        </Status>
        <div>
          <Button id={buttonId(line)} look="quiet" flush expanded={open} onClick={onOpen}>
            <span>
              {open ? "Готово" : line.standing === "closed" ? "Изменить" : "Отметить"}
              <span class="hidden">: {text}</span>
            </span>
          </Button>
        </div>
      </td>
    </tr>
  );
}

/**
 * «просрочено на 12 дней», «выполняется, ещё 3 дня», «выполнено, позже срока»
 *
 * @param {ControlLine} line
 */
function stateWords({ words, days_late: late, days_left: left, standing, done_late: doneLate }) {
  if (late !== null) return `просрочено на ${counted(late, "день", "дня", "дней")}`;
  if (standing === "soon" && left !== null)
    return left === 0 ? "срок сегодня" : `${words}, ещё ${counted(left, "день", "дня", "дней")}`;
  return doneLate ? `${words}, позже срока` : words;
}
