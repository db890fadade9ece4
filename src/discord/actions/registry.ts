import type { ButtonAction, ModalAction } from '../command.ts';
import { aboutMine } from './about-mine.ts';
import { compareButton, compareModal } from './compare.ts';
import { erase } from './erase.ts';
import { giveBack } from './give-back.ts';
import { answerButton, answerModal, anywayButton, stepButton } from './interview.ts';
import { listen } from './listen.ts';
import { passages } from './passages.ts';
import { practise } from './practise.ts';
import { restart, resume } from './resume.ts';
import { reviewModal } from './review-modal.ts';
import { turnPage } from './turn-page.ts';

/** What each button does; a new one is one file and one line here. */
export const BUTTONS: readonly ButtonAction[] = [
  turnPage,
  answerButton,
  stepButton,
  anywayButton,
  listen,
  resume,
  restart,
  practise,
  aboutMine,
  compareButton,
  giveBack,
  passages,
  erase,
];

/** What each modal does once it is submitted. */
export const MODALS: readonly ModalAction[] = [answerModal, reviewModal, compareModal];
