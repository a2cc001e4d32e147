import type { Step } from "./Step";

export type Stepped = { step: Step, at: string, };
