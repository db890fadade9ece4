import OpenAI from 'openai';
import * as z from 'zod';
import { createChat, createClient } from '../../model/chat.ts';
import { CallFailed } from '../../model/failed.ts';
import { schemaOf } from '../../model/model.ts';
import { readOutput } from '../../model/read-output.ts';
import { plain } from '../../terminal/style.ts';
import { type Check, type Finding, out, type Patient, well, wrong } from '../check.ts';

/** A model that has to be loaded first takes a while. In milliseconds. */
const LISTING = 15_000;
const ANSWERING = 60_000;
const NAMED = 5;

/** Reachable, the model's name known, and its output in the shape asked for: a call of some 100 tokens. */
export const model: Check = {
  name: 'model',
  async run({ app, config }) {
    if (!app.modelHost)
      return [out('None is set, so rules alone. OPENAI_API_KEY or OPENAI_BASE_URL sets one.')];
    return (await listed(app.modelHost, config)) ?? [await answers(app.modelHost, config)];
  },
};

type Settings = Patient['config'];

/** What is wrong by the server's list of models; undefined where nothing is, or it has no list. */
async function listed(host: string, config: Settings): Promise<Finding[] | undefined> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: name } = config;
  const client = createClient({ apiKey, baseURL });
  try {
    const { data } = await client.models.list({ signal: AbortSignal.timeout(LISTING) });
    const ids = (Array.isArray(data) ? data : []).map(({ id }) => String(id));
    // Ollama's names carry a tag.
    if (!ids.length || ids.includes(name) || ids.includes(`${name}:latest`)) return undefined;
    const some = ids.slice(0, NAMED).map(plain).join(', ');
    return [
      wrong(
        `${host} has no model ${plain(name)}. Set OPENAI_MODEL to one that it has, such as ${some}.`,
      ),
    ];
  } catch (error) {
    const status = error instanceof OpenAI.APIError ? error.status : undefined;
    if (status === 401 || status === 403)
      return [wrong(`${host} does not accept OPENAI_API_KEY. Copy it again from your account.`)];
    if (status !== undefined) return undefined;
    return [
      wrong(`${host} can’t be reached. See that the server runs, and check OPENAI_BASE_URL.`),
    ];
  }
}

const SHAPE = z.object({ ready: z.boolean() });

const WRONG: Record<CallFailed['failure'], string> = {
  down: 'does not answer requests for OPENAI_MODEL. See the server’s own log or status page, and the account’s balance.',
  slow: 'took more than a minute to answer. Choose a smaller model or a faster machine; until then people get the rules’ result.',
  busy: 'is busy or limits this key. Try again later, or lower OPENAI_CONCURRENCY.',
  refused: 'refuses to answer. Choose another model.',
  nonsense:
    'did not answer in the JSON shape asked for. Choose a model that knows structured output.',
  'over-budget': 'was not asked.',
};

async function answers(host: string, config: Settings): Promise<Finding> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL, OPENAI_MODEL: name } = config;
  const chat = createChat({ apiKey, baseURL, model: name });
  const began = performance.now();
  try {
    const { text } = await chat(
      {
        messages: [
          { role: 'system', content: 'You answer with one JSON object.' },
          { role: 'user', content: 'Are you ready? Set "ready" to true.' },
        ],
        schema: schemaOf(SHAPE),
        name: 'readiness',
        tokens: 100,
      },
      AbortSignal.timeout(ANSWERING),
    );
    if (!('value' in readOutput(text, SHAPE))) throw new CallFailed('nonsense', false);
  } catch (error) {
    return wrong(`${host} ${WRONG[error instanceof CallFailed ? error.failure : 'down']}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return well(`${plain(name)} at ${host} answered in the shape asked for, in ${seconds} s.`);
}
