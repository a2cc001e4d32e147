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
  const out = papers.filter((paper) => isLeftOut(paper.path));
  return (
    <section class="mt-4" aria-labelledby="what-goes">
      <div class="bar2">
        <h2 id="what-goes">Что передаём</h2>
        {out.length > 0 && (
          <Button look="quiet" onClick={() => out.forEach((paper) => putIn(paper.path, true))}>
            Отметить всё
          </Button>
        )}
      </div>
      <ul class="goes">
        {papers.map((paper) => (
          <li key={paper.path}>
            <Tick checked={!isLeftOut(paper.path)} onChange={(goes) => putIn(paper.path, goes)}>
              <span class="goes__one">
                <b>{paper.title}</b>
                <span class="soft goes__pages">
                  {paper.pages !== null && counted(paper.pages, "лист", "листа", "листов")}
                </span>
                {paper.reference && <span class="soft">{paper.reference}</span>}
              </span>
            </Tick>
          </li>
        ))}
      </ul>
      <p class="mt-2 soft">Опись, открытые данные и контрольные суммы кладутся всегда.</p>
    </section>
  );
}
