import { type APIUser, GatewayIntentBits } from 'discord.js';
import { createUser } from './users.ts';

export type Privileged = 'GuildMembers' | 'GuildPresences' | 'MessageContent';
const PRIVILEGED: readonly Privileged[] = ['GuildMembers', 'GuildPresences', 'MessageContent'];

/** A registered command: what the bot sent, with what Discord adds. */
export interface Command {
  id: string;
  application_id: string;
  version: string;
  type: number;
  name: string;
  description: string;
  guild_id?: string;
  default_member_permissions: string | null;
  nsfw: boolean;
  contexts: number[] | null;
  integration_types: number[];
  options?: CommandOption[];
  [key: string]: unknown;
}

export interface CommandOption {
  type: number;
  name: string;
  description: string;
  required?: boolean | null;
  autocomplete?: boolean | null;
  choices?: Array<{ name: string; value: string | number }> | null;
  options?: CommandOption[] | null;
  min_value?: number | null;
  max_value?: number | null;
  min_length?: number | null;
  max_length?: number | null;
}

/** The application whose bot is under test. */
export class Application {
  readonly id: string;
  readonly user: APIUser;
  readonly token: string;
  /** The privileged intents that are switched on in its settings. */
  readonly #privileged: ReadonlySet<Privileged>;
  /** Global commands, and those of single guilds under the guild's id. */
  readonly commands = new Map<string, Command[]>();

  constructor(id: string, name: string, privileged: readonly Privileged[]) {
    this.id = id;
    this.user = createUser(id, name, true);
    this.token = `${Buffer.from(id).toString('base64url')}.Local0.${'x'.repeat(38)}`;
    this.#privileged = new Set(privileged);
  }

  get seesContent(): boolean {
    return this.#privileged.has('MessageContent');
  }

  /** Whether these intents ask for a privileged one that isn't switched on. */
  asksTooMuch(intents: number): boolean {
    return PRIVILEGED.some(
      (name) => intents & GatewayIntentBits[name] && !this.#privileged.has(name),
    );
  }

  /** Global commands, or those of one guild. */
  commandsOf(guildId = ''): Command[] {
    const list = this.commands.get(guildId) ?? [];
    this.commands.set(guildId, list);
    return list;
  }

  toJSON(): Record<string, unknown> {
    return {
      id: this.id,
      name: this.user.username,
      icon: null,
      description: '',
      summary: '',
      type: null,
      bot_public: true,
      bot_require_code_grant: false,
      verify_key: '0'.repeat(64),
      flags: this.seesContent ? 1 << 19 : 0,
      flags_new: `${this.seesContent ? 1 << 19 : 0}`,
      explicit_content_filter: 0,
      eligible_oauth2_scopes: ['bot', 'applications.commands'],
      role_connections_verification_url: null,
      is_monetized: false,
      owner: createUser('1000', 'Owner'),
      team: null,
      bot: this.user,
      redirect_uris: [],
      interactions_endpoint_url: null,
      approximate_guild_count: 1,
      approximate_user_install_count: 0,
      approximate_user_authorization_count: 0,
    };
  }
}
