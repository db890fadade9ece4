import type { ButtonAction, ModalAction } from '../command.ts';
import { turnPage } from './turn-page.ts';

/** What each button does; a new one is one file and one line here. */
export const BUTTONS: readonly ButtonAction[] = [turnPage];

/** What each modal does once it is submitted. */
export const MODALS: readonly ModalAction[] = [];
