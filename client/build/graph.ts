/** What a page of the build is made of. */
import type { OutputBundle, OutputChunk } from "rolldown";

/** The page's own script. */
export function entryOf(bundle: OutputBundle, page: string): OutputChunk {
  const entry = chunksOf(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${page}`));
  if (entry === undefined) throw new Error(`The build has no ${page}`);
  return entry;
}

/** The scripts that are there before the page does anything; with `whenever`, also those that it may ask for later. */
export function scriptsOf(bundle: OutputBundle, page: string, whenever: boolean): OutputChunk[] {
  const found = new Set<OutputChunk>();
  const visit = (chunk: OutputChunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const name of [...chunk.imports, ...(whenever ? chunk.dynamicImports : [])]) {
      const next = chunksOf(bundle).find(({ fileName }) => fileName === name);
      if (next) visit(next);
    }
  };
  visit(entryOf(bundle, page));
  return [...found];
}

function chunksOf(bundle: OutputBundle): OutputChunk[] {
  return Object.values(bundle).filter((output) => output.type === "chunk");
}
