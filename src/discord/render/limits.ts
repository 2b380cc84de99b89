/** What Discord accepts. Lengths are in UTF-16 code units, which is never more than Discord counts. */

/** https://docs.discord.com/developers/components/reference#text-display: 4,000 characters over all text of a message. */
export const MESSAGE_TEXT_MAX_LENGTH = 4000;

/** https://docs.discord.com/developers/components/reference: 40 components in a message, nested ones included. */
export const MESSAGE_MAX_COMPONENTS = 40;

/** https://docs.discord.com/developers/components/reference#anatomy-of-a-component: 1 to 100 characters. */
export const CUSTOM_ID_MAX_LENGTH = 100;

/** https://docs.discord.com/developers/components/reference#action-row: 5 buttons in a row. */
export const ROW_MAX_BUTTONS = 5;

/** https://docs.discord.com/developers/components/reference#button takes 80 characters and advises 34; a phone cuts off what is more. */
export const BUTTON_LABEL_SHOWN_LENGTH = 34;

/** https://docs.discord.com/developers/components/reference#string-select: 25 options. */
export const SELECT_MAX_OPTIONS = 25;

/** https://docs.discord.com/developers/components/reference#string-select-select-option-structure: 100 characters. */
export const SELECT_LABEL_MAX_LENGTH = 100;

/** https://docs.discord.com/developers/interactions/application-commands#autocomplete: 25 choices. */
export const AUTOCOMPLETE_MAX_CHOICES = 25;

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-option-choice-structure: 1 to 100 characters. */
export const AUTOCOMPLETE_MAX_LENGTH = 100;

/** https://docs.discord.com/developers/components/reference#media-gallery-media-gallery-item-structure: 1024 characters. */
export const MEDIA_DESCRIPTION_MAX_LENGTH = 1024;

/** https://docs.discord.com/developers/components/reference#button: 80 characters. */
export const BUTTON_LABEL_MAX_LENGTH = 80;
