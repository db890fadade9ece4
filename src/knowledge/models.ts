import type { LinearModel } from '../coach/reading/linear.ts';
import type { ReaderModels } from '../coach/reading/reader.ts';
import type { TroubleModel } from '../coach/trouble.ts';

/** Weights are kept in hundredths: finer steps change no verdict and double the file. */
const SCALE = 100;

interface StoredModel {
  labels: string[];
  bias: number[];
  /** For each feature its weights, as `label index, weight` pairs; zeros are left out. */
  weights: Record<string, number[]>;
}

interface StoredModels {
  thresholds: ReaderModels['thresholds'];
  linear: Record<string, StoredModel>;
}

/** JSON with one line a feature, so that a change of the weights can be read as a difference. */
export function encodeModels({ linear, thresholds }: ReaderModels): string {
  const models = Object.entries(linear).map(
    ([name, model]) => `${JSON.stringify(name)}:${encodeModel(model)}`,
  );
  return `{"thresholds":${JSON.stringify(thresholds)},\n"linear":{${models.join(',\n')}}}\n`;
}

export function decodeModels(json: string): ReaderModels {
  const { thresholds, linear } = JSON.parse(json) as StoredModels;
  const models = Object.entries(linear).map(([name, model]) => [name, dense(model)]);
  return { thresholds, linear: Object.fromEntries(models) };
}

/** The weights as they are kept: the bias and the threshold as two numbers, then every weight; all little-endian. */
export function encodeTrouble({ hashed: { bias, weights }, threshold }: TroubleModel): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(8 + 2 * weights.length));
  bytes.setFloat32(0, bias, true);
  bytes.setFloat32(4, threshold, true);
  weights.forEach((weight, i) => {
    bytes.setInt16(8 + 2 * i, weight, true);
  });
  return new Uint8Array(bytes.buffer);
}

export function decodeTrouble(bytes: Uint8Array): TroubleModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const weights = new Int16Array((bytes.byteLength - 8) / 2);
  for (let i = 0; i < weights.length; i++) weights[i] = view.getInt16(8 + 2 * i, true);
  return {
    threshold: view.getFloat32(4, true),
    hashed: { bias: view.getFloat32(0, true), weights },
  };
}

function encodeModel({ labels, bias, weights }: LinearModel): string {
  const rows = [...weights]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([feature, row]) => [feature, sparse(row)] as const)
    .filter(([, row]) => row.length)
    .map(([feature, row]) => `"${written(feature)}":[${row}]`);
  return `{"labels":${JSON.stringify(labels)},"bias":[${bias.map(scaled)}],"weights":{\n${rows.join(',\n')}}}`;
}

function sparse(row: readonly number[]): number[] {
  return row.flatMap((weight, label) => (scaled(weight) ? [label, scaled(weight)] : []));
}

function dense({ labels, bias, weights }: StoredModel): LinearModel {
  const rows = new Map<string, number[]>();
  for (const feature in weights) {
    const row = new Array<number>(labels.length).fill(0);
    const pairs = weights[feature] as number[];
    for (let i = 0; i < pairs.length; i += 2) row[pairs[i] as number] = (pairs[i + 1] ?? 0) / SCALE;
    rows.set(read(feature), row);
  }
  return { labels, bias: bias.map((weight) => weight / SCALE), weights: rows };
}

/**
 * A feature as a key that JSON need not escape: Node 24 mixes such keys up once it has parsed many.
 */
function written(feature: string): string {
  return feature.replace(ESCAPED, (unit) => `%${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function read(key: string): string {
  return key.includes('%')
    ? key.replace(/%([0-9a-f]{4})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : key;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes them
const ESCAPED = /["\\%\u0000-\u001f\ud800-\udfff]/g;

function scaled(weight: number): number {
  return Math.round(weight * SCALE);
}
