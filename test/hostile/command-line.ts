import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CANARY, type Came, firstLine, INVENTED, type Input, SECRET } from './input.ts';
import type { Serves } from './server.ts';
import { MAIN, type Stage } from './stage.ts';
import { watch } from './watch.ts';

/** An end is not waited for any longer; in milliseconds. */
const HANGS = 30_000;

/** What a command is given: it runs in a folder of its own. */
export interface Given {
  args?: readonly string[];
  /** What comes from standard input. */
  input?: string | Uint8Array | (() => string | Uint8Array);
  /** Files in the folder; what is large is made only when it is needed. */
  files?: Readonly<Record<string, string | Uint8Array | (() => string | Uint8Array)>>;
  env?: Readonly<Record<string, string>>;
  /** Whatever else the folder needs, such as a pipe. */
  prepare?(folder: string, stage: Stage): unknown;
  /** Where Discord is, for those that ask it. */
  discord?: 'the model’s server';
  /** Another program than the one that is built, in the folder. */
  main?: string;
  /** How the model's server answers, where there is one. */
  serves?: Serves;
  /** Whether it is one of the few that run with every test. */
  short?: true;
}

/** Makes inputs of one door; each names its end (the exit code) and what is seen first. */
export const door =
  (name: string) =>
  (input: string, code: 0 | 1 | 2, sees: RegExp, given: Given): Input => ({
    door: name,
    name: input,
    short: given.short ?? false,
    run: (stage) => runCommand(code, sees, given, stage),
  });

async function runCommand(code: number, sees: RegExp, given: Given, stage: Stage): Promise<Came> {
  const folder = mkdtempSync(join(tmpdir(), 'match-coach-hostile-'));
  try {
    for (const [name, content] of Object.entries(given.files ?? {}))
      writeFileSync(join(folder, name), made(content));
    given.prepare?.(folder, stage);
    const main = given.main ? join(folder, given.main) : MAIN;
    const input = made(given.input ?? '');
    stage.model.serves(given.serves ?? (() => {}));
    const trapped = stage.trap.calls;
    const began = performance.now();
    const child = spawn(process.execPath, [main, ...(given.args ?? [])], {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        STORE_URL: 'memory:',
        ...serversOf(given, stage),
        ...given.env,
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const watching = watch(child.pid ?? 0);
    const timer = setTimeout(() => child.kill('SIGKILL'), HANGS);
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const [out, err, [ended, signal]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    clearTimeout(timer);
    const seconds = (performance.now() - began) / 1000;
    const { mb, cpu, left } = watching.end();
    const said = firstLine(err || out);
    const faults = [
      signal && seconds * 1000 >= HANGS ? 'hung' : '',
      signal && seconds * 1000 < HANGS ? `died of ${signal}` : '',
      !signal && ended !== code ? `ended with ${ended}, not ${code}` : '',
      sees.test(said) ? '' : `did not say ${sees}`,
      /^ {4}at |\bError:|\[object /m.test(err) ? 'showed its insides' : '',
      // biome-ignore lint/suspicious/noControlCharactersInRegex: this is what steers a terminal
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(out + err) ? 'steered the terminal' : '',
      err.includes(CANARY) ? 'told of the text on standard error' : '',
      [SECRET, INVENTED, 'root:x:0'].some((one) => (out + err).includes(one)) ? 'leaked' : '',
      stage.trap.calls > trapped ? 'called out' : '',
      left.length ? 'left a process behind' : '',
    ].filter(Boolean);
    return { said: `${ended ?? signal}: ${said}`, faults, seconds, cpu, mb };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const made = (content: string | Uint8Array | (() => string | Uint8Array)) =>
  typeof content === 'function' ? content() : content;

const serversOf = ({ serves, discord }: Given, { model }: Stage) => ({
  ...(serves ? { OPENAI_BASE_URL: `${model.url}/v1`, OPENAI_API_KEY: SECRET } : {}),
  ...(discord ? { DISCORD_API_URL: `${model.url}/api`, DISCORD_TOKEN: SECRET } : {}),
});
