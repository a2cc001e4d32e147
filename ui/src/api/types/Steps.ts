import type { Step } from "./Step";

export type Steps = { undo: Step | null, redo: Step | null, };
