import { describe, expect, it } from 'vitest';
import { recording } from '../sound/recording.ts';
import { stage } from './support.ts';

const on = stage();
const TYPED =
  'It was a 204, and that was my own doing: I reread one book and tested nothing. Since then I do eighty questions a day with every miss logged.';

describe('a voice message where no transcriber is set', () => {
  it('in an interview is told kindly, each time, and typing works', async () => {
    const ben = on.discord.person('Ben');
    await ben.runs('/interview', { rounds: 1 }, { in: ben.dm });
    await ben.sees(/Question 1 of 1/);
    for (let times = 0; times < 2; times++) {
      ben.says(recording());
      await ben.sees(/can’t listen to recordings here.*press \*Answer\*, or type it here\./);
    }
    ben.writes(TYPED);
    await ben.sees(/to say \(aim/);
  });
  it('in an interview’s thread is told how to type there', async () => {
    await on.ana.runs('/interview', { rounds: 1 }, { in: on.server.general });
    const { channel } = await on.ana.sees(/Question 1 of 1/);
    on.ana.says(recording(), { in: channel });
    await on.ana.sees(/can’t listen to recordings here.*mention me with your answer/, {
      in: channel,
    });
  });
  it('elsewhere is told what works', async () => {
    const cleo = on.discord.person('Cleo');
    cleo.says(recording(), { in: cleo.dm });
    const { text } = await cleo.sees(/can’t listen to recordings here/);
    expect(text).toMatch(/Type your question, or use `\/ask`/);
    cleo.writes('does shadowing count');
    await cleo.sees(/From:/);
  });
});
