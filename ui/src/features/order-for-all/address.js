/** @import {FindingAct} from "../../api/types/findings" */
import { href } from "../../state/route.js";

/**
 * Where one order is entered for everybody whom a finding names.
 *
 * @type {{ [act in FindingAct]: string }}
 */
export const ORDER_FOR_ALL = {
  order_of_joining: href("documents", "for-all", "joined"),
  order_of_leaving: href("documents", "for-all", "left"),
};
