import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackDiscord, type LoopbackDiscord } from "../support/loopback-discord.ts";
import type { Channel } from "../support/world.ts";
import { assistant, startBot, type StartedBot } from "./support/bot.ts";
import { readReply, readWords } from "./support/read-reply.ts";

let discord: LoopbackDiscord;
let bot: StartedBot;
/** A channel of a server whose language is Spanish. */
let charla: Channel;

beforeEach(async () => {
  discord = await startLoopbackDiscord();
  const casa = discord.guild({ name: "Casa", channels: ["charla"], locale: "es-ES" });
  charla = discord.channel("charla", casa);
  bot = await startBot(discord);
});

afterEach(async () => {
  await bot.stop();
  await discord.close();
});

const spaniard = () => discord.member("lola", { locale: "es-419" });
const english = () => discord.member("ada");

describe("who alone sees an answer", () => {
  test("gets it in Spanish in an English server, with a word on the language of the document", async () => {
    const reply = await spaniard().uses("role", { name: "devsecops", topic: "skills", hide: true });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "(only you see this)
      ### DevSecOps engineer: habilidades
      Python, Jenkins and patience.
      -# Fuente: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, junio de 2022
      -# El texto citado está en inglés, el idioma del documento.
      [button “Útil” → r1|helpful|of=iSJS7rAF]
      [button “No me sirve” → r1|unhelpful|of=iSJS7rAF]"
    `);
  });

  test("gets it in English in a Spanish server", async () => {
    const reply = await english().uses(
      "role",
      { name: "devsecops", topic: "skills", hide: true },
      { channel: charla },
    );
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "(only you see this)
      ### DevSecOps engineer: skills
      Python, Jenkins and patience.
      -# Source: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, June 2022
      [button “Helpful” → r1|helpful|of=iSJS7rAF]
      [button “Not helpful” → r1|unhelpful|of=iSJS7rAF]"
    `);
  });

  test("gets what a button or a menu runs in Spanish", async () => {
    const card = await english().uses("role", { name: "devsecops" });
    const topic = await spaniard().chooses(card, "Show one topic whole", ["Skills"]);
    expect(readReply(topic)).toMatchInlineSnapshot(`
      "(only you see this)
      ### DevSecOps engineer: habilidades
      Python, Jenkins and patience.
      -# Fuente: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, junio de 2022
      -# El texto citado está en inglés, el idioma del documento.
      [button “Útil” → r1|helpful|of=iSJS7rAF]
      [button “No me sirve” → r1|unhelpful|of=iSJS7rAF]"
    `);
  });

  test("gets a button of another version explained in Spanish", async () => {
    const card = await english().uses("role", { name: "devsecops" });
    expect(readReply(await spaniard().forges(card, "r0|role"))).toMatchInlineSnapshot(`
      "(only you see this)
      Esto viene de una versión anterior de mí y ya no sé qué debería hacer. Vuelve a preguntar con \`/preguntar\` o \`/ayuda\`."
    `);
  });
});

