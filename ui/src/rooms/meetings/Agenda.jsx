/** @import {DerivedQuestion} from "../../api/types/derived" */
/** @import {AgendaItem, Meeting} from "../../api/types/records" */
/** @import {Someone} from "../../components/menu/PersonField.jsx" */
import { useEffect, useMemo, useState } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { allPhrases, has, ownList } from "../../features/own-lists/own-lists.js";
import { derivedOf } from "../../state/derived.js";
import { addItem } from "./edit.js";
import { guestsOf } from "./guests.js";
import { nameOf, useSteady } from "./people.js";
import { Question } from "./Question.jsx";
import { Unfinished } from "./Unfinished.jsx";

/**
 * The questions in order.
 *
 * @param {{meeting: Meeting, people: Someone[], schools: Someone[], place: string, signed: boolean}} props
 */
export function Agenda({ meeting, people, schools, place, signed }) {
  const items = meeting.protocol?.items ?? [];
  const derived = derivedOf("meeting", meeting.id);
  const [folds, setFolds] = useState(0);
  const phrases = useSteady(allPhrases());
  const speakers = useSteady([...people, ...guestsOf(meeting)]);
  const standing = ownList("standing_questions");
  useEffect(() => {
    // A hit of the search leads to the question or the decision itself.
    if (place)
      requestAnimationFrame(() => {
        document.getElementById(place)?.scrollIntoView({ block: "start" });
      });
  }, [place]);
  return (
    <section aria-labelledby="meeting-agenda">
      <div class="bar2 meet__agenda">
        <h2 id="meeting-agenda" tabIndex={-1}>
          Повестка дня
        </h2>
        {items.length > 1 && (
          <Button look="quiet" onClick={() => setFolds(folds + 1)}>
            Свернуть вопросы
          </Button>
        )}
      </div>
      {items.map((item, at) => (
        <QuestionSlot
          key={item.id}
          meeting={meeting.id}
          item={item}
          number={at + 1}
          last={at === items.length - 1}
          {...votingOn(derived?.questions[at], item.id, people)}
          folds={folds}
          wanted={isAt(item, place)}
          signed={signed}
          people={people}
          speakers={speakers}
          schools={schools}
          phrases={phrases}
          standing={has(standing, item.topic)}
        />
      ))}
      {!signed && (
        <div class="meet__item">
          <Button id="meeting-add-question" sign="plus" onClick={() => addItem(meeting.id)}>
            Добавить вопрос
          </Button>
          <Unfinished meeting={meeting} />
        </div>
      )}
    </section>
  );
}

/**
 * Who may vote on a question and whether the votes add up, as the program says it. A question that stands elsewhere since
 * the program was asked says nothing until the answer comes.
 *
 * @param {DerivedQuestion | undefined} found
 * @param {string} item
 * @param {Someone[]} people
 */
function votingOn(found, item, people) {
  const here = found?.id === item ? found : undefined;
  return {
    voters: here?.voters ?? 0,
    missed: (here?.missed ?? []).map((id) => nameOf(people, id)).join(", "),
    fault: here?.vote_fault ?? "",
  };
}

/**
 * @param {AgendaItem} item
 * @param {string} place
 */
function isAt(item, place) {
  return (
    place !== "" && (item.id === place || item.decisions.some((decision) => decision.id === place))
  );
}

/**
 * Draws its question again only when something of that question changed: with forty of them a saved letter
 * must not cost forty forms.
 *
 * @param {Parameters<typeof Question>[0]} props
 */
function QuestionSlot(props) {
  const { meeting, item, number, last, voters, missed, wanted, folds, signed } = props;
  const { people, speakers, schools, phrases, standing } = props;
  return useMemo(
    () => <Question {...props} />,
    [
      ...[meeting, item, number, last, voters, missed, wanted, folds, signed],
      ...[people, speakers, schools, phrases, standing],
    ],
  );
}
