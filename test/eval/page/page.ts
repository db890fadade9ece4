import { readFileSync } from 'node:fs';
import type { Measured } from '../figures.ts';
import { bars } from './bars.ts';
import { worstCases } from './cases.ts';
import { confusions } from './confusions.ts';
import { Html, html } from './html.ts';

/** What the page says of one half: its name, what it is, and what was measured. */
export interface PageHalf extends Measured {
  name: string;
  about: string;
}

/**
 * The measure as one page for a browser: no script, no outside resource, every text escaped. It
 * shows texts of cases that nobody tunes on, so it is for who looks on purpose.
 */
export function pageOf(halves: readonly PageHalf[], judge: string): string {
  const style = new Html(readFileSync(new URL('./page.css', import.meta.url), 'utf8'));
  return html`<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>How good the coach is</title>
<style>${style}</style>
<main><h1>How good the coach is</h1>
<p>Judged ${judge}. What the labels mean, who wrote them and what the figures do not show is in <code>test/eval/README.md</code>.</p>
<nav>${halves.map(({ name }) => html`<a href="#${name}">${name}</a> `)}</nav>
${halves.map(
  ({ name, about, figures, verdicts }) => html`<section id="${name}"><h2>${name}</h2><p>${about}</p>
${bars(figures)}
<h3>confusions</h3>${confusions(verdicts)}
<h3>worst cases</h3>${worstCases(verdicts)}</section>
`,
)}</main></html>
`.markup;
}
