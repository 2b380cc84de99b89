import type { Bot } from "../bot.ts";
import type { Click } from "./click.ts";
import type { Control } from "./control.ts";
import { dismiss } from "./dismiss.ts";
import { forgetEverything, keepEverything } from "../moderation/forget.ts";
import { callHuman } from "./call-human.ts";
import { shareQuestion } from "./share-question.ts";
import { offerOthers, postPreview, showPreview } from "./preview.ts";
import { showAll, showMore } from "./show-more.ts";
import { noteFault, vote } from "./vote.ts";

/** Does what a control says. */
export async function useControl(control: Control, interaction: Click, bot: Bot): Promise<void> {
  switch (control.command) {
    case "dismiss":
      return dismiss(control.values, interaction, bot);
    case "helpful":
      return vote({ isHelpful: true, keys: control.values.of }, interaction, bot);
    case "unhelpful":
      return vote({ isHelpful: false, keys: control.values.of }, interaction, bot);
    case "fault":
      return noteFault(control.values, interaction, bot);
    case "more":
      return showMore(control.values, interaction, bot);
    case "all":
      return showAll(control.values, interaction, bot);
    case "post":
      return postPreview(control.values, interaction, bot);
    case "not-this":
      return offerOthers(control.values, interaction, bot);
    case "forget":
      return forgetEverything(interaction, bot);
    case "keep":
      return keepEverything(interaction);
    case "share":
      return shareQuestion(control.values, interaction, bot);
    case "call":
      return callHuman(control.values, interaction, bot);
    case "preview":
      return showPreview(control.values, interaction, bot);
  }
}
