import { capitalised } from "./capitalised.ts";
import { few } from "./few.ts";
import { formatsOf } from "./formats.ts";
import { SPANISH_MODERATION } from "./moderation/spanish.ts";
import type { OrderWords, Wording } from "./wording.ts";

const TOPIC = { name: "tema", description: "Un solo tema, por ejemplo salario o habilidades" };

const { all, any, isOne, month, languages, time } = formatsOf("es");

const ORDINALS = [
  "primer",
  "segundo",
  "tercer",
  "cuarto",
  "quinto",
  "sexto",
  "séptimo",
  "octavo",
  "noveno",
  "décimo",
];

const ordinal = (position: number): string =>
  position === 1 ? "" : `${ORDINALS[position - 1] ?? `${position}.º`} `;

const PERIODS = new Map([
  ["hour", "por hora"],
  ["day", "al día"],
  ["week", "a la semana"],
  ["month", "al mes"],
  ["year", "al año"],
]);

const per = (period: string): string => PERIODS.get(period) ?? `por ${period}`;

/** What the documents or the member wrote stands in quotes, because it is in another language. */
const quoted = (text: string): string => `“${text}”`;

/** What the nearest sections leave unsaid, where something does. */
function nothingOf(unsaid: readonly string[]): string {
  const words = all(unsaid.map(quoted));
  return words && `; las más cercanas no mencionan ${words}`;
}

const extreme = ({ end }: OrderWords): string => (end === "highest" ? "más alto" : "más bajo");

const direction = ({ end }: OrderWords): string =>
  end === "highest" ? "de mayor a menor" : "de menor a mayor";

const covered = (roles: readonly string[]): string =>
  roles.length > 0
    ? `${isOne(roles.length) ? "el rol de" : "los roles de"} ${all(few(roles, (count) => `${count} más`))}`
    : "otras cosas";

const covers = (roles: readonly string[]): string => `Los documentos tratan sobre ${covered(roles)}.`;

const ONLY_ENGLISH = "Solo respondo preguntas en inglés, el idioma de mis documentos.";

const minutes = (milliseconds: number): string => time(Math.ceil(milliseconds / 60_000), "minute");

