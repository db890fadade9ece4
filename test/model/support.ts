import { createCoach } from '../../src/coach/coach.ts';
import { createJudgedCoach, type JudgedCoach } from '../../src/coach/judged.ts';
import { readConfig } from '../../src/config.ts';
import type { CallRecord } from '../../src/model/model.ts';
import { openModel } from '../../src/model/open.ts';
import { PROMPTS } from '../../src/root.ts';
import { openStore } from '../../src/store/open.ts';
import { recordsIn } from '../../src/store/records.ts';
import { knowledge } from '../coach/support.ts';
import type { Schema } from '../servers/model.ts';

export const coach = createCoach(knowledge);

/** The coach with the real client, on a local server at `url`. */
export function judgedBy(
  url: string,
  environment: Record<string, string> = {},
  records?: () => Promise<never>,
): { judged: JudgedCoach; calls: CallRecord[] } {
  const config = readConfig({ OPENAI_BASE_URL: url, STORE_URL: 'memory:', ...environment });
  const store = openStore<never>(config.STORE_URL);
  const calls: CallRecord[] = [];
  const model = openModel({
    config,
    prompts: PROMPTS,
    sources: knowledge,
    records: records ?? (async () => recordsIn<never>(await store)),
    now: Date.now,
    record: (call) => void calls.push(call),
  });
  return { judged: createJudgedCoach(coach, knowledge, model), calls };
}

/** A draft with a fault that the rules find, and one that has none. */
export const DRAFT = `The man in bay four had a hand the color of slate. Dr. Ferreira let me hold the ultrasound probe while she found the artery, and when the clot came out in one long piece his thumb went pink.

I had gone to that elective for the credit. I stayed for the reading room: on the free afternoons I asked to sit in, and by June I had logged the access complications of two years for the quality meeting.

I failed Step 1 on my first attempt. My school did not prepare us for the exam, and nobody told us what it would ask. The professors never taught what was on it.

Since then I have matured a great deal. My Step 2 CK is a 236.

I want to bring a fistula service back to the county hospital where my aunt drives two hours for hers.`;

export const QUESTION = 'Tell me about your Step 1 score.';
export const ANSWER =
  'It was a fail, the first time. My school did not prepare us for it, and the professors never taught what was on the exam. I passed on the second attempt, and since then I have done a lot of work on myself and I feel that I am a different person now.';

/** What the schema is called that a request asks for. */
export const taskOf = (request: { response_format?: { json_schema?: { name: string } } }) =>
  request.response_format?.json_schema?.name ?? '';

export type { Schema };
