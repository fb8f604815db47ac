import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Everything a module imports statically, and its entry does not, as one chunk: the first screen is
 * fetched in one piece and not in a dozen that it happens to share with later ones.
 */
function firstChunk(entry: string, file: string): Plugin {
  const first = new Set<string>();
  return {
    name: 'first-chunk',
    buildEnd() {
      const reach = (from: string, seen = new Set<string>()): Set<string> => {
        if (!seen.has(from)) {
          seen.add(from);
          for (const id of this.getModuleInfo(from)?.importedIds ?? []) reach(id, seen);
        }
        return seen;
      };
      const before = reach(resolve(entry));
      for (const id of reach(resolve(file))) if (!before.has(id)) first.add(id);
    },
    outputOptions: (options) => ({
      ...options,
      codeSplitting: {
        includeDependenciesRecursively: false,
        groups: [{ name: (id) => (first.has(id) ? 'first' : null) }],
      },
    }),
  };
}

/**
 * Names the chunks and styles of a module that is imported dynamically in the page's head, so that
 * they are fetched beside the entry that imports it and not after it.
 */
function callAhead(file: string): Plugin {
  return {
    name: 'call-ahead',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const chunks = new Set<string>();
        const styles = new Set<string>();
        const visit = (name: string) => {
          const chunk = bundle?.[name];
          if (chunk?.type !== 'chunk' || chunks.has(name)) return;
          chunks.add(name);
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
          chunk.imports.forEach(visit);
        };
        for (const output of Object.values(bundle ?? {})) {
          if (output.type === 'chunk' && output.moduleIds.includes(resolve(file))) {
            visit(output.fileName);
          }
        }
        const link = (rel: string, name: string): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel, href: `./${name}`, crossorigin: true },
          injectTo: 'head',
        });
        return [
          ...Array.from(styles, (name) => link('stylesheet', name)),
          ...Array.from(chunks, (name) => link('modulepreload', name)),
        ];
      },
    },
  };
}

export default defineConfig({
  main: {
    build: {
      rollupOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          'library-worker': resolve('src/main/library-worker.ts'),
          'search-worker': resolve('src/main/search-worker.ts'),
          'reader-worker': resolve('src/main/ingest/reader-worker.ts'),
          'understanding-worker': resolve('src/main/library/understanding-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name].js' },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file.
      rollupOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('src/renderer'),
    plugins: [
      react(),
      firstChunk('src/renderer/src/start.ts', 'src/renderer/src/main.tsx'),
      callAhead('src/renderer/src/main.tsx'),
    ],
    build: {
      // data: fonts are refused by the content security policy, and so is the polyfill's inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      rollupOptions: { input: resolve('src/renderer/index.html') },
    },
  },
});
