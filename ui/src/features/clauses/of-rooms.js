import { JOURNALS } from "../../api/types/journals.js";

/** Which clauses of the regulation each room serves; those of the journals come from their own table. */
export const ROOMS = /** @type {{[room: string]: string[]}} */ ({
  overview: ["4.3"],
  meetings: ["4.5", "4.6"],
  plan: ["4.7", "3.1"],
  report: ["4.8"],
  people: ["1.4", "4.2"],
  decisions: ["3.1.6", "4.6"],
  methodical: ["4.3", "3.1"],
  documents: ["1.3", "1.4"],
  "handing-over": ["4.7", "4.8"],
});

/**
 * The clauses that a room serves; none of a room of the program's own.
 *
 * @param {string} room
 * @returns {string[]}
 */
export const clausesOf = (room) =>
  ROOMS[room] ?? JOURNALS.find((journal) => journal.room === room)?.clauses.split(", ") ?? [];
