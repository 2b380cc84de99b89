import {
  DiscordMessages,
  DiscordPre,
  DiscordMessage,
  DiscordAuthorInfo,
  DiscordReply,
  DiscordCommand,
  DiscordMention,
  DiscordLink,
  DiscordHeader,
  DiscordBold,
  DiscordSubscript,
  DiscordCode,
  DiscordActionRow,
  DiscordButton,
  DiscordStringSelectMenu,
} from "@skyra/discord-components-core";
import { css, type CSSResult, type LitElement } from "lit";

/** Importing the package makes all of its elements known to the browser. What Discord's look has changed since the elements were made; colours come from `style.css`. */
export const CHANGED_STYLES: readonly (readonly [typeof LitElement, CSSResult])[] = [
  [
    DiscordMessages,
    css`
      :host,
      :host([light-theme]) {
        background: var(--chat);
        color: var(--text);
        border: 0;
        padding-bottom: 8px;
        line-height: 1.375;
        font-family: var(--font);
      }
    `,
  ],
  [
    DiscordMessage,
    css`
      :host,
      :host([light-theme]) {
        color: var(--text);
        font-family: var(--font);
        padding-left: 16px;
        padding-right: var(--message-end);
      }
      :host(:hover) {
        background: none;
      }
      :host([ephemeral]),
      :host([ephemeral]:hover) {
        background: rgb(88 101 242 / 8%);
        padding-right: var(--message-end);
      }
      .discord-author-avatar {
        margin-right: var(--avatar-gap);
      }
      .discord-message-content {
        line-height: 1.375;
        min-width: 0;
      }
      .discord-message-timestamp,
      .discord-message-ephemeral,
      :host([light-theme]) .discord-message-timestamp,
      :host([light-theme]) .discord-message-ephemeral {
        color: var(--muted);
      }
      .discord-message-ephemeral .discord-message-ephemeral-link {
        color: var(--link);
      }
      :host .discord-message-markup {
        display: block;
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`
      :host .discord-author-username,
      :host([light-theme]) .discord-author-username {
        color: var(--heading);
      }
      :host .discord-application-tag {
        margin-left: 4px;
        font-size: 12px;
        font-weight: 500;
        text-transform: uppercase;
      }
    `,
  ],
  [
    DiscordReply,
    css`
      :host,
      :host([light-theme]) {
        font-family: var(--font);
        color: var(--muted);
        margin-left: calc(40px + var(--avatar-gap));
        overflow: visible;
      }
      .discord-replied-message-content {
        overflow: hidden;
      }
      .discord-replied-message-username {
        color: var(--text);
        opacity: 1;
      }
    `,
  ],
  [
    DiscordCommand,
    css`
      :host,
      :host([light-theme]) {
        font-family: var(--font);
        color: var(--muted);
        margin-left: calc(40px + var(--avatar-gap));
      }
      :host .discord-replied-message-username,
      :host([light-theme]) .discord-replied-message-username {
        color: var(--text);
        opacity: 1;
      }
      :host .discord-slash-command-name {
        color: var(--link) !important;
        background: none;
        padding: 0;
      }
    `,
  ],
  [
    DiscordMention,
    css`
      :host,
      :host([light-theme]) {
        color: var(--mention);
      }
    `,
  ],
  [
    DiscordLink,
    css`
      a,
      .discord-link-light-theme {
        color: var(--link);
      }
    `,
  ],
  [
    DiscordHeader,
    css`
      :host > * {
        color: var(--heading);
      }
      :host(:first-child) > * {
        margin-top: 4px;
      }
      :host(:last-child) > * {
        margin-bottom: 0;
      }
    `,
  ],
  [
    DiscordBold,
    css`
      :host > strong {
        font-weight: 700;
      }
    `,
  ],
  [
    DiscordSubscript,
    css`
      small,
      :host([light-theme]) > small {
        color: var(--muted);
        font-size: 13px;
        line-height: 1.4;
      }
    `,
  ],
  [
    DiscordCode,
    css`
      :host,
      :host([light-theme]),
      :host([light-theme]) code,
      :host([multiline]) code {
        background: var(--code);
        border-color: var(--border);
        font-family: var(--mono);
      }
      :host([multiline]) {
        display: block;
        background: none;
        margin-top: 6px;
      }
      :host([multiline]) code {
        width: auto;
        max-width: 100%;
        box-sizing: border-box;
        margin: 0;
        border-radius: 4px;
        border: 1px solid var(--border);
        overflow-wrap: anywhere;
      }
    `,
  ],
  [
    DiscordPre,
    css`
      :host pre {
        width: auto;
        margin: 0;
      }
    `,
  ],
  [
    DiscordActionRow,
    css`
      :host {
        gap: 8px;
        max-width: 100%;
      }
    `,
  ],
  [
    DiscordButton,
    css`
      :host {
        max-width: 100%;
      }
      :host > *:first-child {
        box-sizing: border-box;
        gap: 6px;
        margin: 0;
        padding: 0 12px;
        border-radius: 8px;
        max-width: 100%;
        font-family: var(--font);
        font-size: 14px;
      }
      .launch {
        margin: 0;
      }
      span {
        line-height: 20px;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .secondary {
        color: var(--heading);
        background: var(--control);
        border: 1px solid var(--border);
      }
    `,
  ],
  [
    DiscordStringSelectMenu,
    css`
      :host {
        width: 100%;
      }
      .discord-string-select-menu,
      :host([light-theme]) .discord-string-select-menu {
        width: 100%;
        margin: 0;
        height: 40px;
        border-radius: 8px;
        padding: 8px 12px !important;
        color: var(--muted);
        background: var(--field) !important;
        border: 1px solid var(--border) !important;
        font-weight: 400;
      }
    `,
  ],
];
