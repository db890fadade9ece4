/** The largest recording that is taken, in bytes: ten minutes of what phones record, or four of plain WAV. */
export const MAX_SOUND_BYTES = 10 * 1024 * 1024;

/** The longest recording that is listened to, in seconds; an answer takes one to two minutes. */
export const MAX_SOUND_SECONDS = 10 * 60;
