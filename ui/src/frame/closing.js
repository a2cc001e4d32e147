/** @import {LeftField} from "../components/field/unsaved.js" */
import { hearOfClosing, closeWindow } from "../api/closing.js";
import {
  commitFields,
  fieldsHold,
  forgetRefused,
  onLeftBehind,
  refusedFields,
} from "../components/field/unsaved.js";
import { backUpAndClose } from "../features/backups/work.js";
import { rooms } from "../rooms/index.js";
import { leaveDrafts, leftOver, tellDrafts } from "../state/drafts.js";
import { file } from "../state/file.js";
import { draftOfField, leave, leaveAtOnce, setFields } from "../state/leaving.js";
import { route } from "../state/route.js";

/** A field that was left is read by then, or refused. */
const READ = 700;

/** From now on nothing typed is left behind: not by another room, not by the end of the program. */
export function followClosing() {
  setFields({ commit: commitFields, hold: fieldsHold, forget: forgetRefused, where });
  onLeftBehind(keepLeft);
  // Without the program (a page opened by itself) there is nobody to ask.
  // The system that shuts down does not wait for a copy either.
  hearOfClosing(({ may_ask }) => {
    void (may_ask ? leave("close", backUpAndClose) : leaveAtOnce(closeWindow));
  }).catch(() => {});
  addEventListener("focusout", () => setTimeout(keepRefused, READ));
}

/** A text that stands refused in its field is kept as a draft, in case the power goes before it is mended. */
function keepRefused() {
  if (!file.value) return;
  const refused = refusedFields().filter(
    ({ text, element }) => text.trim() && element?.isConnected,
  );
  void tellDrafts("fields", refused.map(draftOfField)).catch(() => {});
}

/**
 * A field is gone with a text that could not be read (its form was folded, say). What the person was asked about when
 * leaving is kept already.
 *
 * @param {LeftField} left
 */
function keepLeft(left) {
  const known = leftOver.value.some(
    ({ label, text }) => label === left.label && text === left.text,
  );
  if (!known && file.value) void leaveDrafts([draftOfField(left)]).catch(() => {});
}

/** «Заседания: Протокол № 3» */
function where() {
  const room = rooms.find((shown) => shown.id === route.value.room)?.title ?? "";
  const heading = document.querySelector("main h1")?.textContent?.trim() ?? "";
  return heading && heading !== room ? `${room}: ${heading}` : room;
}
