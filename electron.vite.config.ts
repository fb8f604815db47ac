import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { HtmlTagDescriptor, Plugin } from 'vite';

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
          if (output.type === 'chunk' && output.facadeModuleId === resolve(file)) {
            visit(output.fileName);
          }
        }
        const link = (rel: string, name: string): HtmlTagDescriptor => ({
          tag: 'link',
          attrs: { rel, href: `./${name}`, crossorigin: true },
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
    plugins: [react(), callAhead('src/renderer/src/main.tsx')],
    build: {
      // data: fonts are refused by the content security policy, and so is the polyfill's inline script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      minify: true,
      rollupOptions: { input: resolve('src/renderer/index.html') },
    },
  },
});
