import { CANARY } from './input.ts';

/** A draft that is as it should be, but for what is done to it. */
export const DRAFT = `While Dr. Okafor scrubbed I read the CT aloud to her, slice by slice, until I got to the ${CANARY} blush beside the spleen.

I had come to Grenada to study medicine because no school at home took me, and I stayed for what I found there.

My Step 1 score is 201, because the school never taught us for it. Since then I do eighty questions a day and log every miss.

I want to be the person whom a small hospital in my county can call at two in the morning.`;

export const QUESTION = `should i move my step 2 date, asks ${CANARY}`;

export const MB = 1024 * 1024;
