import { PermissionFlagsBits, type RepliableInteraction } from 'discord.js';
import type { Picture } from '../pictures/shapes.ts';
import type { Context } from './context.ts';
import { traceOf } from './failures.ts';
import type { Pictured } from './views/screen.ts';

/**
 * Draws a picture for a screen. Resolves to nothing where it can't be drawn or too many wait: what it
 * shows is said in words as well, so nobody is kept from those. The same where the reply to an
 * `interaction` may hold no files.
 */
export async function drawn(
  name: string,
  picture: Picture | undefined,
  { app, log }: Context,
  interaction?: RepliableInteraction,
): Promise<Pictured | undefined> {
  const files = interaction?.appPermissions.has(PermissionFlagsBits.AttachFiles) ?? true;
  if (!picture || !files) return undefined;
  try {
    const bytes = await app.draw(picture);
    return { block: { type: 'picture', file: name, alt: picture.alt }, file: { name, bytes } };
  } catch (error) {
    log.info(traceOf(error), 'a picture was left out');
    return undefined;
  }
}
