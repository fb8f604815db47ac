/**
 * The file of a worker: beside the module that starts it, as source; in the root of the built main process,
 * where that module may stand in the chunks folder.
 *
 * @param here the module's `import.meta.url`.
 */
export function workerBeside(here: string, name: string): URL {
  if (here.endsWith('.ts')) return new URL(`${name}.ts`, here);
  return new URL(here.includes('/chunks/') ? `../${name}.js` : `${name}.js`, here);
}