describe("what everybody sees", () => {
  test("is in Spanish in a Spanish server, whoever asks, with the language of the documents said once", async () => {
    const reply = await english().uses("role", { name: "devsecops" }, { channel: charla });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevSecOps engineer
      **Qué es:** A DevSecOps engineer builds security into development and operations. Ask @[ZWSP]everyone about \`kubectl\` and they will agree.
      **Responsabilidades:** They have three duties:
      - test the pipeline
      - mend what the tests find
      - explain both
      **Habilidades:** Python, Jenkins and patience.
      -# Fuente: Careers in Pipelines › [The role](<https://press.example/pipelines#the-role>), [Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, junio de 2022
      -# El texto citado está en inglés, el idioma del documento.
      [menu “Ver un tema completo”: Qué es → r1|role|name=DevSecOps engineer|topic=definition, Responsabilidades → r1|role|name=DevSecOps engineer|topic=responsibilities, Habilidades → r1|role|name=DevSecOps engineer|topic=skills, Certificaciones → r1|role|name=DevSecOps engineer|topic=certifications]
      [button “Más” → r1|all|name=devsecops|of=role]
      [button “Útil” → r1|helpful|of=aXRHqPjc.9GACaYYR.iSJS7rAF.PQSbwX8p]
      [button “No me sirve” → r1|unhelpful|of=aXRHqPjc.9GACaYYR.iSJS7rAF.PQSbwX8p]
      [button “Quitar” → r1|dismiss|by=asker]"
    `);
  });

  test("is in English in an English server, whoever asks", async () => {
    const reply = await spaniard().uses("salary", { role: "DevOps engineer", place: "Dallas" });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevOps engineer: salary (Dallas)
      **Dallas** — DevOps engineer, per month, currency not stated, January 2023
      - Salary: 10,566.83
      - Rent: 1,584
      -# Source: [Salaries by City › Salaries](<https://press.example/salaries#salaries>) — Example Press, January 2023
      [button “DevOps engineer: salary, Houston” → r1|salary|role=DevOps engineer|place=Houston]
      [button “Helpful” → r1|helpful|of=5fgsJY2y]
      [button “Not helpful” → r1|unhelpful|of=5fgsJY2y]
      [button “Dismiss” → r1|dismiss|by=asker]"
    `);
  });

  test("keeps figures as they are printed", async () => {
    const asked = { role: "DevOps engineer", place: "Dallas" };
    const reply = await english().uses("salary", asked, { channel: charla });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevOps engineer: salario (Dallas)
      **Dallas** — DevOps engineer, al mes, moneda no indicada, January 2023
      - Salary: 10,566.83
      - Rent: 1,584
      -# Fuente: [Salaries by City › Salaries](<https://press.example/salaries#salaries>) — Example Press, enero de 2023
      -# El texto citado está en inglés, el idioma del documento.
      [button “DevOps engineer: salario, Houston” → r1|salary|role=DevOps engineer|place=Houston]
      [button “Útil” → r1|helpful|of=5fgsJY2y]
      [button “No me sirve” → r1|unhelpful|of=5fgsJY2y]
      [button “Quitar” → r1|dismiss|by=asker]"
    `);
  });

  test("is in the member's language where there is no server", async () => {
    const lola = spaniard();
    const reply = await lola.uses("cert", { name: "CEH" }, { channel: lola.dm });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### CEH
      Yes. CEH is advised for DevSecOps engineers.
      -# Fuente: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, junio de 2022
      -# El texto citado está en inglés, el idioma del documento.
      [button “Útil” → r1|helpful|of=PQSbwX8p]
      [button “No me sirve” → r1|unhelpful|of=PQSbwX8p]
      [button “Quitar” → r1|dismiss|by=asker]"
    `);
  });

  test("says in Spanish that no section answers", async () => {
    const asked = { question: "what does a data scientist earn?" };
    const reply = await english().uses("ask", asked, { channel: charla });
    expect(readWords(reply)).toMatchInlineSnapshot(`
      "-# “what does a data scientist earn?”
      Los documentos no dicen nada sobre data scientist. Tratan sobre los roles de DevSecOps engineer y DevOps engineer."
    `);
  });

  test("compares in Spanish", async () => {
    const asked = { first: "devops", second: "devsecops", topic: "skills" };
    const reply = await english().uses("compare", asked, { channel: charla });
    expect(readReply(reply)).toMatchInlineSnapshot(`
      "### DevOps engineer y DevSecOps engineer
      **Habilidades: DevSecOps engineer**
      Python, Jenkins and patience.

      DevOps engineer: las fuentes no lo indican.
      -# Fuente: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, junio de 2022
      -# El texto citado está en inglés, el idioma del documento.
      [button “Útil” → r1|helpful|of=iSJS7rAF]
      [button “No me sirve” → r1|unhelpful|of=iSJS7rAF]
      [button “Quitar” → r1|dismiss|by=asker]"
    `);
  });

  test("/topics names in Spanish what the bot has words for", async () => {
    expect(readReply(await english().uses("topics", {}, { channel: charla }))).toMatchInlineSnapshot(`
      "### Lo que puedo responder
      **Roles**
      DevSecOps engineer, DevOps engineer
      **Temas**
      Qué es, Responsabilidades, Habilidades, Certificaciones, Salario
      **Certificaciones**
      CEH
      **Lugares y empresas con cifras**
      Houston, Dallas
      [button “Quitar” → r1|dismiss|by=asker]"
    `);
  });

  test("/sources tells publisher and dates in Spanish", async () => {
    expect(readReply(await english().uses("sources", {}, { channel: charla }))).toMatchInlineSnapshot(`
      "### De dónde salen mis respuestas
      **[Careers in Pipelines](<https://press.example/pipelines>)**
      Example Press, por Ada, junio de 2022
      2 secciones, leídas en noviembre de 2026
      **[Salaries by City](<https://press.example/salaries>)**
      Example Press, por Ben, enero de 2023
      1 sección, leída en noviembre de 2026
      [button “Quitar” → r1|dismiss|by=asker]"
    `);
  });

  test("/help names the Spanish commands", async () => {
    expect(readWords(await english().uses("help", {}, { channel: charla }))).toMatchInlineSnapshot(`
      "### Cómo preguntarme
      Respondo preguntas sobre carreras profesionales a partir de documentos y muestro la sección de la que sale cada respuesta. Si ninguna sección responde, te lo digo. Los documentos están en inglés: pregunta en inglés, con tus propias palabras, con /preguntar, mencionándome o por mensaje directo.
      **Comandos**
      - /preguntar: con tus palabras, en inglés
      - /rol: un rol de un vistazo
      - /habilidades: lo que pide un rol
      - /salario: lo que se gana
      - /ruta: cómo se llega a un rol
      - /certificación: qué es y quién la emite
      - /comparar: dos cosas lado a lado
      - /temas: lo que puedo responder
      - /fuentes: mis documentos
      - /ayuda: cómo preguntarme"
    `);
  });
});

describe("a message", () => {
  test("is answered in the server's language, and in English where there is none", async () => {
    const ada = english();
    const said = await ada.says("what is a devsecops engineer?", { mentionBot: true, channel: charla });
    const written = await spaniard().directMessages("what is a devsecops engineer?");
    const [inServer, directly] = [await discord.replyTo(said), await discord.replyTo(written)];
    expect([readWords(inServer), readWords(directly)]).toMatchInlineSnapshot(`
      [
        "A DevSecOps engineer builds security into development and operations. Ask @[ZWSP]everyone about \`kubectl\` and they will agree.
      -# Fuente: [Careers in Pipelines › The role](<https://press.example/pipelines#the-role>) — Example Press, junio de 2022
      -# El texto citado está en inglés, el idioma del documento.",
        "A DevSecOps engineer builds security into development and operations. Ask @[ZWSP]everyone about \`kubectl\` and they will agree.
      -# Source: [Careers in Pipelines › The role](<https://press.example/pipelines#the-role>) — Example Press, June 2022",
      ]
    `);
  });

  test("without a question gets short help in the server's language", async () => {
    const said = await english().says("", { mentionBot: true, channel: charla });
    expect(readWords(await discord.replyTo(said))).toMatchInlineSnapshot(`
      "### Cómo preguntarme
      Respondo preguntas sobre carreras profesionales a partir de documentos y muestro la sección de la que sale cada respuesta. Si ninguna sección responde, te lo digo. Los documentos están en inglés: pregunta en inglés, con tus propias palabras, con /preguntar, mencionándome o por mensaje directo."
    `);
  });

  test("that replies to a Spanish card goes on with its topic", async () => {
    const card = await english().uses("role", { name: "devsecops", topic: "skills" }, { channel: charla });
    const said = await english().says("why?", { replyTo: card, mentionBot: true });
    expect(readWords(await discord.replyTo(said))).toMatchInlineSnapshot(`
      "Python, Jenkins and patience.
      -# Fuente: [Careers in Pipelines › Skills and certificates](<https://press.example/pipelines#skills-and-certificates>) — Example Press, junio de 2022
      -# El texto citado está en inglés, el idioma del documento."
    `);
  });
});

const fail = (): never => {
  throw new Error("no");
};

describe("a failure", () => {
  const REFERENCE = /[0-9a-f]{8}(?=\.$)/;
  const APOLOGY =
    "Algo falló de mi lado. Inténtalo de nuevo; si sigue igual, pásale a quien opera el bot la referencia REFERENCE.";

  beforeEach(async () => {
    await bot.stop();
    const broken = { ...assistant, run: fail, ask: fail };
    bot = await startBot(discord, { assistant: { ...broken, in: () => broken } });
  });

  test("of a command is told in the member's language", async () => {
    const reply = await spaniard().uses("topics");
    expect(readReply(reply).replace(REFERENCE, "REFERENCE")).toBe(`(only you see this)\n${APOLOGY}`);
  });

  test("of a message is told in the server's", async () => {
    const said = await english().says("what is a devsecops engineer?", {
      mentionBot: true,
      channel: charla,
    });
    expect(readReply(await discord.replyTo(said)).replace(REFERENCE, "REFERENCE")).toBe(APOLOGY);
  });
});

describe("completion", () => {
  test("knows a topic by its Spanish name, and offers the documents' names", async () => {
    expect(await spaniard().types("role", "topic", "habil")).toEqual([{ name: "Skills", value: "Skills" }]);
    expect(await english().types("role", "topic", "habil")).toEqual([]);
  });
});

describe("commands", () => {
  test("are registered with Spanish names, and a second start writes nothing", async () => {
    const names = discord.registeredCommands.map((command) => command["name_localizations"]);
    expect(names).toEqual(
      [
        "preguntar",
        "rol",
        "habilidades",
        "salario",
        "ruta",
        "certificación",
        "comparar",
        "temas",
        "fuentes",
        "ayuda",
        "conocimiento",
        "ajustes",
        "lagunas",
        "estado",
        "privacidad",
        "Buscar una respuesta",
      ].map((name) => ({ "es-ES": name, "es-419": name })),
    );
    await bot.stop();
    const before = discord.requests.filter(({ method }) => method === "PUT").length;
    bot = await startBot(discord);
    expect(discord.requests.filter(({ method }) => method === "PUT")).toHaveLength(before);
  });
});
