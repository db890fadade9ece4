import type { Bot } from '../bot.ts';
import { DRAFT, QUESTION } from '../draft.ts';
import { botDoor } from '../on-bot.ts';
import { Visitor } from '../visitor.ts';

const option = botDoor('Discord: options');
const button = botDoor('Discord: buttons');
const modal = botDoor('Discord: modals');
const other = /another version of me/;
const wrong = /another version of me|went wrong on my side/;

const command = (name: string, options: unknown, resolved?: unknown) => (bot: Bot) =>
  new Visitor(bot).command(name, options, resolved);
const presses = (id: unknown, more?: Record<string, unknown>) => (bot: Bot) =>
  new Visitor(bot).presses(id, more);
const submits = (id: unknown, components: unknown, resolved?: unknown) => (bot: Bot) =>
  new Visitor(bot).submits(id, components, resolved);
const given = (name: string, value: unknown, type = 3) => [{ name, type, value }];
const STEER = '__proto__';

/** Options that were never registered. */
export const options = [
  option('a command that there isn’t', other, command('none', []), { short: true }),
  option('a command __proto__', other, command(STEER, [])),
  option('/ask without a question', wrong, command('ask', [])),
  option('/ask with a number for a question', wrong, command('ask', given('question', 5, 4)), {
    short: true,
  }),
  option('/ask with an object for a question', wrong, command('ask', given('question', { a: 1 }))),
  option(
    '/ask with a text for “private”',
    wrong,
    command('ask', [...given('question', QUESTION), ...given('private', 'yes')]),
    {},
  ),
  option(
    '/ask with a question of 200,000 letters',
    /./,
    command('ask', given('question', 'why me '.repeat(28_000))),
  ),
  option(
    '/ask that pings, links and hides',
    /./,
    command('ask', given('question', `@everyone <@1> ||a|| [x](https://evil.example) ${QUESTION}`)),
  ),
  option(
    '/ask the same option 500 times',
    /./,
    command('ask', Array(500).fill(given('question', QUESTION)[0])),
  ),
  option(
    '/interview in a situation __proto__',
    /./,
    command('interview', given('situation', STEER)),
  ),
  option('/interview of a billion rounds', /./, command('interview', given('rounds', 1e9, 4))),
  option('/interview of NaN rounds', /./, command('interview', given('rounds', 'NaN', 4))),
  option(
    '/interview of a focus and a style that there aren’t',
    /./,
    command('interview', [...given('focus', 'x'.repeat(90)), ...given('style', STEER)]),
  ),
  option(
    '/interview with options of all the wrong kinds',
    wrong,
    command('interview', [...given('situation', true, 5), ...given('rounds', 'a')]),
  ),
  option('/review with a text for a file', wrong, command('review', given('draft', 'a'))),
  option(
    '/review of a file that was never sent',
    /a modal/,
    command('review', given('draft', '1', 11), {}),
  ),
  option('/privacy of nothing', wrong, command('privacy', [])),
  option(
    '/privacy of a command in commands',
    /./,
    command('privacy', [{ name: 'a', type: 2, options: [{ name: 'b', type: 1, options: [] }] }]),
  ),
  option(
    '/progress with 1,000 options',
    /./,
    command(
      'progress',
      Array.from({ length: 1_000 }, (_, i) => ({ name: `${i}`, type: 3, value: 'a' })),
    ),
  ),
  option('“Review as statement” of no message', wrong, (bot) =>
    new Visitor(bot).sends(2, {
      id: '1',
      name: 'Review as statement',
      type: 3,
      target_id: '1',
      resolved: { messages: {} },
    }),
  ),
];

/** Buttons that nobody was shown. */
export const buttons = [
  button('one that there isn’t', other, presses('none:1'), { short: true }),
  button('no id', other, presses('')),
  button('__proto__', other, presses(STEER)),
  button('an id of 10,000 letters', other, presses('a'.repeat(10_000))),
  button('an id of 5,000 parts', /./, presses(`page${':a'.repeat(5_000)}`)),
  button(
    'a select in the place of a button',
    other,
    presses('page:1', { component_type: 3, values: ['a'] }),
  ),
  button('a page of nobody’s', /no longer kept/, presses('page:none:0:-1')),
  button('an answer to no question', /is over/, presses('answer:none')),
  button('a step that there isn’t', /./, presses('step:__proto__:none')),
  button('a skip of no question', /No interview of yours/, presses('step:skip:none')),
  button('what was kept back of somebody else’s', /forgotten/, presses('anyway:1')),
  button('listening to a message of nobody’s', /gone/, presses('listen:1:none')),
  button('listening to a path', /gone/, presses('listen:../../users/@me:x')),
  button('a restart of a billion rounds', /./, presses('restart:__proto__:x:1000000000:y:z')),
  button(
    'practising with a draft of somebody else’s',
    /forgotten/,
    presses('practise:none:low-step-1:1'),
  ),
  button('an interview about a draft of somebody else’s', /forgotten/, presses('about-mine:1')),
  button('a comparison with nothing', /forgotten/, presses('compare:1')),
  button('a draft of somebody else’s back', /forgotten/, presses('give-back:1')),
  button('passages that there aren’t', /replaced/, presses(`passages${':zz'.repeat(30)}`)),
  button('erasing what isn’t there', /Erased/, presses('erase')),
];

const field = (custom_id: string, value: unknown) => ({
  type: 18,
  id: 1,
  component: { type: 4, id: 2, custom_id, value },
});
const draft = (first: unknown, second: unknown = '') => [
  { type: 18, id: 1, component: { type: 19, id: 2, custom_id: 'file', values: [] } },
  field('first', first),
  field('second', second),
];

/** Modals that nobody was shown. */
export const modals = [
  modal('one that there isn’t', other, submits('none', [])),
  modal('a review of no fields', wrong, submits('review', [])),
  modal('a review of empty fields', /no text in this/, submits('review', draft('')), {
    short: true,
  }),
  modal('a review of numbers', wrong, submits('review', draft(5, { a: 1 }))),
  modal(
    'a review of 500,000 letters',
    /characters; a statement has/,
    submits('review', draft('I failed it. '.repeat(40_000))),
  ),
  modal(
    'a review of fields of the wrong kinds',
    wrong,
    submits('review', [
      { type: 18, id: 1, component: { type: 3, id: 2, custom_id: 'first', values: ['a'] } },
    ]),
  ),
  modal(
    'a review of an upload that was never sent',
    /no text in this|another version|went wrong/,
    submits('review', [
      { type: 18, id: 1, component: { type: 19, id: 2, custom_id: 'file', values: ['1'] } },
      field('first', ''),
      field('second', ''),
    ]),
  ),
  modal(
    'a draft that pings, links and hides',
    /./,
    submits('review', draft(`@everyone <@1> ${DRAFT} [x](https://evil.example) \`\`\``)),
  ),
  modal(
    'an answer to no interview',
    /over|no interview/i,
    submits('answer:none', [field('answer', 'I own it.')]),
  ),
  modal('an answer of nothing', /./, submits('answer:none', [field('answer', '')])),
  modal(
    '1,000 fields',
    /./,
    submits('review', [
      ...draft('a'),
      ...Array.from({ length: 1_000 }, (_, i) => field(`f${i}`, 'a')),
    ]),
  ),
  modal('fields in fields, 500 deep', wrong, submits('review', [deep(500)])),
];

function deep(left: number): unknown {
  return left ? { type: 1, id: 1, components: [deep(left - 1)] } : field('first', 'a');
}
