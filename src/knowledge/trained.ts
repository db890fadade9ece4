import { join } from 'node:path';
import type { ReaderModels } from '../coach/reading/reader.ts';
import type { TroubleModel } from '../coach/trouble.ts';
import { bytesIn } from './folder.ts';
import { decodeModels, decodeTrouble } from './models.ts';
import { describe, type Problem } from './problem.ts';
import { decodeVectors, type WordVectors } from './search/vectors.ts';

/**
 * What a program wrote into `knowledge/reader/`. Cut short it would still load, and judge wrongly
 * without a word; so it is looked at as a whole, and what is wrong ends the work.
 */
class Damaged extends Error {
  readonly problem: Problem;

  constructor(name: string) {
    const message = 'is missing or damaged; put it back with git checkout knowledge/reader';
    const problem = { file: `knowledge/reader/${name}`, line: 1, message };
    super(describe(problem));
    this.problem = problem;
  }
}

function trained<T>(root: string, name: string, decode: (bytes: Buffer) => T | undefined): T {
  let read: T | undefined;
  try {
    read = decode(bytesIn(join(root, 'reader', name)));
  } catch {
    // Whatever it was, the file has to be put back.
  }
  if (read === undefined) throw new Damaged(name);
  return read;
}

/** The weights of the reader; `npm run train` writes them. */
export const loadModels = (root: string): ReaderModels =>
  trained(root, 'weights.json', (bytes) => whole(decodeModels(bytes.toString('utf8'))));

function whole(models: ReaderModels): ReaderModels | undefined {
  const { linear, thresholds } = models;
  const fits = [linear.first, linear.second, linear.statement, linear.answer].every(
    ({ labels, bias }) => labels.length > 0 && labels.length === bias.length,
  );
  return fits && thresholds.statement && thresholds.answer ? models : undefined;
}

/** The weights of the finder of trouble; `npm run train` writes them. */
export const loadTroubleModel = (root: string): TroubleModel =>
  trained(root, 'trouble.bin', (bytes) => {
    const model = decodeTrouble(bytes);
    const { length } = model.hashed.weights;
    const fits = length > 0 && (length & (length - 1)) === 0;
    return fits && Number.isFinite(model.threshold + model.hashed.bias) ? model : undefined;
  });

/** What words mean; `npm run words` writes them. */
export const loadWordVectors = (root: string): WordVectors =>
  trained(root, 'words.i8', (bytes) => {
    const words = trained(root, 'words.txt', (text) => text.toString('utf8'));
    return decodeVectors(words, bytes);
  });

/** What is wrong with the trained files of a folder. */
export function checkTrained(root: string): Problem[] {
  return [loadModels, loadTroubleModel, loadWordVectors].flatMap((load) => {
    try {
      load(root);
      return [];
    } catch (error) {
      if (error instanceof Damaged) return [error.problem];
      throw error;
    }
  });
}
