/** @import {LegalAct} from "../../api/types/records" */
/** @import {Route} from "../../state/route.js" */
import { AgendaHere } from "../../features/agenda-here/AgendaHere.jsx";
import { JournalRoom } from "../../features/journal/JournalRoom.jsx";
import { derivedOf } from "../../state/derived.js";
import { readOldDateHere } from "../../state/reading.js";
import { below, heading, inList, studied, titleInList } from "./act-words.js";
import { Acquainted } from "./Acquainted.jsx";

/**
 * The shelf of normative documents (пп. 1.5, 4.3): laws, orders, letters and the community's own regulation, with who has
 * read them and what is to be studied at a meeting.
 *
 * @param {{route: Route}} props
 */
export const Acts = ({ route }) => (
  <JournalRoom
    kind="legal_act"
    route={route}
    paper="acquaintance"
    words={{
      title: "Нормативные документы",
      list: "Нормативные документы",
      add: "Внести документ",
      remove: "Удалить документ",
      none: "Нормативных документов пока нет",
      why: "Положите сюда Положение о сообществе, приказы и письма, по которым работаете: лист ознакомления напечатается сам, а пункты Положения откроются одним нажатием.",
    }}
    blank={(id, community) => ({
      id,
      community,
      kind: "",
      issuer: "",
      number: "",
      date: null,
      title: "",
      link: "",
      in_force_from: null,
      in_force_until: null,
      note: "",
      for_study: false,
      own_regulation: false,
      acquainted: [],
    })}
    line={(act) => ({ title: inList(act), below: <Below act={act} /> })}
    heading={heading}
    readDate={readOldDateHere}
    fields={{ acquainted: Acquainted }}
    blocks={(act) => (
      <AgendaHere
        id={act.id}
        topic={studied(act, derivedOf("legal_act", act.id)?.named_in_full ?? "")}
        act="Изучить на заседании"
      />
    )}
  />
);

/** @param {{act: LegalAct}} props */
function Below({ act }) {
  const { in_force = true, state_words = "" } = derivedOf("legal_act", act.id) ?? {};
  const words = [titleInList(act), below(act, state_words, in_force)].filter(Boolean);
  return <span class="soft">{words.join(" · ")}</span>;
}
