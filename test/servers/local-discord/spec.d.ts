/** The package ships its schemas without types; they are looked up by name in `rules.ts`. */
declare module 'discord-api-spec/zod';
