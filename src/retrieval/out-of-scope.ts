const lines = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

/**
 * Questions about a covered role that no career document answers; `{role}` stands for the role's name. They look like
 * questions that are answered, down to the role, so they show how sure a wrong answer can look in these documents.
 */
export const ODD_QUESTIONS = lines(`
  what should a {role} wear to a wedding
  can a {role} bring a dog to the office
  which music do most people listen to as a {role}
  what do {role} people eat for lunch
  is a {role} allowed to keep plants on the desk
  how tall is the average {role}
  which car does a {role} usually drive
  do {role} couples get divorced more often
  what is a good birthday present for a {role}
  which sport is best for the back of a {role}
  how many children does a {role} have on average
  what would a {role} do on a desert island
  are there any famous films about a {role}
  who was the first {role} in the world
  which zodiac sign makes the best {role}
  does a {role} need glasses later on
  how much coffee does a {role} drink in a day
  what chair should a {role} buy
  can a {role} grow a beard
  what is the funniest joke about a {role}
  is there a patron saint for the {role}
  how do i ask a {role} out on a date
  what should my {role} put in an out of office reply
  which keyboard layout suits a {role} with small hands
  can a {role} be colour blind
  how do you say {role} in japanese
  how do i explain to grandma that her grandson is a {role}
  what do you call a group of {role} people
  do they give a {role} free parking
  how long is the lunch break of a {role}
  may a {role} unionise in norway
  which video games are popular with a {role}
  what happened to the {role} in the last season
  how do i sue the {role} of my neighbour
  can my {role} read what i type at home
  which tattoo fits a {role}
  how old is too old to date a {role}
  what is the collective agreement for a {role} in sweden
  do insurance companies give a {role} a discount
  where do i complain about a rude {role}
`);

/**
 * What members ask of certifications and no document for reference states; `{certification}` stands for the name. They
 * are no odder than what is stated, so they show how sure a wrong answer looks among documents that say little of much.
 */
export const UNSTATED_OF_CERTIFICATIONS = lines(`
  how many people in the world have the {certification}
  what is the pass rate of the {certification}
  which famous people hold the {certification}
  can a child take the {certification}
  is there a lunch break in the {certification} exam
  may i chew gum during the {certification} exam
  do i need a second monitor for the {certification}
  where do i park at the {certification} exam centre
  is the {certification} printed on paper
  how do i frame my {certification} certificate
  can i put the {certification} behind my name on a door sign
  do banks ask for the {certification}
  did the {certification} get you a raise
  is the {certification} known in brazil
  does the {certification} help me emigrate
  which flashcards are good for the {certification}
  is there a study group for the {certification}
  how long did you study for the {certification}
  can i learn for the {certification} on the train
  which video course is best for the {certification}
  do leaked questions of the {certification} circulate
  my employer wants the {certification} by friday, is that possible
  who pays for the {certification} when i quit
  is the {certification} tax deductible
  may i sell my {certification} voucher
  does the {certification} look good to recruiters
  is the {certification} harder than a driving test
  what do people say about the {certification} on forums
  who writes the questions of the {certification}
  can somebody else sit the {certification} for me
  what happens when the internet fails in the {certification} exam
  i forgot my {certification} login
  are there jokes about the {certification}
  is there a {certification} summer camp
  should i frame my failure at the {certification} as experience
  how nervous were you before the {certification}
  does the {certification} need good eyesight
  which shoes do people wear to the {certification}
  was the {certification} better in the past
  can i take the {certification} on a ship
`);

/** The same of roles that documents for reference are about. */
export const UNSTATED_OF_ROLES = lines(`
  do {role} jobs come with a visa
  can a {role} live in another country than the employer
  how many days of holiday does a {role} get
  does a {role} get shares
  is a {role} tested for drugs
  can i be a {role} with a criminal record
  which interview questions does a {role} get
  how long is the notice of a {role}
  is the work of a {role} boring
  do {role} people burn out
  how many of them are women, i mean {role} people
  is fifty too late to start as a {role}
  can a blind person be a {role}
  will robots take the job of a {role}
  which company treats a {role} best
  what does a {role} earn in france
  how much tax does a {role} pay
  which laptop does a {role} get
  does a {role} need good handwriting
  how do i motivate a {role}
  which newspaper should a {role} read
  is there a {role} club in my town
  can a {role} work four days
  how do i write to a {role} i want to meet
  is a {role} respected at parties
  what is on the business card of a {role}
  what pet suits a {role}
  do i need a car as a {role}
  can a {role} have a second job in a bar
  how often is a {role} fired
`);

/** Questions of the usual forms about other walks of life. */
export const OTHER_TRADES = lines(`
  how much does a plumber earn
  what does a midwife do all day
  which papers does a pastry chef need
  is it hard to become a pilot
  how long does it take to train as a carpenter
  what is the difference between a nurse and a doctor
  do farmers get paid in winter
  which tools does a hairdresser need
  how do i become a judge
  is being a teacher stressful
  what skills does a goldsmith need
  which university is best for veterinarians
  can you be a translator without a diploma
  what is a notary responsible for
  which city pays bus drivers best
  is there a shortage of bakers
  what do actors earn per film
  does a firefighter work nights
  what comes after being a sous chef
  how many hours does a surgeon work
  which licence does a taxi driver need
  who hires marine biologists
  what is the job outlook for coal miners
  is painter or electrician the better trade
  what is the uniform of a postman
  how do i get into fashion modelling
  what background do diplomats have
  do jockeys have to be light
  how much is a ticket to the opera
  where do librarians make the most
  how do you train a puppy
  which vegetables grow in the shade
  how do i remove red wine from a carpet
  what is the capital of mongolia
  who won the cup in 1998
  when does the next train leave
  what is the boiling point of lead
  how do i renew a passport
  which bank has the lowest fees
  what is the best way to cook rice
  how do i reset my phone
  why is the sky blue
  can you recommend a good dentist
  is it going to rain on sunday
  what time is it in lima
  how far away is the moon
  which diet works best
  how do i change a bicycle tyre
  what are the symptoms of flu
  should i rent or buy a flat
`);

/** Talk between members that asks the bot nothing. */
export const TALK = lines(`
  see you all on friday then
  my laptop died again this morning
  that meeting could have been a mail
  happy birthday my friend
  i finally finished the report and went home early
  the new office smells of paint
  nobody reads the documentation anyway
  our team won the quiz last night
  i love this server so much
  just got back from holiday and have 400 unread messages
  we moved everything to the cloud last year and regret it
  my manager loves to talk about automation
  he has three certificates on his wall and still asks me
  she used to work in operations before the security team hired her
  they are hiring again over there
  salary talk is banned at my company
  the pipeline is red since lunch
  security is everybody's problem they said
  learning a language takes me ages
  this tool saved my week
  i was a developer once and then i was tired
  our boss wants more responsibility for less money
  they pay well but the coffee is terrible
  two of my colleagues studied computer science together
  the deploy went fine for once
`);
