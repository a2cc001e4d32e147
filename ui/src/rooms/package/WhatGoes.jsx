/** @import {PackagePaper} from "../../api/types/views" */
import { Button } from "../../components/button/Button.jsx";
import { Tick } from "../../components/field/Tick.jsx";
import { counted } from "../../words/numbers.js";
import { isLeftOut, putIn } from "./package-papers.js";

/**
 * The papers of the year, each of which may stay at home.
 *
 * @param {{papers: PackagePaper[]}} props
 */
export function WhatGoes({ papers }) {
  const out = papers.filter((one) => isLeftOut(one.path));
  return (
    <section class="mt-4" aria-labelledby="what-goes">
      <div class="bar2">
        <h2 id="what-goes">Что передаём</h2>
        {out.length > 0 && (
          <Button look="quiet" onClick={() => out.forEach((one) => putIn(one.path, true))}>
            Отметить всё
          </Button>
        )}
      </div>
      <ul class="goes">
        {papers.map((one) => (
          <li key={one.path}>
            <Tick checked={!isLeftOut(one.path)} onChange={(goes) => putIn(one.path, goes)}>
              <span class="goes__one">
                <b>{one.title}</b>
                <span class="soft goes__pages">
                  {one.pages !== null && counted(one.pages, "лист", "листа", "листов")}
                </span>
                {one.reference && <span class="soft">{one.reference}</span>}
              </span>
            </Tick>
          </li>
        ))}
      </ul>
      <p class="mt-2 soft">Опись, открытые данные и контрольные суммы кладутся всегда.</p>
    </section>
  );
}