export const SPANISH = {
  language: "es",
  locales: ["es-ES", "es-419"],
  commands: {
    ask: {
      name: "preguntar",
      brief: "con tus palabras, en inglés",
      description: "Haz una pregunta sobre tu carrera profesional, con tus propias palabras y en inglés",
      options: {
        question: {
          name: "pregunta",
          description: "Tu pregunta en inglés, por ejemplo: do I need a degree for DevSecOps?",
        },
      },
    },
    role: {
      name: "rol",
      brief: "un rol de un vistazo",
      description: "Un rol de un vistazo: qué es, habilidades, salario, perspectivas y cómo llegar a serlo",
      options: { name: { name: "nombre", description: "El rol" }, topic: TOPIC },
    },
    skills: {
      name: "habilidades",
      brief: "lo que pide un rol",
      description: "Las habilidades y herramientas que pide un rol",
      options: { role: { name: "rol", description: "El rol" } },
    },
    salary: {
      name: "salario",
      brief: "lo que se gana",
      description: "Cuánto se gana en un rol, según las fuentes",
      options: {
        role: { name: "rol", description: "El rol" },
        place: { name: "lugar", description: "Una ciudad o empresa" },
        year: { name: "año", description: "Solo cifras de este año, como 2024" },
      },
    },
    path: {
      name: "ruta",
      brief: "cómo se llega a un rol",
      description:
        "Cómo se llega a un rol: por dónde se entra, qué aprender, certificados y roles siguientes",
      options: { role: { name: "rol", description: "El rol" } },
    },
    cert: {
      name: "certificación",
      brief: "qué es y quién la emite",
      description: "Qué es una certificación, quién la emite y quién la recomienda",
      options: { name: { name: "nombre", description: "La certificación" } },
    },
    compare: {
      name: "comparar",
      brief: "dos cosas lado a lado",
      description: "Dos roles, certificaciones o lugares lado a lado",
      options: {
        first: { name: "primero", description: "El primer rol, certificación o lugar" },
        second: { name: "segundo", description: "El segundo" },
        topic: TOPIC,
      },
    },
    topics: {
      name: "temas",
      brief: "lo que puedo responder",
      description: "Lo que puedo responder",
      options: {},
    },
    sources: {
      name: "fuentes",
      brief: "mis documentos",
      description: "Los documentos de los que salen mis respuestas",
      options: {},
    },
    help: { name: "ayuda", brief: "cómo preguntarme", description: "Cómo preguntarme", options: {} },
  },
  options: {
    hide: { name: "ocultar", description: "Solo tú ves la respuesta" },
    to: { name: "para", description: "La persona a quien va dirigida la respuesta; recibe un aviso" },
  },
  cards: {
    headings: {
      definition: "Qué es",
      responsibilities: "Responsabilidades",
      skills: "Habilidades",
      certifications: "Certificaciones",
      salary: "Salario",
      outlook: "Perspectivas",
      becoming: "Cómo llegar a serlo",
    },
    facets: {
      definition: "Qué es",
      content: "Qué abarca",
      prerequisites: "Requisitos",
      exam: "Examen",
      score: "Nota para aprobar",
      cost: "Coste",
      renewal: "Vigencia y renovación",
      more: "También se dice",
    },
    title: (name, heading, about) =>
      `${name}: ${heading.toLowerCase()}${about === undefined ? "" : ` (${about})`}`,
    side: (heading, name) => `${heading}: ${name}`,
    bothSides: (heading) => `${heading}: ambos`,
    pair: (first, second) => all([first, second]),
    notStated: (name) => `${name}: las fuentes no lo indican.`,
    salaryAt: (role, place) => `${role}: salario, ${place}`,
  },
  paths: {
    title: (role) => `${role}: ruta`,
    steps: {
      entry: "Por dónde se entra",
      learning: "Qué aprender",
      certificates: "Certificados",
      next: "Roles afines y siguientes",
    },
    into: (roles) => `cómo se llega a ser ${roles}`,
    unstated: (steps) => `No se indica: ${steps.map((step) => step.toLowerCase()).join("; ")}.`,
  },
  kinds: {
    role: "rol",
    certification: "certificación",
    tool: "herramienta",
    language: "lenguaje",
    place: "lugar",
    employer: "empresa",
    organization: "organización",
    law: "norma",
    platform: "plataforma",
    degree: "título",
  },
  clarifications: {
    whichOfThese: "¿Te refieres a una de estas?",
    unsure: (question) => `No estoy seguro de eso. ¿Querías preguntar esto?: ${question}`,
    unknownName: (typed) => `No conozco “${typed}”. ¿Te refieres a una de estas opciones?`,
    meanings: (label, meanings, known) => {
      const each = any(meanings.map(({ name, kind }) => `${name} (${kind})`));
      const next =
        known === undefined
          ? " ¿A cuál te refieres?"
          : ` Los documentos solo hablan de este significado: ${all(known)}.`;
      return `${label} puede ser ${each}.${next}`;
    },
  },
  refusals: {
    noSection: (unsaid) => `Ninguna sección de los documentos responde eso${nothingOf(unsaid)}.`,
    noSectionOn: (topics) =>
      `Ninguna sección responde eso: los documentos no dicen nada sobre ${all(topics.map(quoted))}.`,
    noSectionFor: (names, unsaid) => `Ninguna sección responde eso para ${all(names)}${nothingOf(unsaid)}.`,
    nothingOn: (names, roles) =>
      `Los documentos no dicen nada sobre ${all(names)}. Tratan sobre ${covered(roles)}.`,
    covers,
    noQuestion: (roles) =>
      `No encontré ninguna pregunta en tu mensaje. Pregúntame en inglés sobre ${covered(roles)}.`,
    onlyEnglish: ONLY_ENGLISH,
    onlyEnglishOn: (roles) => `${ONLY_ENGLISH} Tratan sobre ${covered(roles)}.`,
    sameNames: (name) =>
      `Los dos nombres se refieren a ${name}. Indica dos cosas distintas para compararlas.`,
    noSalary: (role, subject) => `Los documentos no indican ningún salario de ${role} para ${subject}.`,
    noPay: (role) => `Los documentos no indican cuánto se gana como ${role}.`,
    noSalaryIn: ({ role, subject, year, years }) =>
      `Los documentos no indican cuánto se ganaba como ${role}${subject === undefined ? "" : ` (${subject})`} en ${year}. Tienen cifras de ${all(years)}.`,
    noYear: (typed) => `“${typed}” no es un año. Escribe cuatro cifras, como 2024.`,
    noSalaryAt: (subject, having, more) => {
      const named = all([...having, ...(more > 0 ? [`${more} más`] : [])]);
      return `Los documentos no indican ningún salario para ${subject}.${named && ` Dan cifras de ${named}.`}`;
    },
    namedOtherwise: (name, sought) => `Los documentos mencionan ${name}, pero no como ${sought}.`,
    sought: {
      role: "rol",
      topic: "tema",
      certification: "certificación",
      place: "lugar o empresa con cifras",
      entity: "algo que se pueda comparar",
    },
    roles: (role) => role,
    beside: (first, second) => `${first} en comparación con ${second}`,
    topicOf: (heading, role) => `${quoted(heading.toLowerCase())} en el rol de ${role}`,
    earningsAt: (role, subject) => `lo que gana un ${role} en ${subject}`,
    typed: quoted,
  },
  figures: {
    allPlaces: "Todos los lugares",
    byEmployer: "Por empresa:",
    earlier: (kind, amounts) => `Antes, ${kind.toLowerCase()}: ${amounts}.`,
    per,
    periodNotStated: "periodo no indicado",
    currencyNotStated: "moneda no indicada",
    dateNotStated: "fecha no indicada",
    standing: (figures, position, order) =>
      `${figures}, el ${ordinal(position)}valor ${extreme(order)} de ${quoted(order.measure)} (${order.circumstances}).`,
    ordered: (order) =>
      `${capitalised(direction(order))} según ${quoted(order.measure)} (${order.circumstances}):`,
    first: (order) => `${capitalised(direction(order))}:`,
    meeting: (threshold, { measure, circumstances }) =>
      `Cumplen ${quoted(threshold)} en ${quoted(measure)} (${circumstances}):`,
    unordered: ({ measure, circumstances }) => `${quoted(capitalised(measure))} (${circumstances}):`,
    noneIs: (threshold, period) =>
      `Ningún valor cumple ${quoted(threshold)}${period === undefined ? "" : ` ${per(period)}`}.`,
    otherPeriod: (threshold, period, stated) =>
      `No puedo decir cuáles cumplen ${quoted(threshold)} ${per(period)}: los documentos ${stated === undefined ? "no indican el periodo" : `dan estas cifras ${per(stated)}`}, y no convierto nada.`,
    otherCurrency: (threshold) =>
      `No puedo decir cuáles cumplen ${quoted(threshold)}: los documentos usan otra moneda, y no convierto nada.`,
    more: (count) => `y ${count} más.`,
  },
  charts: {
    title: (role, measure, by) => {
      const about = `${measure} por ${{ place: "lugar", employer: "empresa", platform: "plataforma", date: "fecha" }[by]}`;
      return role === undefined ? capitalised(about) : `${role}: ${about}`;
    },
    measures: (measures) => all(measures),
    described: (title, unit) => `Gráfico de barras. ${title}, ${unit}.`,
    more: (count) => `Y ${count} más.`,
    shown: (count, of) => `Se muestran ${count} de ${of}.`,
    source: (documents) => `Fuente: ${documents}`,
  },
  overviews: {
    roles: "Roles",
    topics: "Temas",
    certifications: "Certificaciones",
    places: "Lugares y empresas con cifras",
    sources: "De dónde salen mis respuestas",
    by: (author) => `por ${author}`,
    sections: (count, retrieved) =>
      retrieved === undefined
        ? `${count} ${isOne(count) ? "sección" : "secciones"}`
        : `${count} ${isOne(count) ? "sección, leída" : "secciones, leídas"} en ${retrieved}`,
    moreSources: (count) => `${count} documentos más, por editor`,
    help: "Cómo preguntarme",
    howToAsk:
      "Respondo preguntas sobre carreras profesionales a partir de documentos y muestro la sección de la que sale cada respuesta. Si ninguna sección responde, te lo digo. Los documentos están en inglés: pregunta en inglés, con tus propias palabras, con /preguntar, mencionándome o por mensaje directo.",
    commands: "Comandos",
  },
  citations: {
    source: (section, origin) => `Fuente: ${section} — ${origin}`,
    publisherNotStated: "editor no indicado",
    dateNotStated: "fecha no indicada",
    added: (date) => `añadido en ${date}`,
    month: (number, year) => `${month(number)} de ${year}`,
    textIn: (codes) =>
      `El texto citado está en ${languages(codes)}, ${codes.length === 1 ? "el idioma del documento" : "los idiomas de los documentos"}.`,
  },
  ages: {
    overMonths: (months) => `de hace más de ${months} meses`,
    overYears: (years) => `de hace más de ${years} años`,
    figures: (age) => `cifras ${age}`,
  },
  conflicts: {
    heading: "Las fuentes difieren",
    measures: {
      salary: "salario",
      examFee: "precio del examen",
      retakeFee: "precio de repetir el examen",
      maintenanceFee: "cuota de renovación y mantenimiento",
      examQuestions: "preguntas del examen",
      examMinutes: "minutos de examen",
      examHours: "horas de examen",
      validYears: "años de validez",
      experienceYears: "años de experiencia exigidos",
    },
    more: (count) => `Difieren en ${count} ${isOne(count) ? "cifra" : "cifras"} más.`,
  },
  upkeep: {
    stale: "Lo que puede estar anticuado",
    limits:
      "Sueldos y precios de hace más de 18 meses, y lo demás de hace más de 3 años. Mis respuestas lo indican junto a la fecha.",
    noneStale:
      "Nada que tenga fecha: los sueldos y precios tienen como mucho 18 meses, y lo demás como mucho 3 años.",
    ofSections: (count, every) => `${count} de ${every} ${isOne(every) ? "sección" : "secciones"}:`,
    read: (date) => `leído en ${date}`,
    conflicts: "En qué difieren los documentos",
    both: "Mis respuestas muestran lo que dice cada uno, con su fecha.",
    noConflicts: "En nada: no hay dos documentos que den cifras distintas de lo mismo.",
  },
  prompts: {
    showTopic: "Ver un tema completo",
    related: "Preguntas relacionadas",
    choose: "Elige una opción",
    canAnswer: "Lo que puedo responder",
    tryOne: "Prueba con una de estas",
    leftOut: (count) =>
      isOne(count)
        ? "Quedó 1 más sin mostrar. Pídela por su nombre."
        : `Quedaron ${count} más sin mostrar. Pide una por su nombre.`,
  },
  controls: {
    dismiss: "Quitar",
    more: "Más",
    helpful: "Útil",
    unhelpful: "No me sirve",
    post: "Publicar",
    share: "Compartir con los moderadores",
    shared: "Compartida",
    call: "Preguntar a una persona",
    called: "Avisado",
    notThis: "Esta no",
    findAnswer: "Buscar una respuesta",
  },
  notices: {
    outdated:
      "Esto viene de una versión anterior de mí y ya no sé qué debería hacer. Vuelve a preguntar con `/preguntar` o `/ayuda`.",
    unreadable:
      "Discord no me muestra el texto de este mensaje. Mencióname en él, o activa la mención al responder.",
    apology: (reference) =>
      `Algo falló de mi lado. Inténtalo de nuevo; si sigue igual, pásale a quien opera el bot la referencia ${reference}.`,
    wordless: "Este mensaje no tiene texto que pueda buscar.",
    tooSoon: (milliseconds) => {
      const seconds = Math.ceil(milliseconds / 1000);
      return `Vas más rápido que yo. Vuelve a intentarlo en ${seconds} ${isOne(seconds) ? "segundo" : "segundos"}.`;
    },
    answeredAlready: (url) => `Esto ya se respondió aquí hace un momento: ${url}`,
    suggestedFor: (member) => `Sugerido para ${member}`,
    postedBy: (member, url) =>
      `-# Publicado por ${member}${url === undefined ? "" : ` en respuesta a ${url}`}`,
    automatic: "-# Respuesta automática a partir de los documentos. Puede que otras personas sepan más.",
    welcome: (channels) =>
      [
        "¡Hola! Respondo preguntas sobre carreras profesionales a partir de documentos y muestro la sección de cada respuesta.",
        "Prueba `/preguntar`, `/rol`, `/salario` o `/certificación`, mencióname, o abre el menú de un mensaje: Aplicaciones → Buscar una respuesta.",
        channels.length > 0
          ? `Hablo cuando me preguntan, y en ${all(channels.map((name) => `#${name}`))} si una sección responde. \`/ayuda\` explica más.`
          : "Solo hablo cuando me preguntan. `/ayuda` explica más.",
      ].join("\n"),
    profile:
      "Respondo preguntas sobre carreras profesionales a partir de documentos y muestro la sección de cada respuesta.\nPregunta con /preguntar, /rol, /salario o /comparar, con una mención o un mensaje directo, o desde el menú de un mensaje.\nNo guardo mensajes. /ayuda explica cómo empezar.",
    notYours: "Solo quien preguntó, o alguien de moderación, puede usar este botón.",
    mayNotPost: "No puedo escribir en este canal, así que no puedo publicarlo ahí.",
    mayNotCall:
      "No puedo mencionar a quienes ayudan en este servidor, así que nadie se enteraría. Díselo a alguien de moderación, por favor.",
    posted: "Publicada.",
    noOthers: "Ninguna otra sección de los documentos se acerca. Prueba con `/preguntar` y otras palabras.",
    chooseAnother: "¿Cuál de estas responde mejor?",
    sharedFrom: (place) => `Alguien comparte una pregunta que no supe responder, hecha en ${place}:`,
    questionGone:
      "Conservo las preguntas una hora como mucho y ya no tengo esta. Hazla de nuevo y después compártela.",
    notShared:
      "No puedo escribir donde los moderadores quieren las preguntas compartidas. Díselo a alguno, por favor.",
    calling: (role, member, url) =>
      `${role} ${member} pide hablar con una persona${url === undefined ? "" : `: ${url}`}`,
    calledAlready: (milliseconds) =>
      `Se ha avisado a alguien hace un momento. Inténtalo de nuevo en ${minutes(milliseconds)}.`,
    nobodyToCall: "Ya no hay aquí nadie a quien avisar.",
    thanks: "Gracias, queda contado.",
    thanksAgain: "Ya lo habías dicho; está contado.",
    whatWasWrong: "Gracias, queda contado. ¿Qué fallaba? Puedes dejarlo así.",
    noted: (fault) => `Anotado: ${fault.toLowerCase()}. Gracias.`,
    faults: {
      "wrong-topic": "Otro tema",
      "out-of-date": "Desactualizada",
      incomplete: "Incompleta",
    },
  },
  moderation: SPANISH_MODERATION,
} satisfies Wording;
