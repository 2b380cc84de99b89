import { formatsOf } from "../formats.ts";
import type { ModerationWording } from "./wording.ts";

const FILE = { name: "archivo", description: "Markdown o texto sin formato, hasta 1 MB" };
const TITLE = { name: "título", description: "Cómo lo llaman las citas; si no, el título del documento" };
const URL = { name: "enlace", description: "Dónde se puede leer el original" };
const PUBLISHED = { name: "publicado", description: "Cuándo se publicó: 2026-03-14, 2026-03 o 2026" };
const DOCUMENT = { name: "documento", description: "Un documento de este servidor" };
const CHANNEL = { name: "canal", description: "El canal" };
const FORUM = { name: "foro", description: "El foro" };

const { all, any, isOne, languages, roughly, span } = formatsOf("es");

const pause = (milliseconds: number): string => (milliseconds === 0 ? "ninguna" : span(milliseconds));

const number = (count: number): string => count.toLocaleString("es");

const REASONS: ReadonlyMap<string, string> = new Map([
  ["entity-not-covered", "nombre no cubierto"],
  ["topic-not-covered", "tema no cubierto"],
  ["too-little-covered", "demasiado poco"],
  ["nothing-found", "nada"],
  ["other-language", "en otro idioma"],
  ["not-helpful", "👎"],
  ["wrong-topic", "tema equivocado"],
  ["out-of-date", "anticuado"],
  ["incomplete", "incompleto"],
]);

