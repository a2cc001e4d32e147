import { computed, signal } from "@preact/signals";

import { file } from "./file.js";

/** The day and the file of which the person has said that the day is right. */
const right = signal("");

const here = computed(() => (file.value ? `${file.value.today} ${file.value.path}` : ""));

/** Why the day of the computer is doubtful, until somebody says that it is right. */
export const clockQuestion = computed(() =>
  right.value === here.value ? null : (file.value?.clock ?? null),
);

export function clockIsRight() {
  right.value = here.value;
}
