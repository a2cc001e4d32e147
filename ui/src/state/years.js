/** @import {DerivedYear} from "../api/types/derived" */
import { computed } from "@preact/signals";

import { derivedOf } from "./derived.js";
import { community, year } from "./file.js";

const derivedYears = computed(() => derivedOf("community", community.value?.id)?.years ?? []);

/** School years that can be looked at, newest first; the one chosen is always among them. */
export const years = computed(() => {
  const all = derivedYears.value.map(({ school_year }) => school_year);
  return [...new Set([...all, year.value])].sort((a, b) => b - a);
});

/**
 * What the program says of a school year; nothing until the records are there, and of a year that has none.
 *
 * @param {number} of
 * @returns {DerivedYear | null}
 */
export const yearOf = (of) =>
  derivedYears.value.find(({ school_year }) => school_year === of) ?? null;

/** The year that is looked at. */
export const yearHere = () => yearOf(year.value);

/**
 * The number that the next protocol of a school year gets.
 *
 * @param {number} of
 */
export const nextNumber = (of) => yearOf(of)?.next_number ?? 1;
