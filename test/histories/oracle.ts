import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Say } from '../../src/coach/interview/say.ts';
import type { Event, Session, Turn } from '../../src/coach/interview/session.ts';
import { CANARY } from '../coach/interview/support.ts';
import { isSaid } from './history.ts';

/** A question as the oracle remembers it: the answers that were accepted to it, in their order. */
interface Asked {
  followUp: boolean;
  texts: string[];
}

/**
 * What an interview must come to, told by a few plain rules that share nothing with `step`: which
 * question is asked next is the interview's to say, everything else is foretold here.
 */
export class Oracle {
  #status: Session['status'] = 'new';
  #asked: Asked[] = [];
  #at = 0;
  #rounds = 0;
  readonly #seen: string[] = [];

  /** Compares what an event did with what it must do. Throws where they differ. */
  follows(event: Event, before: Session, after: Session, say: readonly Say[]): void {
    if (this.#seen.includes(event.id)) {
      deepEqual(say, [], 'an event that was seen before says something');
      equal(JSON.stringify(after), JSON.stringify(before), 'an event that was seen before counts');
      return;
    }
    this.#seen.push(event.id);
    deepEqual(after.seen, this.#seen, 'the ids that were seen');
    if (this.#status === 'new' && event.type === 'start') this.#begins(after);
    else if (this.#status === 'asking') this.#goesOn(event, after);
    this.#compare(after);
    this.#listen(event, before, say);
  }

  #begins(after: Session): void {
    this.#status = 'asking';
    this.#rounds = after.settings.rounds;
    ok(this.#rounds >= 0 && this.#rounds <= 12, `${this.#rounds} rounds`);
    this.#next(after, false);
  }

  #goesOn(event: Event, after: Session): void {
    const last = this.#asked.length - 1;
    const here = this.#asked[this.#at];
    ok(here, 'no question is asked');
    const waited = this.#at === last;
    switch (event.type) {
      case 'answer':
        if (!isSaid(event.text)) return;
        here.texts.push(event.text);
        if (waited) this.#next(after, !here.followUp);
        else this.#at = last;
        return;
      case 'skip':
        if (waited) this.#next(after, false);
        else this.#at = last;
        return;
      case 'retry': {
        const answered = this.#asked.findLastIndex(({ texts }) => texts.length > 0);
        const wanted = event.turn ?? answered;
        if (this.#asked[wanted]?.texts.length) this.#at = wanted;
        return;
      }
      case 'end':
        this.#status = 'ended';
    }
  }

  /** A further question; or the end, once there were as many as rounds. */
  #next(after: Session, mayFollowUp: boolean): void {
    const opened = after.turns[this.#asked.length];
    const main = this.#asked.filter(({ followUp }) => !followUp).length;
    if (!opened) {
      equal(main, this.#rounds, 'it ended before its last round');
      this.#status = 'ended';
      return;
    }
    ok(!opened.followUp || mayFollowUp, 'a follow-up to nothing, or to a follow-up');
    ok(opened.followUp || main < this.#rounds, 'more questions than rounds');
    this.#at = this.#asked.length;
    this.#asked.push({ followUp: opened.followUp, texts: [] });
  }

  #compare(after: Session): void {
    equal(after.status, this.#status);
    equal(after.turns.length, this.#asked.length, 'how many questions were asked');
    if (this.#status === 'ended') {
      ok(!JSON.stringify(after).includes(CANARY), 'a word of an answer is left after the debrief');
      return;
    }
    equal(after.at, this.#at, 'which question is asked');
    deepEqual(textsOf(after.turns), this.#texts(), 'the answers that were accepted');
  }

  #listen(event: Event, before: Session, say: readonly Say[]): void {
    if (before.status === 'ended' || (before.status === 'new' && event.type !== 'start')) {
      deepEqual(say, before.status === 'ended' ? [{ type: 'over' }] : []);
      return;
    }
    ok(say.length > 0, 'something that counted was met with silence');
    const debriefs = say.filter((item) => item.type === 'debrief');
    equal(debriefs.length, this.#status === 'ended' ? 1 : 0, 'how often the end was told');
    for (const { debrief, turns } of debriefs) {
      deepEqual(textsOf(turns), this.#texts(), 'the answers in the transcript');
      equal(
        debrief.answered,
        this.#texts().filter(({ length }) => length).length,
        'answers counted',
      );
    }
  }

  #texts(): string[][] {
    return this.#asked.map(({ texts }) => texts);
  }
}

const textsOf = (turns: readonly Turn[]) =>
  turns.map(({ attempts }) => attempts.map(({ text }) => text));
