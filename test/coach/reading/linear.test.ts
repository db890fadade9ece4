import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LinearModel, predict, sigmoid } from '../../../src/coach/reading/linear.ts';

const MODEL: LinearModel = {
  labels: ['blame', 'own'],
  bias: [0, -1],
  weights: new Map([
    ['w:school', [2, 0]],
    ['w:i', [-1, 3]],
  ]),
};

describe('predict', () => {
  it('gives one probability a label, in the order of the labels', () => {
    expect(predict(MODEL, new Map())).toEqual([0.5, sigmoid(-1)]);
  });
  it('adds the weights of the features that are there', () => {
    expect(predict(MODEL, new Map([['w:school', 1]]))).toEqual([sigmoid(2), sigmoid(-1)]);
    const both = new Map([
      ['w:school', 1],
      ['w:i', 1],
    ]);
    expect(predict(MODEL, both)).toEqual([sigmoid(1), sigmoid(2)]);
  });
  it('weighs by the strength of a feature', () => {
    expect(predict(MODEL, new Map([['w:i', 0.5]]))).toEqual([sigmoid(-0.5), sigmoid(0.5)]);
  });
  it('knows nothing of features that were not trained', () => {
    expect(predict(MODEL, new Map([['w:new', 9]]))).toEqual(predict(MODEL, new Map()));
  });
  it('leaves the model as it was', () => {
    predict(MODEL, new Map([['w:i', 1]]));
    expect(MODEL.bias).toEqual([0, -1]);
  });
});

describe('sigmoid', () => {
  it('is a probability for any sum, and grows with it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        for (const x of [a, b]) {
          expect(sigmoid(x)).toBeGreaterThanOrEqual(0);
          expect(sigmoid(x)).toBeLessThanOrEqual(1);
        }
        expect(sigmoid(Math.min(a, b))).toBeLessThanOrEqual(sigmoid(Math.max(a, b)));
      }),
    );
  });
  it('is even at nothing', () => {
    expect(sigmoid(0)).toBe(0.5);
    expect(sigmoid(3) + sigmoid(-3)).toBeCloseTo(1, 12);
  });
});
