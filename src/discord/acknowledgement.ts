/**
 * How an interaction is acknowledged before any work: a reply that only the person sees, one that
 * all see, one that those see who see the message with the button, that message itself to be
 * changed, or a modal that the run must open first of all. A reply is filled by a change, which
 * can be sent again without harm; what is added after it can not.
 */
export type Acknowledgement = 'private' | 'public' | 'same' | 'update' | 'modal';
