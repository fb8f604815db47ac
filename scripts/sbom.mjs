/**
 * `npm run --silent sbom`: what is shipped, as CycloneDX 1.6 on stdout: Electron, the packages main
 * needs, those built into the window and the typefaces laid beside the app, each with the licence and
 * the hash of the lock file. Nothing of the moment is in it: the same lock file gives the same words.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, ROOT } from './setup/run.mjs';
import { listShipped } from './setup/shipped.mjs';

/** Packages whose own licence is not that of the face in them. */
const FACES = { 'lxgw-wenkai-webfont': '(MIT AND OFL-1.1)' };

function describe(path, { version, license, integrity }) {
  const [group, name] = path
    .slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    .split(/\/?([^/]+)$/);
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${name}@${version}`;
  const [, sha512] = /^sha512-(\S+)$/.exec(integrity);
  return {
    type: 'library',
    'bom-ref': purl,
    ...(group && { group }),
    name,
    version,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(sha512, 'base64').toString('hex') }],
    licenses: [{ expression: FACES[name] ?? license }],
    purl,
  };
}

await main(() => {
  const { name, version, license } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const components = new Map(
    listShipped().map(([path, locked]) => {
      const component = describe(path, locked);
      return [component.purl, component];
    }),
  );
  const sbom = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': name,
        name,
        version,
        licenses: [{ expression: license }],
      },
    },
    components: [...components.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1)),
  };
  process.stdout.write(`${JSON.stringify(sbom, null, 2)}\n`);
  return 0;
});
