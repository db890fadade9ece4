import { CallFailed } from '../../model/failed.ts';
import { createTranscribe } from '../../model/transcription.ts';
import { soundOf } from '../../sound/sound.ts';
import { plain } from '../../terminal/style.ts';
import { type Check, type Finding, out, type Patient, well, wrong } from '../check.ts';

/** A model that has to be loaded first takes a while. In milliseconds. */
const LISTENING = 60_000;
/** Samples a second, of two bytes each. */
const RATE = 8_000;

/** Whether the transcriber takes a recording: half a second of silence, of which it need make nothing. */
export const transcriber: Check = {
  name: 'transcriber',
  async run({ app, config }) {
    const { OPENAI_TRANSCRIBE_MODEL: model } = config;
    if (!app.modelHost || !model)
      return [out('None is set, so people are asked to type. OPENAI_TRANSCRIBE_MODEL sets one.')];
    return [await listens(app.modelHost, model, config)];
  },
};

const WRONG: Record<CallFailed['failure'], string> = {
  down: 'does not answer requests for OPENAI_TRANSCRIBE_MODEL. See that the server has that model and can transcribe, and the account’s balance.',
  slow: 'took more than a minute to listen to half a second. Choose a smaller model or a faster machine.',
  busy: 'is busy or limits this key. Try again later.',
  refused: 'can’t read a plain WAV file. Choose a model that transcribes.',
  nonsense: '',
  'over-budget': 'was not asked.',
};

async function listens(host: string, model: string, config: Patient['config']): Promise<Finding> {
  const { OPENAI_API_KEY: apiKey, OPENAI_BASE_URL: baseURL } = config;
  const transcribe = createTranscribe({ apiKey, baseURL, model });
  const began = performance.now();
  try {
    await transcribe(soundOf(silence()), AbortSignal.timeout(LISTENING));
  } catch (error) {
    const failure = error instanceof CallFailed ? error.failure : 'down';
    // There are no words in silence.
    if (failure !== 'nonsense') return wrong(`${host} ${WRONG[failure]}`);
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return well(`${plain(model)} at ${host} listened to half a second of silence, in ${seconds} s.`);
}

/** As a WAV file. */
function silence(): Uint8Array {
  const bytes = Buffer.alloc(44 + RATE);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + RATE, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  // Plain samples, one channel.
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(RATE, 24);
  bytes.writeUInt32LE(RATE * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(RATE, 40);
  return bytes;
}
