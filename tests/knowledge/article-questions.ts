/** A question, the headings of which one must be cited, and what the answer must say. */
type ArticleQuestion = readonly [question: string, headings: readonly string[], said: string];

/** What members ask about the invented articles in `fixtures`, in their own words. */
export const ARTICLE_QUESTIONS: Readonly<Record<string, readonly ArticleQuestion[]>> = {
  "bootcamp-faq.txt": [
    ["what is the tide board?", ["Homework and the Tide Board"], "homework"],
    ["who are the deckhands", ["Who is who"], "pull requests"],
    ["what's a lamp keeper", ["Who is who"], "cohort"],
    ["how much is harbourlight", ["What does it cost?"], "420"],
    ["can i get a refund if i drop out of harbourlight?", ["Can I get my money back?"], "refund"],
    ["whats the driftwood fund for", ["The Driftwood Fund"], "childcare"],
    ["what happens in the crossing", ["Final project, aka the Crossing"], "nine days"],
    ["can my chromebook do the harbourlight bootcamp", ["What laptop do I need?"], "Chromebook"],
    ["how do i become a deckhand", ["How do I become a deckhand?"], "three hours"],
  ],
  "levelling-guide.md": [
    ["what is a reliability steward?", ["Q4: the reliability steward"], "error budgets"],
    ["how do i become a reliability steward", ["Q4: the reliability steward"], "shadowing"],
    ["how much does a reliability steward make", ["Levels"], "72,000"],
    ["what does OSK mean", ["Terms"], "Onboarding Starter Kit"],
    ["who sits on the PSC?", ["Who decides?", "Terms"], "seven people"],
    ["how do i join the falcon guild", ["Falcon Guild"], "#falcon-guild"],
    ["what's osprey about", ["What is Project Osprey?"], "billing"],
    ["what is a BAR", ["Terms"], "review"],
    ["when is my level letter due", ["When can I move up?"], "15th"],
  ],
  "blue-lantern.md": [
    ["what is BLP?", ["What is the Blue Lantern Practitioner?"], "incident"],
    ["how much does the BLP cost", ["Price"], "95 USD"],
    ["who issues the blue lantern practitioner", ["What is the Blue Lantern Practitioner?"], "Lanternhouse"],
    ["how long is the blue lantern practitioner exam", ["Exam"], "seven hours"],
    ["does blp expire?", ["How long is it good for?"], "three years"],
    ["do i need experience for the blp", ["Before you book"], "help desk"],
    ["is the blp worth it", ["Is it worth it? / do employers know it"], "recruiter"],
    ["what does a wick do", ["Roles around the exam"], "watches"],
    ["what is the lantern range", ["Before you book"], "practice environment"],
  ],
};
