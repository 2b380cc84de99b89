/** The numbers that Discord enforces and discord-api-spec does not, each with the page it comes from. */

const second = 1_000;
const minute = 60 * second;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback */
export const CALLBACK_LIMIT = 3 * second;
export const TOKEN_LIFETIME = 15 * minute;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#create-followup-message */
export const USER_INSTALL_FOLLOW_UPS = 5;

/** https://docs.discord.com/developers/resources/message#create-message */
export const MESSAGE = {
  content: 2_000,
  embedCharacters: 6_000,
  nonce: 25,
  files: 10,
  fileBytes: 10 * 1_024 * 1_024,
} as const;

/** https://docs.discord.com/developers/components/reference */
export const COMPONENTS = {
  rows: 5,
  nested: 40,
  textCharacters: 4_000,
  buttonUrl: 512,
  galleryItems: 10,
  mediaDescription: 1_024,
} as const;

/** https://docs.discord.com/developers/interactions/receiving-and-responding#autocomplete */
export const AUTOCOMPLETE = { name: 100, value: 100 } as const;

/** https://docs.discord.com/developers/interactions/application-commands */
export const COMMANDS = {
  chatInput: 100,
  menu: 15,
  description: 100,
  characters: 8_000,
} as const;

/** https://docs.discord.com/developers/events/gateway#rate-limiting */
export const GATEWAY_SENDS_PER_MINUTE = 120;

/** How long a nonce is remembered; Discord says "the past few minutes". */
export const NONCE_MEMORY = 5 * minute;
