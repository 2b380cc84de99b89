/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { CHANGED_STYLES } from "./element-styles.ts";

// The elements are of Discord's look of 2023: what has changed since is put over their own styles.
for (const [element, styles] of CHANGED_STYLES) element.elementStyles = [...element.elementStyles, styles];

const SWITCHES = { theme: "dark", width: "desktop" } as const;

/** Shows the scenes as the address says: `?theme=light&width=phone&scene=role-card`. */
function show(): void {
  const asked = new URLSearchParams(location.search);
  for (const [name, usual] of Object.entries(SWITCHES))
    document.documentElement.dataset[name] = asked.get(name) ?? usual;
  const page = document
    .createRange()
    .createContextualFragment(document.querySelector("template")?.innerHTML ?? "");
  const only = asked.get("scene");
  for (const section of page.querySelectorAll("section"))
    if (only !== null && section.id !== only) section.remove();
  for (const messages of page.querySelectorAll("discord-messages"))
    messages.toggleAttribute("light-theme", document.documentElement.dataset["theme"] === "light");
  document.querySelector("main")?.replaceChildren(page);
}

for (const button of document.querySelectorAll<HTMLElement>("button[data-name]"))
  button.addEventListener("click", () => {
    const { name = "", value = "" } = button.dataset;
    const address = new URL(location.href);
    address.searchParams.set(name, value);
    history.replaceState(null, "", address);
    show();
  });

show();
