import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Coach } from './coach/coach.ts';
import type { JudgedCoach } from './coach/judged.ts';
import type { ProgressStore } from './coach/progress.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { CallRecord } from './model/model.ts';
import type { Spending } from './model/spending.ts';
import type { Hear } from './model/transcriber.ts';
import type { Draw } from './pictures/draw.ts';
import type { Limits } from './store/limiter.ts';
import type { Records } from './store/records.ts';

/** Everything a front door works with; `wire.ts` puts it together. */
export interface App {
  /** By rules alone, at once. */
  coach: Coach;
  /** With a language model's judgment where one is configured. */
  judged: JudgedCoach;
  /** The host that what is judged is sent to; undefined where there is no model. */
  modelHost?: string | undefined;
  /** Listens to recordings; undefined where no transcriber is configured. */
  hear?: Hear | undefined;
  /** Tells of each call of the model, for the log; never a word of a text. */
  onModelCall(listener: (call: CallRecord) => void): void;
  /** Tells of each operation of the store that failed, by its name. */
  onStoreError(listener: (operation: string) => void): void;
  /** Waits for the model no longer, now or later: who asks gets the rules' result at once. */
  hurry(): void;
  /** What of a model's tokens was counted under a person's id. */
  spending: Spending;
  knowledge: Knowledge;
  /** Draws a picture as PNG; what it takes is loaded with the first. */
  draw: Draw;
  /** Opened on first use: most one-shot commands need no store. */
  progress(): Promise<ProgressStore>;
  /** What is kept beside progress, such as open interviews; each user has its own keys. */
  records<Value>(): Promise<Records<Value>>;
  /** Counts by key how much is asked, for all processes that share the store. */
  limiter(limits: Limits): Promise<RateLimiterAbstract>;
}
