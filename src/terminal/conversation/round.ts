import type { Say } from '../../coach/interview/say.ts';
import type { Event, Session, Settings } from '../../coach/interview/session.ts';
import { entryOfInterview } from '../../coach/progress.ts';
import { UNSCORED } from '../../wording.ts';
import type { Io } from '../io.ts';
import { OWNER } from '../owner.ts';
import { writeDebrief } from '../picture.ts';
import { quoted } from '../style.ts';
import { viewAnswer } from '../views/answer.ts';
import { viewDebrief } from '../views/debrief.ts';

/** An event before it has its id. */
type Happening = Event extends infer E ? (E extends Event ? Omit<E, 'id'> : never) : never;

interface RoundOptions {
  /** The file that the session is drawn into with its debrief. */
  picture?: string | undefined;
  /** By question, the words of the person's own statement that raise it. */
  quotes?: ReadonlyMap<string, string>;
}

/** An interview in the terminal: what is typed goes in as events, what is to be said comes out. */
export class Round {
  #session: Session;
  #events = 0;
  readonly #io: Io;
  readonly #picture: string | undefined;
  readonly #quotes: ReadonlyMap<string, string>;

  constructor(settings: Settings, io: Io, { picture, quotes = new Map() }: RoundOptions = {}) {
    this.#io = io;
    this.#picture = picture;
    this.#quotes = quotes;
    this.#session = io.app.coach.begin(settings);
  }

  get over(): boolean {
    return this.#session.status === 'ended';
  }

  async start(): Promise<void> {
    const say = this.#io.app.hear ? '/say FILE  ' : '';
    this.#io.print(this.#io.style.dim(`  Answer in one go. ${say}/hint  /skip  /retry  /end\n`));
    await this.take({ type: 'start' });
  }

  /** Takes in what happened, and prints what is to be said. */
  async take(happening: Happening): Promise<void> {
    const { coach, judged } = this.#io.app;
    const event = { ...happening, id: `terminal-${this.#events++}` } as Event;
    const ready = await judged.prepare(this.#session, event, OWNER);
    const { session, say: said } = coach.step(this.#session, ready);
    this.#session = session;
    const say = await judged.finish(said, OWNER);
    for (const [i, item] of say.entries()) {
      if (i) this.#io.print('');
      await this.#say(item);
    }
  }

  async #say(item: Say): Promise<void> {
    const { style, print, app, titleOf } = this.#io;
    switch (item.type) {
      case 'question': {
        const kind = item.followUp ? 'Follow-up' : `Question ${item.round} of ${item.rounds}`;
        const said = [item.lead, item.ask].filter(Boolean).join(' ');
        const quote = this.#quotes.get(item.ask);
        const raisedBy = quote
          ? `\n${style.dim(style.wrap(`You wrote: ${quoted(quote)}`, 2))}`
          : '';
        return print(
          `${style.bold(item.again ? `${kind}, again` : kind)}\n${style.wrap(said, 2)}${raisedBy}`,
        );
      }
      case 'feedback':
        return print(viewAnswer(item.review, item.difference, style));
      case 'hint':
        return print(style.wrap(`Hint: ${item.hint}`, 2));
      case 'unscored':
        return print(style.wrap(UNSCORED, 2));
      case 'nothing-to-retry':
        return print(style.wrap('There is no answer to try again yet.', 2));
      case 'over':
        return print(style.wrap('This interview is over; /interview starts another.', 2));
      case 'debrief': {
        print(viewDebrief(item.debrief, titleOf, style));
        if (!item.debrief.answered) return;
        const progress = await app.progress();
        await progress.add('terminal', entryOfInterview(item.debrief, new Date().toISOString()));
        if (this.#picture) await writeDebrief(this.#picture, item, this.#io);
      }
    }
  }
}
