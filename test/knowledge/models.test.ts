import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinearModel } from '../../src/coach/reading/linear.ts';
import {
  decodeModels,
  decodeTrouble,
  encodeModels,
  encodeTrouble,
} from '../../src/knowledge/models.ts';

/** Weights are kept in hundredths. */
const ROUNDING = 0.005 + 1e-9;
const weight = fc.double({ min: -50, max: 50, noNaN: true });
const name = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('__proto__', 'constructor', '"', '\\', '\n', '1', '2', '', 'w:don’t'),
);

const model: fc.Arbitrary<LinearModel> = fc.integer({ min: 1, max: 5 }).chain((size) =>
  fc.record({
    labels: fc.constant(Array.from({ length: size }, (_, i) => `label-${i}`)),
    bias: fc.array(weight, { minLength: size, maxLength: size }),
    weights: fc
      .array(fc.tuple(name, fc.array(weight, { minLength: size, maxLength: size })), {
        maxLength: 12,
      })
      .map((rows) => new Map(rows)),
  }),
);

function expectNear(decoded: LinearModel, original: LinearModel): void {
  expect(decoded.labels).toEqual(original.labels);
  const near = (a: readonly number[], b: readonly number[]) => {
    expect(a).toHaveLength(b.length);
    a.forEach((x, i) => {
      expect(Math.abs(x - (b[i] ?? Number.NaN))).toBeLessThanOrEqual(ROUNDING);
    });
  };
  near(decoded.bias, original.bias);
  const nothing = original.labels.map(() => 0);
  for (const feature of new Set([...original.weights.keys(), ...decoded.weights.keys()])) {
    expect(original.weights.has(feature)).toBe(true);
    near(decoded.weights.get(feature) ?? nothing, original.weights.get(feature) ?? nothing);
  }
}

const NAMES = ['first', 'second', 'statement', 'answer'] as const;

describe('the models of the reader', () => {
  const models = fc.record({ first: model, second: model, statement: model, answer: model });
  const thresholds = { statement: { blame: 0.29, 'missing:vision': 0.5 }, answer: { bitter: 1 } };
  it('come back as they were written, but for rounding', () => {
    fc.assert(
      fc.property(models, (linear) => {
        const decoded = decodeModels(encodeModels({ linear, thresholds }));
        expect(decoded.thresholds).toEqual(thresholds);
        expect(Object.keys(decoded.linear)).toEqual([...NAMES]);
        for (const one of NAMES) expectNear(decoded.linear[one], linear[one]);
      }),
    );
  });
  it('are written the same again once they were rounded', () => {
    fc.assert(
      fc.property(models, (linear) => {
        const once = encodeModels({ linear, thresholds });
        expect(encodeModels(decodeModels(once))).toBe(once);
      }),
    );
  });
  it('are written the same in whatever order the features were learned', () => {
    fc.assert(
      fc.property(models, (linear) => {
        const { first } = linear;
        const turned = { ...first, weights: new Map([...first.weights].reverse()) };
        expect(encodeModels({ linear: { ...linear, first: turned }, thresholds })).toBe(
          encodeModels({ linear, thresholds }),
        );
      }),
    );
  });
  it('have a line for each feature, and none for a feature that weighs nothing', () => {
    const weights = new Map([
      ['w:b', [0, 1.5]],
      ['w:nothing', [0.001, -0.001]],
      ['w:a', [-2, 0]],
    ]);
    const one = { labels: ['x', 'y'], bias: [0.25, -1], weights };
    const none = { labels: ['x', 'y'], bias: [0, 0], weights: new Map() };
    const linear = { first: one, second: none, statement: none, answer: none };
    const json = encodeModels({ linear, thresholds });
    expect(json.split('\n').slice(1, 4)).toEqual([
      '"linear":{"first":{"labels":["x","y"],"bias":[25,-100],"weights":{',
      '"w:a":[0,-200],',
      '"w:b":[1,150]}},',
    ]);
  });
});

describe('the model of trouble', () => {
  it('comes back as it was written', () => {
    const int16 = fc.integer({ min: -32_768, max: 32_767 });
    fc.assert(
      fc.property(fc.array(int16), fc.float(), fc.float(), (list, bias, threshold) => {
        const model = { hashed: { bias, weights: Int16Array.from(list) }, threshold };
        expect(decodeTrouble(encodeTrouble(model))).toEqual(model);
      }),
    );
  });
});
