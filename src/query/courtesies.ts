/** What members write around a question out of courtesy; it asks and tells nothing. */
const COURTESIES: readonly RegExp[] = [
  /\b(?:many |big |much )?(?:thanks|thx|tysm|ty|thank you|thank u)(?: (?:so|very) much)?(?: (?:all|guys|everyone|folks))?(?: in advance)?\b/giu,
  /\b(?:any )?(?:help|advice|tips|input|pointers|answers?)(?: (?:is|are|would be|will be))? (?:much |really |highly |greatly )?(?:appreciated|welcome)\b/giu,
  /\bhave a (?:nice|good|great|lovely) (?:day|one|week|weekend|evening|night)(?: (?:all|everyone|guys|folks))?\b/giu,
  /\bhope (?:everyone|everybody|you|u|yall|all)(?:'?s| is| are|re)?(?: all)? (?:having|doing|had|well|good|fine|ok)(?: a)?(?: (?:nice|good|great|lovely))?(?: (?:day|week|weekend|time|well))?\b/giu,
  /\b(?:sorry|apologies|sry) (?:for|about|if|4) (?:the |this |a |my |that |its |is |it )*(?:long|dumb|stupid|basic|noob|silly|newbie|wall of|bad|was|been|asked|already)?[\w ]{0,24}?(?:post|msg|message|text|question|q|english|before|already|rant)\b/giu,
  /\b(?:first time (?:posting|poster|asking)|long time lurker|new (?:here|to this (?:server|channel|discord)))(?: here)?\b/giu,
  /\b(?:just a )?(?:quick|random|dumb|stupid|noob) (?:one|question|q)(?: (?:before|while|for) [\p{L}' ]{0,24})?(?=[.,:;!-])/giu,
  /\b(?:pls|please) be (?:nice|kind|gentle)(?: (?:im|i am|i'm) new)?\b/giu,
  /\b(?:good (?:morning|evening|afternoon|day)|greetings|hello|hiya|hi|hey)(?: there)?(?: (?:all|everyone|everybody|guys|folks|people|team|mates))?\b/giu,
  // Said to the bot about itself.
  /\b(?:are|r) (?:you|u|ya) (?:(?:even|really|actually|just|like|secretly|maybe|only) )*(?:an? |the |some )?(?:(?:real|actual|living|dumb|stupid|smart) )*(?:human|person|bot|robot|ai|a\.i\.|machine|program|script|computer|chatgpt|gpt|llm|alive|sentient|conscious|awake|online|real|fake|there)\b(?:,? or (?:(?!\band\b)[^.?!,\n])*)?/giu,
];

/** The text without greetings, thanks and apologies; each leaves the end of a sentence. */
export function withoutCourtesies(text: string): string {
  return COURTESIES.reduce((left, courtesy) => left.replace(courtesy, ". "), text);
}
