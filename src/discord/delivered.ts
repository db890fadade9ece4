import { type APIInteraction, type Client, Events, type GatewayDispatchPayload } from 'discord.js';
import { LRUCache } from 'lru-cache';

/** Interactions as the gateway delivered them, which discord.js can be handed again. */
export interface Delivered {
  /** What is to be kept of one until it is answered; of a draft nothing that was said. */
  asKept(id: string, draft: boolean): APIInteraction | undefined;
}

/** Remembers what is being delivered, for as long as it takes to accept it. */
export function createDelivered(client: Client): Delivered {
  const latest = new LRUCache<string, APIInteraction>({ max: 2_000, ttl: 10_000 });
  client.on(Events.Raw, ({ t, d }: GatewayDispatchPayload) => {
    if (t === 'INTERACTION_CREATE') latest.set(d.id, d);
  });
  return {
    asKept(id, draft) {
      const delivered = latest.get(id);
      latest.delete(id);
      return delivered && asKept(delivered, draft);
    },
  };
}

/** Hands an interaction to the client once more, which tells its listeners of it. */
export function deliverAgain(client: Client, interaction: APIInteraction): void {
  // discord.js has no public way to make an interaction of what the gateway says.
  const { actions } = client as unknown as {
    actions: { InteractionCreate: { handle(data: APIInteraction): void } };
  };
  actions.InteractionCreate.handle(interaction);
}

/**
 * What it takes to answer an interaction later: who, where, with what token, and what was asked. No
 * name, and of the message that a button stands on nothing that it says: it may quote a draft.
 */
function asKept(delivered: APIInteraction, draft: boolean): APIInteraction {
  const { user, member, message, data } = delivered as unknown as Loosely;
  return {
    ...delivered,
    ...(user ? { user: onlyId(user) } : {}),
    ...(member ? { member: { ...member, nick: null, user: onlyId(member.user) } } : {}),
    ...(message ? { message: withoutWords(message) } : {}),
    ...(draft ? { data: { ...data, ...SAID_NOTHING } } : {}),
  } as APIInteraction;
}

/** The parts of the many kinds of interactions that are looked at here. */
interface Loosely {
  user?: { id: string };
  member?: { user: { id: string } };
  message?: Record<string, unknown>;
  data: Record<string, unknown>;
}

/** Where a person's words and files are in what they sent. */
const SAID_NOTHING = { options: [], components: [], resolved: {} };

const onlyId = ({ id }: { id: string }) => ({ id, username: '', discriminator: '0' });

const withoutWords = ({ id, channel_id, type, flags, timestamp }: Record<string, unknown>) => ({
  id,
  channel_id,
  type,
  flags,
  timestamp,
  attachments: [],
  embeds: [],
});
