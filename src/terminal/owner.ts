import type { Caller } from '../coach/model.ts';

/** Who sits at the terminal pays for the model: nobody's budget is counted. */
export const OWNER: Caller = {};
