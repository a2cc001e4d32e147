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
  const annexes = papers.filter(isAnnex);
  const going = annexes.some((paper) => !isLeftOut(paper.path));
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
      <Papers papers={papers.filter((paper) => !isAnnex(paper))} />
      {annexes.length > 0 && (
        <details class="goes__annexes">
          <summary>Приложения: {inWords(annexes)}</summary>
          <p class="mt-1 soft">
            Бумаги методической работы за год. В РИМК они лежат в папке «Приложения» рядом с
            отчётом.
          </p>
          <p class="mt-1">
            <Button
              look="quiet"
              onClick={() => annexes.forEach((paper) => putIn(paper.path, !going))}
            >
              {going ? "Не передавать ни одного" : "Передать все"}
            </Button>
          </p>
          <Papers papers={annexes} />
        </details>
      )}
      <p class="mt-2 soft">Опись, открытые данные и контрольные суммы кладутся всегда.</p>
    </section>
  );
}

/** @param {{papers: PackagePaper[]}} props */
function Papers({ papers }) {
  return (
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
  );
}

/** The papers of the methodical work lie in a folder of their own. @param {PackagePaper} paper */
const isAnnex = ({ path }) => path.startsWith("Приложения/");

/**
 * «12 бумаг», «10 из 12 бумаг»
 *
 * @param {PackagePaper[]} annexes
 */
function inWords(annexes) {
  const going = annexes.filter((paper) => !isLeftOut(paper.path)).length;
  const all = counted(annexes.length, "бумага", "бумаги", "бумаг");
  if (going === annexes.length) return all;
  return going === 0 ? "не передаются" : `${going} из ${annexes.length}`;
}
