import { ButtonStyle, ComponentType } from "discord.js";
import { hasType } from "./json.ts";
import { COMPONENTS } from "./limits.ts";
import type { Problem } from "./rest-error.ts";
import { flatten, type WireComponent } from "./wire.ts";

const LAYOUT_TYPES: readonly number[] = [
  ComponentType.Section,
  ComponentType.TextDisplay,
  ComponentType.Thumbnail,
  ComponentType.MediaGallery,
  ComponentType.File,
  ComponentType.Separator,
  ComponentType.Container,
];

const SELECT_TYPES: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

export function isSelect(component: WireComponent): boolean {
  return SELECT_TYPES.includes(component.type);
}

export function textOf(components: readonly WireComponent[]): readonly string[] {
  const displays = flatten(components).filter((each) => hasType(each, ComponentType.TextDisplay));
  return displays.map(({ content }) => content ?? "");
}

/** What the schemas do not say of the components of a message; https://docs.discord.com/developers/components/reference */
export function componentProblems(components: readonly WireComponent[], v2: boolean): readonly Problem[] {
  const all = flatten(components);
  return [
    ...(v2 ? nestingProblems(components) : rowProblems(components)),
    ...customIdProblems(all),
    ...all.flatMap(rowContentProblems),
    ...all.flatMap(buttonProblems),
    ...all.flatMap(selectProblems),
    ...all.flatMap(galleryProblems),
  ];
}

function rowProblems(components: readonly WireComponent[]): readonly Problem[] {
  const problems: Problem[] = [];
  if (components.length > COMPONENTS.rows)
    problems.push(inComponents(`must be ${COMPONENTS.rows} rows or fewer`));
  if (flatten(components).some(({ type }) => LAYOUT_TYPES.includes(type))) {
    problems.push(inComponents("layout components need the flag IS_COMPONENTS_V2"));
  }
  if (components.some((each) => !hasType(each, ComponentType.ActionRow))) {
    problems.push(inComponents("without IS_COMPONENTS_V2 every component sits in an action row"));
  }
  return problems;
}

function nestingProblems(components: readonly WireComponent[]): readonly Problem[] {
  const problems: Problem[] = [];
  const count = flatten(components).length;
  if (count > COMPONENTS.nested) {
    problems.push(inComponents(`${count} components, nested ones counted: more than ${COMPONENTS.nested}`));
  }
  const characters = textOf(components).join("").length;
  if (characters > COMPONENTS.textCharacters) {
    problems.push(
      inComponents(`${characters} characters of text in all: more than ${COMPONENTS.textCharacters}`),
    );
  }
  return problems;
}

function customIdProblems(all: readonly WireComponent[]): readonly Problem[] {
  const ids = all.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  return doubled.map((id) => inComponents(`custom_id "${id}" is used twice`));
}

function rowContentProblems(row: WireComponent): readonly Problem[] {
  const { components = [] } = row;
  const isShared = components.some(isSelect) && components.length > 1;
  return isShared ? [inComponents("a select fills its row alone")] : [];
}

function buttonProblems(button: WireComponent): readonly Problem[] {
  if (!hasType(button, ComponentType.Button)) return [];
  const { label = "", url, custom_id: customId, emoji, style } = button;
  const problems: Problem[] = [];
  if (label === "" && emoji === undefined) problems.push(inComponents("a button needs a label or an emoji"));
  const isLink = hasType({ type: style }, ButtonStyle.Link);
  if (isLink && customId !== undefined) problems.push(inComponents("a link button takes no custom_id"));
  if (isLink && !isLinkUrl(url))
    problems.push(inComponents(`link button url "${url ?? ""}" is not accepted`));
  if (!isLink && url !== undefined) problems.push(inComponents("only a link button takes a url"));
  if (!isLink && customId === undefined) problems.push(inComponents("a button needs a custom_id"));
  return problems;
}

function isLinkUrl(url: string | undefined): boolean {
  if (url === undefined || url.length > COMPONENTS.buttonUrl || !URL.canParse(url)) return false;
  return ["http:", "https:", "discord:"].includes(new URL(url).protocol);
}

function selectProblems(select: WireComponent): readonly Problem[] {
  if (!hasType(select, ComponentType.StringSelect)) return [];
  const { options = [], min_values: min = 1, max_values: max = 1 } = select;
  const problems: Problem[] = [];
  if (min > max || max > options.length)
    problems.push(inComponents("min_values or max_values cannot be met"));
  if (options.filter(({ default: chosen }) => chosen).length > max) {
    problems.push(inComponents("more options are chosen beforehand than max_values"));
  }
  const values = options.map(({ value }) => value);
  if (new Set(values).size < values.length) problems.push(inComponents("two options have the same value"));
  return problems;
}

function galleryProblems({ type, items = [] }: WireComponent): readonly Problem[] {
  if (!hasType({ type }, ComponentType.MediaGallery)) return [];
  const problems: Problem[] = [];
  if (items.length < 1 || items.length > COMPONENTS.galleryItems)
    problems.push(inComponents(`a media gallery has 1 to ${COMPONENTS.galleryItems} items`));
  const longest = Math.max(0, ...items.map(({ description }) => description?.length ?? 0));
  if (longest > COMPONENTS.mediaDescription)
    problems.push(
      inComponents(`a media description must be ${COMPONENTS.mediaDescription} or fewer in length`),
    );
  return problems;
}

function inComponents(message: string): Problem {
  return { path: ["components"], message };
}
