/** Discord's limits, from its API reference of August 2026; characters are UTF-16 units unless it says otherwise. */

/** All text displays of one Components V2 message together, in characters. */
export const MESSAGE_TEXT = 4_000;
/** Components of one message, nested ones counted. */
export const COMPONENTS = 40;
export const CUSTOM_ID = 100;
export const BUTTONS_A_ROW = 5;
export const BUTTON_LABEL = 80;
export const SELECT_OPTIONS = 25;
export const MODAL_TITLE = 45;
export const LABEL = 45;
export const LABEL_DESCRIPTION = 100;
export const TEXT_INPUT = 4_000;
export const PLACEHOLDER = 100;
export const THREAD_NAME = 100;
export const OPTION_STRING = 6_000;
/** The first response to an interaction must come within this time, in milliseconds. */
export const FIRST_RESPONSE_MS = 3_000;
/** An interaction's token is good for this long, in milliseconds. */
export const TOKEN_MS = 15 * 60 * 1000;
