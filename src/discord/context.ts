import type { Logger } from 'pino';
import type { App } from '../app.ts';
import type { Meter } from '../metrics/meter.ts';
import type { Accepting } from './accepting.ts';
import type { Admission } from './admission.ts';
import type { Delivered } from './delivered.ts';
import type { KeepingBack } from './kept-back.ts';
import type { Lent } from './lent.ts';
import type { Order } from './order.ts';
import type { Pace } from './pace.ts';
import type { Returning } from './returning.ts';
import type { Reviewed } from './reviewed.ts';
import type { Shown } from './shown.ts';
import type { TitleOf } from './views/words.ts';

/** What every command, action and message handler works with. */
export interface Context {
  app: App;
  log: Logger;
  titleOf: TitleOf;
  /** Screens with more than one page, kept in memory while their buttons can be pressed. */
  shown: Shown;
  lent: Lent;
  returning: Returning;
  reviewed: Reviewed;
  keptBack: KeepingBack;
  order: Order;
  accepting: Accepting;
  delivered: Delivered;
  admission: Admission;
  pace: Pace;
  meter: Meter;
  /** The base of Discord's API where it is not Discord's own; attachments may lie there too. */
  apiUrl: string | undefined;
  /** How long figures and marks are kept, in milliseconds. */
  retain: number;
  /** Milliseconds since 1970; handed in so that a test can let a day pass. */
  now(): number;
}
