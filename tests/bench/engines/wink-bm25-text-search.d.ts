declare module "wink-bm25-text-search" {
  interface Index {
    defineConfig(config: { readonly fldWeights: Readonly<Record<string, number>> }): void;
    definePrepTasks(tasks: readonly ((text: string) => string[])[]): void;
    addDoc(texts: Readonly<Record<string, string>>, id: number): void;
    consolidate(): void;
    search(text: string, limit: number): (readonly [id: string, score: number])[];
  }
  export default function bm25(): Index;
}
