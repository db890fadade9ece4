import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { CallRecord } from '../model/model.ts';
import type { EventName, Meter } from './meter.ts';

/** What is looked at when somebody asks. */
export interface Gauges {
  interviewsOpen(): Promise<number>;
  /** Whether each shard of this process is connected, by its number. */
  shards(): ReadonlyMap<number, boolean>;
}

export interface Metrics {
  meter: Meter;
  modelCall(call: CallRecord): void;
  storeError(operation: string): void;
  /** All of them as Prometheus reads them. */
  text(): Promise<string>;
  type: string;
}

/** Discord allows three seconds for an acknowledgement, and a model a minute for its answer. */
const ACKNOWLEDGEMENT = [0.05, 0.1, 0.2, 0.5, 1, 1.5, 2, 2.5, 3, 5];
const MODEL_CALL = [0.5, 1, 2, 5, 10, 20, 30, 45, 60];

/** Everything that is counted. Labels are names of ours: no id and no word of a person's is one. */
export function createMetrics({ interviewsOpen, shards }: Gauges): Metrics {
  const register = new Registry();
  const registers = [register];
  // Memory, processor, garbage collection and the event loop's lag.
  collectDefaultMetrics({ register });
  const event = ['kind', 'name'] as const;
  const counter = <Label extends string>(
    name: string,
    help: string,
    labelNames: readonly Label[],
  ) => new Counter({ name: `match_coach_${name}`, help, labelNames, registers });
  const received = counter('events_received_total', 'Events that Discord delivered', event);
  const failed = counter('events_failed_total', 'Events on which something of ours failed', event);
  const acknowledged = new Histogram({
    name: 'match_coach_acknowledgement_seconds',
    help: 'From receiving an interaction to Discord having taken its first response',
    labelNames: event,
    buckets: ACKNOWLEDGEMENT,
    registers,
  });
  const calls = counter('model_calls_total', 'Calls of the model', ['task', 'outcome'] as const);
  const tokens = counter('model_tokens_total', 'Tokens that the model used', ['task'] as const);
  const seconds = new Histogram({
    name: 'match_coach_model_call_seconds',
    help: 'How long calls of the model took, with waiting and all tries',
    labelNames: ['task'] as const,
    buckets: MODEL_CALL,
    registers,
  });
  const errors = counter('store_errors_total', 'Operations of the store that failed', [
    'operation',
  ] as const);
  new Gauge({
    name: 'match_coach_interviews_open',
    help: 'People with an open interview, or with the end of one that they have not seen yet',
    registers,
    async collect() {
      // A store that fails is told of by its own count.
      this.set(await interviewsOpen().catch(() => Number.NaN));
    },
  });
  new Gauge({
    name: 'match_coach_shard_connected',
    help: 'Whether a shard of this process is connected to Discord',
    labelNames: ['shard'] as const,
    registers,
    collect() {
      for (const [shard, connected] of shards()) this.set({ shard }, Number(connected));
    },
  });
  const named = ({ kind, name }: EventName) => ({ kind, name });
  return {
    meter: {
      received: (of) => received.inc(named(of)),
      acknowledged: (of, after) => acknowledged.observe(named(of), after),
      failed: (of) => failed.inc(named(of)),
    },
    modelCall({ task, outcome, milliseconds, tokens: used }) {
      calls.inc({ task, outcome });
      tokens.inc({ task }, used);
      seconds.observe({ task }, milliseconds / 1000);
    },
    storeError: (operation) => errors.inc({ operation }),
    text: () => register.metrics(),
    type: register.contentType,
  };
}
