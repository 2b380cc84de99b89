const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Grammar: never searched for and never evidence. Question words are kept, since phrasings differ by them. */
export const STOP_WORDS = list(`
  a an the of to in on at for with by from as and or but if than then that this these those there it its
  is are am was were be been being do does did doing done has have had having will would shall
  i im ive id ill you youre u ur your yours we our ours us they them their theirs he she his her him me my mine myself yourself
  so not no nor dont doesnt didnt isnt arent wasnt werent wont wouldnt cant cannot couldnt shouldnt hasnt havent hadnt aint
  thats theres heres hes shes theyre youve weve theyve itll youll youd theyd lets whove wasn isn
  just also too very about into onto over out up down off
`);

/** Words that ask; they help to tell phrasings apart and are no evidence by themselves. */
export const QUESTION_WORDS = list(`
  what whats which who whos whom whose when where wheres why how hows can could should may might must
`);

/** Talk around a question: greetings, thanks, hedges, fillers, chat abbreviations. Never evidence. */
export const EVERYDAY_WORDS = list(`
  actually really basically literally honestly seriously simply exactly generally usually normally typically probably possibly
  maybe perhaps kinda sorta quite pretty rather somewhat even still yet ever already anyway though tho although however
  please pls plz plss kindly thanks thank thx ty tysm cheers hey hi hello hiya yo sup greetings morning evening afternoon
  guys folks everyone everybody anyone anybody someone somebody all yall friends friend sir madam bro bruh dude mate man fam
  tbh ngl lol lmao rofl haha hehe btw imo imho fyi idk iirc afaik rn fr ok okay okey yeah yep yes yup nope nah oh ah um uh hmm well wow omg wtf ffs smh
  like lot lots bit some any every each much many more most other another else such same own only
  thing things stuff something anything everything nothing one ones kind kinds sort sorts type types way ways
  know knows knew think thinks guess wonder wondering wondered tell say says said ask asks asked asking question questions q
  curious confused sorry dumb stupid silly noob newbie quick quickly random simple basic real true
  want wants wanted wanna need needs needed gonna gotta going go goes get gets got getting let lets
  give gives gave put puts see sees look looks looking find finds seem seems mean means suppose supposed
  good great nice cool fine bad okay sure right now today currently nowadays days lately soon
  help appreciate advance etc eg ie vs versus b4 n & per via
  because cuz cos bc since while until again here
  themselves itself myself yourself himself herself somewhere anywhere everywhere somehow
  able possible necessarily definitely certainly absolutely totally completely overall
  hope hoping week weekend day luck whatsoever point idea ideas
`);

/** True for words that carry nothing of what is asked. */
export function isTalk(word: string): boolean {
  return STOP_WORDS.has(word) || EVERYDAY_WORDS.has(word) || QUESTION_WORDS.has(word);
}
