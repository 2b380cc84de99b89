import {
  ButtonStyle,
  ComponentType,
  type APIButtonComponent,
  type APIMessageComponent,
  type APIMessageComponentEmoji,
  type APISelectMenuComponent,
  type APIStringSelectComponent,
  type APIUnfurledMediaItem,
} from "discord.js";
import { element, escapeHtml } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";

/** Addresses of what a message brings along, by file name: `attachment://pay.png` is looked up here. */
export type Files = Readonly<Record<string, string>>;

/** The components of a message as the elements that show them. */
export function renderComponents(
  components: readonly APIMessageComponent[],
  files: Files,
): readonly string[] {
  return components.map((component) => renderComponent(component, files));
}

function renderComponent(component: APIMessageComponent, files: Files): string {
  const all = (children: readonly APIMessageComponent[]): string =>
    renderComponents(children, files).join("");
  switch (component.type) {
    case ComponentType.TextDisplay:
      return element("div", { class: "text-display" }, renderMarkdown(component.content));
    case ComponentType.Container:
      return renderContainer(component.accent_color, all(component.components));
    case ComponentType.Section: {
      const accessory = renderAccessory(component.accessory, files);
      return element("div", { class: "section" }, element("div", {}, all(component.components)), accessory);
    }
    case ComponentType.ActionRow:
      return element("discord-action-row", {}, all(component.components));
    case ComponentType.Separator:
      return element("hr", { class: component.divider === false ? "separator blank" : "separator" });
    case ComponentType.MediaGallery: {
      const items = component.items.map((item) => renderImage(item.media, item.description, files));
      return element("div", { class: "media-gallery" }, ...items);
    }
    case ComponentType.Thumbnail:
      return renderImage(component.media, component.description, files);
    case ComponentType.File:
      return element("div", { class: "file" }, escapeHtml(component.file.url));
    case ComponentType.Button:
      return renderButton(component);
    case ComponentType.StringSelect:
    case ComponentType.UserSelect:
    case ComponentType.RoleSelect:
    case ComponentType.MentionableSelect:
    case ComponentType.ChannelSelect:
      return renderSelect(component);
    default:
      return renderUnknown(component);
  }
}

function renderContainer(accent: number | null | undefined, inside: string): string {
  const color =
    accent === null || accent === undefined ? undefined : `#${accent.toString(16).padStart(6, "0")}`;
  const style = color === undefined ? undefined : `border-left: 4px solid ${color}`;
  return element("div", { class: "container", style }, inside);
}

/** A button beside a text stands in no row on Discord; its element asks for one. */
function renderAccessory(accessory: APIMessageComponent, files: Files): string {
  const shown = renderComponent(accessory, files);
  return accessory.type === ComponentType.Button ? element("discord-action-row", {}, shown) : shown;
}

function renderImage(
  { url }: APIUnfurledMediaItem,
  description: string | null | undefined,
  files: Files,
): string {
  const name = url.replace(/^attachment:\/\//u, "");
  return `<img src="${escapeHtml(files[name] ?? url)}" alt="${escapeHtml(description ?? "")}">`;
}

const BUTTON_TYPES: Readonly<Record<ButtonStyle, string>> = {
  [ButtonStyle.Primary]: "primary",
  [ButtonStyle.Secondary]: "secondary",
  [ButtonStyle.Success]: "success",
  [ButtonStyle.Danger]: "destructive",
  [ButtonStyle.Link]: "secondary",
  [ButtonStyle.Premium]: "primary",
};

function renderButton(button: APIButtonComponent): string {
  const url = button.style === ButtonStyle.Link ? button.url : undefined;
  const label = button.style === ButtonStyle.Premium ? "Premium" : nameOf(button);
  const { disabled } = button;
  return element("discord-button", { type: BUTTON_TYPES[button.style], url, disabled }, escapeHtml(label));
}

function nameOf({ label = "", emoji }: { label?: string; emoji?: APIMessageComponentEmoji }): string {
  return [emojiOf(emoji), label].filter(Boolean).join(" ");
}

/** Server emoji have pictures that only Discord holds: their name stands for them. */
function emojiOf(emoji: APIMessageComponentEmoji | undefined): string {
  if (emoji === undefined) return "";
  return emoji.id === undefined ? (emoji.name ?? "") : `:${emoji.name ?? "emoji"}:`;
}

function renderSelect(select: APISelectMenuComponent): string {
  const options = select.type === ComponentType.StringSelect ? select.options : [];
  const chosen = options.filter((option) => option.default === true).map(({ label }) => label);
  const placeholder = chosen.length > 0 ? chosen.join(", ") : (select.placeholder ?? "Make a selection");
  return element(
    "discord-string-select-menu",
    { placeholder, disabled: select.disabled },
    ...options.map(renderOption),
  );
}

type Option = APIStringSelectComponent["options"][number];

function renderOption({ label, description, emoji }: Option): string {
  const written = [emojiOf(emoji), label].filter(Boolean).join(" ");
  return element("discord-string-select-menu-option", { label: written, description });
}

/** A kind of component that came after this page: shown as it is, so that nobody overlooks it. */
function renderUnknown(component: { readonly type: number }): string {
  return element("pre", { class: "unknown" }, escapeHtml(JSON.stringify(component, null, 2)));
}
