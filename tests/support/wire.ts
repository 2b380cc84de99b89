import * as z from "zod";
import { withoutNulls, type Json } from "./json.ts";

/** Discord's payloads, with their names, as far as the loopback Discord fills them in. */
export interface WireUser {
  readonly id: string;
  readonly username: string;
  readonly discriminator: string;
  readonly global_name: string | null;
  readonly avatar: string | null;
  readonly bot: boolean;
  readonly public_flags: number;
}

export interface WireAttachment {
  readonly id: string;
  readonly filename: string;
  readonly description?: string;
  readonly content_type: string;
  readonly size: number;
  readonly url: string;
  readonly proxy_url: string;
}

export interface WireReference {
  readonly type: number;
  readonly message_id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
}

export interface WireMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly guild_id?: string | undefined;
  readonly author: WireUser;
  readonly type: number;
  readonly content: string;
  readonly embeds: readonly Json[];
  readonly components: readonly WireComponent[];
  readonly attachments: readonly WireAttachment[];
  readonly flags: number;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly tts: boolean;
  readonly pinned: boolean;
  readonly mention_everyone: boolean;
  readonly mentions: readonly WireUser[];
  readonly mention_roles: readonly string[];
  readonly nonce?: string | number | undefined;
  readonly message_reference?: WireReference | undefined;
  readonly referenced_message?: WireMessage | null | undefined;
  readonly webhook_id?: string | undefined;
  readonly application_id?: string | undefined;
  readonly interaction_metadata?: Json | undefined;
}

const SelectOptionSchema = z.looseObject({
  label: z.string(),
  value: z.string(),
  description: z.string().optional(),
  default: z.boolean().optional(),
});

const MediaSchema = z.looseObject({ url: z.string() });

/** A component of any kind, with the fields that the rules and the members look at. */
const ComponentSchema = z.looseObject({
  type: z.number(),
  id: z.number().optional(),
  custom_id: z.string().optional(),
  style: z.number().optional(),
  label: z.string().optional(),
  emoji: z.looseObject({ name: z.string().optional() }).optional(),
  url: z.string().optional(),
  disabled: z.boolean().optional(),
  content: z.string().optional(),
  placeholder: z.string().optional(),
  min_values: z.number().optional(),
  max_values: z.number().optional(),
  options: z.array(SelectOptionSchema).optional(),
  media: MediaSchema.optional(),
  file: MediaSchema.optional(),
  items: z.array(z.looseObject({ media: MediaSchema, description: z.string().optional() })).optional(),
  get components(): z.ZodOptional<z.ZodArray<typeof ComponentSchema>> {
    return z.array(ComponentSchema).optional();
  },
  get component(): z.ZodOptional<typeof ComponentSchema> {
    return ComponentSchema.optional();
  },
  get accessory(): z.ZodOptional<typeof ComponentSchema> {
    return ComponentSchema.optional();
  },
});

export type WireComponent = z.infer<typeof ComponentSchema>;

/** The components of a body; what is no component is left out, for the schemas to complain about. */
export function readComponents(value: unknown): readonly WireComponent[] {
  const read = z.array(ComponentSchema).safeParse(withoutNulls(value));
  return read.success ? read.data : [];
}

/** The components and everything inside them, in reading order. */
export function flatten(components: readonly WireComponent[]): readonly WireComponent[] {
  return components.flatMap((component) => [
    component,
    ...flatten(component.components ?? []),
    ...flatten(component.component ? [component.component] : []),
    ...flatten(component.accessory ? [component.accessory] : []),
  ]);
}