export const SPANISH_MODERATION = {
  commands: {
    knowledge: { name: "conocimiento", description: "Los documentos de este servidor" },
    "knowledge add": {
      name: "añadir",
      description: "Añade un documento del que sacar respuestas en este servidor",
      options: { file: FILE, title: TITLE, url: URL, published: PUBLISHED },
    },
    "knowledge list": { name: "listar", description: "Los documentos de este servidor", options: {} },
    "knowledge show": {
      name: "mostrar",
      description: "Lo que entendí de un documento",
      options: { document: DOCUMENT },
    },
    "knowledge remove": {
      name: "quitar",
      description: "Quita un documento; ya no saldrán respuestas de él",
      options: { document: DOCUMENT },
    },
    "knowledge replace": {
      name: "reemplazar",
      description: "Pone una versión nueva en lugar de un documento",
      options: { document: DOCUMENT, file: FILE, title: TITLE, url: URL, published: PUBLISHED },
    },
    "knowledge export": {
      name: "exportar",
      description: "Descarga un documento, o todos los de este servidor",
      options: { document: { name: "documento", description: "Un documento; si falta, todos" } },
    },
    "knowledge stale": {
      name: "antiguos",
      description: "Documentos cuyas respuestas pueden estar desactualizadas",
      options: {},
    },
    "knowledge conflicts": {
      name: "conflictos",
      description: "Dónde los documentos dan cifras distintas de lo mismo",
      options: {},
    },
    settings: { name: "ajustes", description: "Cómo me comporto en este servidor" },
    "settings show": { name: "mostrar", description: "Todos los ajustes de este servidor", options: {} },
    "settings ask-channel": {
      name: "canal-de-preguntas",
      description: "Canales donde respondo sin que me mencionen",
    },
    "settings ask-channel add": {
      name: "añadir",
      description: "Responder preguntas en un canal sin mención",
      options: { channel: CHANNEL },
    },
    "settings ask-channel remove": {
      name: "quitar",
      description: "Hablar en un canal solo cuando me pregunten",
      options: { channel: CHANNEL },
    },
    "settings ask-forum": { name: "foro-de-preguntas", description: "Foros cuyas publicaciones respondo" },
    "settings ask-forum add": {
      name: "añadir",
      description: "Responder las publicaciones nuevas de un foro",
      options: { forum: FORUM },
    },
    "settings ask-forum remove": {
      name: "quitar",
      description: "Dejar las publicaciones de un foro a la comunidad",
      options: { forum: FORUM },
    },
    "settings reply-style": {
      name: "estilo-de-respuesta",
      description: "Dónde respondo en los canales de preguntas: debajo de la pregunta o en un hilo",
      options: { style: { name: "estilo", description: "Dónde van las respuestas" } },
    },
    "settings interval": {
      name: "intervalo",
      description: "Cuánto callo en un canal después de una respuesta que nadie me pidió",
      options: { minutes: { name: "minutos", description: "De 0, nada, a 1440, un día" } },
    },
    "settings helper-role": {
      name: "rol-de-ayuda",
      description: "El rol que menciona “Preguntar a una persona”",
    },
    "settings helper-role set": {
      name: "fijar",
      description: "Ofrecer “Preguntar a una persona”, que menciona un rol",
      options: { role: { name: "rol", description: "El rol" } },
    },
    "settings helper-role clear": {
      name: "borrar",
      description: "Dejar de ofrecer “Preguntar a una persona”",
      options: {},
    },
    "settings gap-channel": {
      name: "canal-de-lagunas",
      description: "Dónde se pueden compartir las preguntas que no supe responder",
    },
    "settings gap-channel set": {
      name: "fijar",
      description: "Permite compartir con moderación, en un canal, las preguntas sin respuesta",
      options: { channel: CHANNEL },
    },
    "settings gap-channel clear": {
      name: "borrar",
      description: "Dejar de ofrecer que se compartan preguntas sin respuesta",
      options: {},
    },
    "settings language": {
      name: "idioma",
      description: "El idioma en el que hablo aquí para todo el mundo",
      options: { language: { name: "idioma", description: "El idioma" } },
    },
    "settings forget-everything": {
      name: "olvidar-todo",
      description: "Borra todo lo que guardo de este servidor, tras una confirmación",
      options: {},
    },
    gaps: {
      name: "lagunas",
      description: "Lo que se preguntó y no supe responder, sin las palabras de nadie",
      options: { weeks: { name: "semanas", description: "Cuántas semanas atrás, de 1 a 52" } },
    },
    status: {
      name: "estado",
      description: "Si respondería en este canal, y por qué sí o por qué no",
      options: {},
    },
    privacy: {
      name: "privacidad",
      description: "Qué guardo, cuánto tiempo y cómo pedir que se borre",
      options: {},
    },
  },
  choices: {
    styles: { reply: "Como respuesta a la pregunta", thread: "En un hilo debajo de la pregunta" },
    automatic: "Automático: el idioma del servidor en Discord",
    thisLanguage: "Español",
  },
  notices: {
    needsManageServer: "Para esto hace falta el permiso “Gestionar servidor”.",
    onlyInServers: "Esto solo funciona en un servidor al que me hayan añadido.",
    notSaved:
      "Mi base de datos no responde ahora mismo, así que no se ha cambiado nada. Las respuestas de los documentos incluidos siguen; inténtalo de nuevo dentro de un minuto.",
  },
  settings: {
    title: "Ajustes de este servidor",
    asks: (places) =>
      places.length === 0
        ? "**Sin mención respondo** en ningún sitio, solo a comandos, menciones y respuestas"
        : `**Sin mención respondo en** ${all(places)}`,
    asksByName: (names) =>
      names.length === 0
        ? "**Sin mención respondo** en ningún sitio, solo a comandos, menciones y respuestas"
        : `**Sin mención respondo en** canales llamados ${any(names)}, como eligió el operador`,
    styles: {
      reply: "**Las respuestas van** debajo de la pregunta",
      thread: "**Las respuestas van** en un hilo debajo de la pregunta",
    },
    interval: (milliseconds) => `**Pausa tras una respuesta que nadie me pidió:** ${pause(milliseconds)}`,
    intervalOfOperator: (milliseconds) =>
      `**Pausa tras una respuesta que nadie me pidió:** ${pause(milliseconds)}, como eligió el operador`,
    language: (language) =>
      language === undefined
        ? "**Hablo** el idioma del servidor en Discord, si lo conozco"
        : `**Hablo** ${languages([language])}`,
    helperRole: (role) =>
      role === undefined
        ? "**Preguntar a una persona** no está activado: `/ajustes rol-de-ayuda fijar`"
        : `**Preguntar a una persona menciona a** ${role}`,
    gapChannel: (channel) =>
      channel === undefined
        ? "**Compartir preguntas sin respuesta** no está activado: `/ajustes canal-de-lagunas fijar`"
        : `**Las preguntas sin respuesta se pueden compartir en** ${channel}`,
    saved: "Guardado.",
    askAdded: (place) =>
      `Guardado. En ${place} respondo sin mención a las preguntas que una sección responde.`,
    askAlready: (place) => `En ${place} ya respondo.`,
    askRemoved: (place) => `Guardado. En ${place} solo hablo cuando me preguntan.`,
    askNeither: (place) => `En ${place} ya solo hablo cuando me preguntan.`,
    tooManyPlaces: (most) => `Serían más de ${most} canales y foros. Quita uno primero.`,
    needsContent:
      "Discord no me muestra los mensajes que no me mencionan, así que allí callo. El operador puede cambiarlo: https://discord.com/developers/applications → esta aplicación → Bot → Message Content Intent, y después iniciarme de nuevo. Hasta entonces respondo a comandos, menciones, respuestas a mis mensajes y mensajes directos.",
    mayNotSpeak: (place, permissions) =>
      `Todavía no puedo hablar en ${place}. Dame allí: ${all(permissions)}.`,
    mayNotMention: (role) =>
      `Todavía no puedo mencionar a ${role}: permite que todos mencionen el rol en sus ajustes, o dame el permiso «Mention @everyone, @here, and All Roles».`,
    everyoneIsNoRole:
      "«Preguntar a una persona» menciona un rol, no a todos. Elige un rol de personas que ayudan.",
    forget: {
      question: (documents) =>
        `¿Borrar todo lo que guardo de este servidor: sus ajustes, ${documents} ${isOne(documents) ? "documento" : "documentos"} y los recuentos de preguntas sin respuesta? No se puede deshacer; \`/conocimiento exportar\` guarda antes los documentos.`,
      confirm: "Borrar todo",
      cancel: "Conservar todo",
      done: "Borrado: ya no se guarda nada de este servidor. Sigo con los ajustes predeterminados.",
      cancelled: "No se ha borrado nada.",
    },
  },
  knowledge: {
    added: (title) => `Añadido: ${title}`,
    replaced: (title) => `Sustituido: ${title}`,
    removed: (title) => `Quitado: ${title}`,
    understood: "Lo que entendí",
    size: (sections, snippets) =>
      `${sections} ${isOne(sections) ? "sección" : "secciones"}, ${snippets} ${isOne(snippets) ? "fragmento" : "fragmentos"}`,
    dated: (published, added) =>
      published === undefined
        ? `añadido ${added}, sin fecha propia`
        : `publicado ${published}, añadido ${added}`,
    noAddress: "Sin dirección: las citas nombran la sección sin enlace.",
    introduced: "Nombres que presenta",
    mentioned: "Nombres que conozco",
    noNames: "ninguno",
    more: (count) => `y ${count} más`,
    sections: "Secciones",
    used: (documents, snippets, quota) =>
      `Este servidor tiene ${documents} de ${quota.documents} documentos y ${number(snippets)} de ${number(quota.snippets)} fragmentos.`,
    unreadable: (fileName) => `${fileName} no se puede usar`,
    nothingChanged: "No se ha cambiado nada. Corrige estas líneas y súbelo de nuevo:",
    line: (line, message) => `línea ${line}: ${message}`,
    moreProblems: (count) => `y ${count} más`,
    tooHard: (fileName) =>
      `Leer ${fileName} tarda demasiado, así que no se ha cambiado nada. Divídelo o simplifica su estructura.`,
    tooMany: (documents, snippets, quota) =>
      `Serían ${documents} de ${quota.documents} documentos como máximo y ${number(snippets)} de ${number(quota.snippets)} fragmentos como máximo, así que no se ha cambiado nada. Quita antes un documento o acorta este.`,
    taken: (title) =>
      `Ya hay un documento llamado «${title}», así que no se ha cambiado nada. Usa \`/conocimiento reemplazar\` o dale otro título.`,
    missing: "Este servidor no tiene ese documento. `/conocimiento listar` los muestra todos.",
    list: "Documentos de este servidor",
    none: "Este servidor todavía no tiene documentos propios. `/conocimiento añadir` acepta un archivo Markdown o de texto.",
    exported: (count) => `${count} ${isOne(count) ? "documento" : "documentos"}, como se subieron:`,
    keepFile: "Ya no respondo con él. Para deshacerlo, añade el archivo de nuevo:",
    tooLarge: (fileName, bytes) =>
      `${fileName} ocupa más de ${bytes / 1_048_576} MB, así que no se ha cambiado nada. Divídelo en varios documentos.`,
    notFetched: (fileName) =>
      `Discord no me ha dado ${fileName}, así que no se ha cambiado nada. Súbelo de nuevo.`,
  },
  gaps: {
    title: (weeks) => `Preguntado en vano, ${weeks === 1 ? "última semana" : `últimas ${weeks} semanas`}`,
    none: (weeks) =>
      `Nada se ha preguntado en vano ni marcado como poco útil en ${weeks === 1 ? "la última semana" : `las últimas ${weeks} semanas`}.`,
    times: (count) => (count === 1 ? "una vez" : `${count} veces`),
    reason: (reason, count) => `${REASONS.get(reason) ?? reason} ${count}×`,
    nameless: "Algo que no supe situar",
    more: (count) => `Y ${count} menos ${isOne(count) ? "frecuente" : "frecuentes"}.`,
    howTo:
      "Solo se cuentan temas, nunca lo que escriben los miembros. Cada archivo es el comienzo de un documento: añade la respuesta y su fuente, y después `/conocimiento añadir`.",
  },
  status: {
    title: (channel) => `En ${channel}`,
    answersHere: "Aquí respondo sin mención a las preguntas que una sección responde.",
    answersAddressed: "Aquí respondo cuando me mencionan o me contestan, y a comandos.",
    answersNothing: "Aquí respondo solo a comandos.",
    isAskPlace: "✓ Este es un canal de preguntas",
    isNoAskPlace: "✗ Este no es un canal de preguntas: `/ajustes canal-de-preguntas añadir`",
    contentIsOff:
      "✗ Discord no me muestra los mensajes sin mención: el operador activa Message Content Intent",
    contentIsOn: "✓ Discord me muestra los mensajes sin mención",
    lacks: (permissions) => `✗ Me falta ${all(permissions)}`,
    mayAll: "✓ Tengo los permisos que necesito",
    waits: (milliseconds) => `✗ Acabo de hablar aquí: sin mención callo durante ${span(milliseconds)}`,
    builtIn: (documents, snippets, newest) =>
      `Conocimiento incluido: ${documents} ${isOne(documents) ? "documento" : "documentos"}, ${snippets} fragmentos${newest === undefined ? "" : `, el más reciente de ${newest}`}`,
    own: (documents, snippets) =>
      `Propio de este servidor: ${documents} ${isOne(documents) ? "documento" : "documentos"}, ${snippets} ${isOne(snippets) ? "fragmento" : "fragmentos"}`,
    databaseFails: "✗ Mi base de datos no responde: sigo los últimos ajustes que conocí",
    program: (version, knowledge, uptime) =>
      `Versión ${version}, conocimiento ${knowledge}, en marcha desde hace ${roughly(uptime)}`,
  },
  privacy: {
    title: "Qué guardo y cuánto tiempo",
    never: {
      heading: "Nunca en disco ni en un registro",
      text: "El texto de mensajes y preguntas, los identificadores de miembros ni un hash de lo uno o lo otro.",
    },
    kept: {
      heading: "Lo que guardo de un servidor",
      text: [
        "- sus ajustes, hasta que se cambien o se borren",
        "- los documentos que añada su moderación, hasta que se quiten",
        "- durante un año, cuántas veces por semana faltó una respuesta o no sirvió: asunto, tema y motivo, sin ningún texto",
      ].join("\n"),
    },
    memory: {
      heading: "Solo en memoria, hasta que me reinicio",
      text: [
        "- durante una hora, qué mensaje respondí con cuál, y la pregunta",
        "- durante una media hora, los últimos mensajes de un canal, por si se sigue preguntando",
        "- quién votó, para que cada voto cuente una vez, y cuándo preguntó alguien, para que nadie inunde un canal: solo lo último",
      ].join("\n"),
    },
    deletion: {
      heading: "Cómo pedir que se borre",
      text: "La moderación usa `/ajustes olvidar-todo` o me quita del servidor; ambas cosas borran todo lo guardado de él. Cualquiera puede pedírselo a quien opera este bot.",
    },
    uses: {
      heading: "Para qué no se usa",
      text: "Perfiles de miembros, entrenar modelos, decisiones sobre el empleo de nadie.",
    },
  },
} satisfies ModerationWording;
