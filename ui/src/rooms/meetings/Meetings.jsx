/** @import {Route} from "../../state/route.js" */
import { useEffect } from "preact/hooks";

import { Button } from "../../components/button/Button.jsx";
import { EmptyRoom } from "../../components/empty-room/EmptyRoom.jsx";
import { PickList } from "../../components/pick-list/PickList.jsx";
import { Status } from "../../components/status/Status.jsx";
import { ClauseLink } from "../../features/clauses/ClauseLink.jsx";
import { chooseYear, today, year } from "../../state/file.js";
import { useKept } from "../../state/kept.js";
import { allOf, oneOf } from "../../state/records.js";
import { go, href } from "../../state/route.js";
import { dayAndMonth, NBSP, schoolYearName } from "../../words/dates.js";
import { OldProtocol } from "../../features/old-protocol/OldProtocol.jsx";
import { PaperBeside } from "../../features/paper-beside/PaperBeside.jsx";
import { addMeeting, READY } from "./edit.js";
import { focusWhenThere } from "./focus.js";
import { standing } from "./standing.js";
import { MeetingRecord } from "./MeetingRecord.jsx";
import { PROTOCOL, requestOf } from "./papers.js";
import { ReadyProtocol } from "./ReadyProtocol.jsx";
import { WhichPaper } from "./WhichPaper.jsx";
import "./meetings.css";

/**
 * Meetings of the school year, one of them with its protocol, and the protocol as it will be printed.
 *
 * @param {{route: Route}} props
 */
export function Meetings({ route }) {
  const [showsPaper, setShowsPaper] = useKept("meetings paper beside", false);
  // The blank that an old protocol from Word takes the place of.
  const [fromWord, setFromWord] = useKept(
    "meetings from word",
    /** @type {string | null} */ (null),
  );
  // Another meeting begins with its protocol.
  const [shown, setShown] = useKept("meetings paper", { of: "", paper: PROTOCOL });
  const asked = oneOf("meeting", route.id);
  const askedYear = asked?.school_year;
  // A meeting reached from elsewhere (search, overview) brings its year; a year chosen later wins.
  useEffect(() => {
    if (askedYear !== undefined && askedYear !== year.peek()) chooseYear(askedYear);
  }, [route.id, askedYear]);

  const meetings = allOf("meeting")
    .filter((meeting) => meeting.school_year === year.value)
    .sort((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id));
  const current = meetings.find((meeting) => meeting.id === route.id) ?? meetings[0];

  if (!current) {
    return (
      <div class="page">
        <h1 id="meeting-title" tabIndex={-1}>
          Заседания
        </h1>
        <div class="mt-4">
          <EmptyRoom
            title={`В ${schoolYearName(year.value)} учебном году заседаний пока нет`}
            action={
              <span class="rowp">
                <Button look="main" sign="plus" onClick={() => addMeeting()}>
                  Новое заседание
                </Button>
                <Button sign="sheet" onClick={() => addMeeting({ ready: true })}>
                  Внести готовый протокол
                </Button>
              </span>
            }
          >
            Номер, дата и состав подставятся сами, останется внести вопросы и решения.
          </EmptyRoom>
        </div>
      </div>
    );
  }
  if (route.id === current.id && route.place === READY) {
    if (fromWord === current.id) {
      return (
        <OldProtocol
          community={current.community}
          year={current.school_year}
          replaces={current.id}
          onAdded={(meeting, of) => {
            chooseYear(of);
            go(href("meetings", meeting));
            focusWhenThere("meeting-title");
          }}
          onClose={() => setFromWord(null)}
        />
      );
    }
    return (
      <ReadyProtocol
        key={current.id}
        meeting={current}
        onFromWord={() => {
          setFromWord(current.id);
          focusWhenThere("meeting-title");
        }}
      />
    );
  }
  const paper = shown.of === current.id ? shown.paper : PROTOCOL;
  return (
    <div class="trio" data-show={showsPaper ? "paper" : undefined}>
      <div class="trio__list">
        <div class="top">
          <Button sign="plus" wide onClick={() => addMeeting()}>
            <span class="meet__new">Новое заседание</span>
          </Button>
          <Button look="quiet" wide onClick={() => addMeeting({ ready: true })}>
            <span class="meet__new">Внести готовый протокол</span>
          </Button>
        </div>
        <PickList
          label="Заседания"
          current={current.id}
          items={meetings.map((meeting) => {
            const { kind, word } = standing(meeting.id);
            const number = meeting.protocol?.number;
            return {
              id: meeting.id,
              href: href("meetings", meeting.id),
              title: `${number ? `№${NBSP}${number}, ` : ""}${dayAndMonth(meeting.date)}`,
              below: <Status kind={kind}>{word}</Status>,
            };
          })}
        />
        <p class="more small soft">
          Заседания проводятся в обоих полугодиях (<ClauseLink number="4.5" />
          ).
        </p>
      </div>
      <MeetingRecord
        key={current.id}
        meeting={current}
        place={route.id === current.id ? route.place : ""}
        showsPaper={showsPaper}
        onShowPaper={() => setShowsPaper(!showsPaper)}
        paper={paper.kind}
        onPaper={(kind) => {
          setShown({ of: current.id, paper: { ...PROTOCOL, kind } });
          setShowsPaper(true);
        }}
      />
      <PaperBeside
        key={`paper-${current.id}`}
        request={requestOf(current, paper, today.value)}
        above={
          <WhichPaper
            meeting={current}
            shown={paper}
            onShow={(next) => setShown({ of: current.id, paper: next })}
          />
        }
      />
    </div>
  );
}
