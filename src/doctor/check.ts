import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Discord } from './discord.ts';

/** What a check found: all is well, something is left out by choice, or there is something to do. */
export interface Finding {
  is: 'well' | 'out' | 'wrong';
  /** For whoever runs the coach: what is well, or what to do. Holds no secret. */
  text: string;
}

/** What a check may look at. */
export interface Patient {
  app: App;
  config: Config;
  discord: Discord;
  /** The version of Node, such as `20.19.0`. */
  node: string;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Looks at one thing and changes nothing. One that throws could not look. */
export interface Check {
  name: string;
  run(patient: Patient): Promise<Finding[]>;
}

export const well = (text: string): Finding => ({ is: 'well', text });
export const out = (text: string): Finding => ({ is: 'out', text });
export const wrong = (text: string): Finding => ({ is: 'wrong', text });
