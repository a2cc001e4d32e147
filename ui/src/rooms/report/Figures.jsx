/** @import {FigureTrace} from "../../api/types/figures" */
/** @import {ReportSection} from "../../api/types/records" */
import { Bars } from "../../components/bars/Bars.jsx";
import { linkTo } from "../../state/route.js";

/** Groups that stand as a picture besides. */
const DRAWN = ["meeting", "organisation", "direction", "difficulty", "year"];

/**
 * The figures of a section, each to be opened to the records behind it.
 *
 * @param {{figures: FigureTrace[], section: ReportSection}} props
 */
export function Figures({ figures, section }) {
  const own = figures.filter((figure) => figure.section === section);
  if (own.length === 0) return null;
  const alone = own.filter((figure) => !DRAWN.includes(figure.group));
  return (
    <>
      {alone.map((one) => (
        <p key={one.label} class="mt-1">
          {one.label}: <b>{one.words}</b>
          {one.before && (
            <span class="soft">
              , в прошлом году {one.before.part} из {one.before.whole}
            </span>
          )}
        </p>
      ))}
      <ByOrganisation figures={own} />
      <details class="fold mt-2">
        <summary>Откуда цифры</summary>
        <dl class="sources">
          {own.map((figure) => (
            <div key={`${figure.group} ${figure.label}`}>
              <dt>
                {figure.label}: {figure.words}
              </dt>
              <dd>
                <ul>
                  {figure.sources.map(({ kind, id, name }, at) => {
                    const to = linkTo(kind, id);
                    return <li key={`${at} ${id}`}>{to ? <a href={to}>{name}</a> : name}</li>;
                  })}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

/** @param {{figures: FigureTrace[]}} props */
function ByOrganisation({ figures }) {
  const rows = figures.flatMap(({ group, label, share, before }) =>
    group === "organisation" && share
      ? [
          {
            id: label,
            name: label,
            value: share.part,
            of: share.whole,
            words:
              `${share.part} из ${share.whole}` +
              (before ? `, в прошлом году ${before.part} из ${before.whole}` : ""),
          },
        ]
      : [],
  );
  if (rows.length === 0) return null;
  return (
    <figure class="mt-3 picture">
      <p class="label">По организациям</p>
      <Bars label="Посещаемость по организациям" rows={rows} />
    </figure>
  );
}
