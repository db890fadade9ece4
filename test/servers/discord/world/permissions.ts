import { PermissionFlagsBits } from 'discord.js';

export type Permission = keyof typeof PermissionFlagsBits;

/** What a bot may do where a test doesn't say: what this project's invite asks for. */
export const USUAL: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePrivateThreads',
  'AttachFiles',
  'ReadMessageHistory',
];

/** What a member may do. */
export const MEMBER: readonly Permission[] = [
  ...USUAL,
  'EmbedLinks',
  'AddReactions',
  'UseExternalEmojis',
  'CreatePublicThreads',
  'UseApplicationCommands',
  'UseExternalApps',
];

export const ALL: bigint = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

export function bitsOf(permissions: readonly Permission[]): bigint {
  return permissions.reduce((bits, name) => bits | PermissionFlagsBits[name], 0n);
}

export function has(bits: bigint, permission: Permission): boolean {
  return Boolean(bits & (PermissionFlagsBits[permission] | PermissionFlagsBits.Administrator));
}
