import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import MiniSearch from 'minisearch';
import type { Lexicon } from '../../src/coach/reading/lexicon.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import type { Passage } from '../../src/knowledge/passages.ts';
import { createSearch } from '../../src/knowledge/search/search.ts';
import type { WordVectors } from '../../src/knowledge/search/vectors.ts';
import { loadQuestionCases } from '../eval/judge-questions.ts';
import { compare, exponent, ms } from './timing.ts';

/** Names the passages for a question, the best first. */
type Ranker = (question: string) => string[] | Promise<string[]>;

const SIZES = [100, 1000, 10_000] as const;
/** How many wordings a made passage takes from each of the two that it is made of. */
const EACH = 5;

/** Our search against others over the same passages, with the same ways to ask for them. */
export async function benchSearch(
  knowledge: Knowledge,
  lexicon: Lexicon,
  vectors: WordVectors,
): Promise<string[]> {
  const { covered, outside } = knowledge.find()('');
  const passages = [...covered, ...outside].map(({ passage }) => passage as Passage);
  const ours = createSearch(passages, lexicon, vectors);
  const rankers: Record<string, Ranker> = {
    'our search': (question) => ours(question).map(({ passage }) => passage.id),
    minisearch: byMiniSearch(passages),
    orama: await byOrama(passages),
  };
  const questions = loadQuestionCases('develop').map(({ question }) => question);
  const timed = await compare(
    Object.entries(rankers).map(([name, rank]) => ({
      name,
      run: (turn: number) => rank(questions[turn % questions.length] ?? ''),
    })),
    300,
    100,
  );
  const right = await Promise.all(Object.values(rankers).map((rank) => rightFirst(rank, covered)));
  return [
    `${passages.length} passages, asked for in ${passages.reduce((n, { asks }) => n + asks.length, 0)} ways`,
    ...timed.map(
      ({ name, milliseconds, ratio }, i) =>
        `  ${name.padEnd(12)} ${ms(milliseconds)}   ${ratio.toFixed(2)} × ours   first passage has the facts: ${right[i]}`,
    ),
    ...(await growth(passages, lexicon, vectors, questions)),
  ];
}

/** On how many questions of the report half the first passage that may be cited holds what must be said. */
async function rightFirst(
  rank: Ranker,
  covered: ReadonlyArray<{ passage: { id: string; title: string; body: string } }>,
): Promise<string> {
  const byId = new Map(covered.map(({ passage }) => [passage.id, passage]));
  const cases = loadQuestionCases('report').filter(({ answerable }) => answerable);
  let right = 0;
  for (const { question, must } of cases) {
    const first = (await rank(question)).map((id) => byId.get(id)).find((passage) => passage);
    const text = `${first?.title}\n${first?.body}`.toLowerCase();
    if (first && must.every((group) => group.some((words) => text.includes(words)))) right++;
  }
  return `${right} of ${cases.length}`;
}

function byMiniSearch(passages: readonly Passage[]): Ranker {
  const index = new MiniSearch({ fields: ['title', 'asks', 'body'] });
  index.addAll(passages.map(documentOf));
  return (question) => index.search(question).map(({ id }) => id);
}

async function byOrama(passages: readonly Passage[]): Promise<Ranker> {
  const index = create({
    schema: { id: 'string', title: 'string', asks: 'string', body: 'string' },
  });
  await insertMultiple(index, passages.map(documentOf));
  return async (question) =>
    (await oramaSearch(index, { term: question, limit: passages.length })).hits.map(
      ({ document }) => document.id,
    );
}

const documentOf = ({ id, title, asks, body }: Passage) => ({
  id,
  title,
  asks: asks.join('\n'),
  body,
});

async function growth(
  passages: readonly Passage[],
  lexicon: Lexicon,
  vectors: WordVectors,
  questions: readonly string[],
): Promise<string[]> {
  const searches = SIZES.map((size) => createSearch(made(passages, size), lexicon, vectors));
  const timed = await compare(
    searches.map((search, k) => ({
      name: `${SIZES[k]}`,
      run: (turn: number) => search(questions[turn % questions.length] ?? ''),
    })),
    60,
    15,
  );
  const points = timed.map(({ milliseconds }, k) => [SIZES[k] ?? 0, milliseconds] as const);
  return [
    `from ${SIZES[0]} to ${SIZES.at(-1)} passages of ${2 * EACH} wordings: exponent ${exponent(points).toFixed(2)}`,
    ...timed.map(({ name, milliseconds }) => `  ${name.padStart(6)} passages ${ms(milliseconds)}`),
  ];
}

/** As many passages as are wanted, each made of two: wordings and text of either. */
function made(passages: readonly Passage[], size: number): Passage[] {
  const pick = (i: number) => passages[i % passages.length] as Passage;
  return Array.from({ length: size }, (_, i) => {
    const round = Math.floor(i / passages.length);
    const [one, other] = [pick(i), pick(i * 7 + round + 1)];
    const some = ({ asks }: Passage) =>
      Array.from(
        { length: EACH },
        (_, k) => asks[(round * EACH + k) % Math.max(1, asks.length)] ?? '',
      );
    return {
      ...one,
      id: `${one.id}/${i}`,
      asks: [...some(one), ...some(other)],
      body: `${one.body.slice(0, one.body.length / 2)}\n${other.body.slice(other.body.length / 2)}`,
    };
  });
}
