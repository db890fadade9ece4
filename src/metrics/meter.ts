/** An event by what it is: a kind, such as `command` or `button`, and a name of ours; nothing of a person's. */
export interface EventName {
  kind: string;
  name: string;
}

/** Counts what comes in from Discord and what becomes of it. */
export interface Meter {
  received(event: EventName): void;
  /** `seconds` from when it was received. */
  acknowledged(event: EventName, seconds: number): void;
  /** Something went wrong on our side. */
  failed(event: EventName): void;
}

/** For whom nobody counts. */
export const UNMETERED: Meter = { received() {}, acknowledged() {}, failed() {} };
