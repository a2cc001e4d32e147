/** @import {Route} from "../../state/route.js" */
import { oneOf } from "../../state/records.js";
import { MemberForm } from "./MemberForm.jsx";
import { NewMember } from "./NewMember.jsx";
import { OrganisationForm } from "./OrganisationForm.jsx";
import { PaperSheet } from "./PaperSheet.jsx";
import { Roster } from "./Roster.jsx";
import "../../components/part/part.css";
import "./people.css";

/**
 * The roster, a person, an organisation where people work, or a paper about people. A search leads here with any of the three kinds
 * of records.
 *
 * @param {{route: Route}} props
 */
export function People({ route }) {
  if (route.id === "new") return <NewMember />;
  if (route.id === "papers") return <PaperSheet place={route.place} />;
  if (oneOf("organisation", route.id)) return <OrganisationForm key={route.id} id={route.id} />;
  const person = oneOf("membership", route.id)?.person ?? oneOf("person", route.id)?.id;
  if (person) return <MemberForm id={person} place={route.place} />;
  return <Roster />;
}
