import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage, statFile } from '@electron/asar';
import { Arch, build, Platform } from 'electron-builder';
import { ROOT } from '../rules/planted.ts';
import { makeStandInDist } from './standInDist.ts';

export interface Target {
  name: string;
  /** The folder electron-builder makes below its output. */
  folder: string;
  program: string;
  /** The native file of the database, and what it must have been made for. */
  native: string;
  machine: string;
}

/** What is shipped. */
export const TARGETS: Target[] = [
  {
    name: 'Linux x64',
    folder: 'linux-unpacked',
    program: 'zhenjian',
    native: 'linux-x64.node',
    machine: 'ELF x64',
  },
  {
    name: 'Linux arm64',
    folder: 'linux-arm64-unpacked',
    program: 'zhenjian',
    native: 'linux-arm64.node',
    machine: 'ELF arm64',
  },
  {
    name: 'Windows x64',
    folder: 'win-unpacked',
    program: 'zhenjian.exe',
    native: 'win32-x64.node',
    machine: 'PE x64',
  },
];

/** What would be handed to the program that makes a deb. */
export interface DebOrder {
  /** fpm's own arguments. */
  arguments: string[];
  /** The entry for the desktop's menu. */
  desktopEntry: string;
  /** The kinds of file the system learns of. */
  fileTypes: string;
}

/**
 * Lays out every target below `output` with our own electron-builder.yml, around a stand-in of
 * Electron's distribution; answers the orders for the debs, which are not made. What needs the true
 * binary or a download is left out: the installer, and icon and hashes in zhenjian.exe.
 */
export async function layOut(output: string): Promise<DebOrder[]> {
  const dists = {
    linux: makeStandInDist(join(output, 'stand-in-linux'), 'electron'),
    win32: makeStandInDist(join(output, 'stand-in-win32'), 'electron.exe'),
  };
  const orders: DebOrder[] = [];
  await build({
    projectDir: ROOT,
    targets: new Map([
      ...Platform.LINUX.createTarget('deb', Arch.x64, Arch.arm64),
      ...Platform.WINDOWS.createTarget('dir', Arch.x64),
    ]),
    publish: 'never',
    effectiveOptionComputed: async ([fpm, desktopFile]: [string[], string]) => {
      const fileTypes = fpm.find((each) => each.includes('=/usr/share/mime/'))?.split('=')[0] ?? '';
      orders.push({
        arguments: fpm,
        desktopEntry: readFileSync(desktopFile, 'utf8'),
        fileTypes: readFileSync(fileTypes, 'utf8'),
      });
      return true;
    },
    config: {
      electronDist: ({ platformName }) => dists[platformName as keyof typeof dists],
      directories: { output },
      disableAsarIntegrity: true,
      win: { signAndEditExecutable: false },
    },
  });
  return orders;
}

/** A file the archive names; an unpacked one lies beside it. */
export interface PackedFile {
  /** As `out/main/index.js`. */
  path: string;
  bytes: number;
  unpacked: boolean;
}

export function listArchive(archive: string): PackedFile[] {
  return listPackage(archive, { isPack: false }).flatMap((listed) => {
    const path = listed.slice(1).replaceAll('\\', '/');
    const entry = statFile(archive, path);
    return 'size' in entry ? [{ path, bytes: entry.size, unpacked: entry.unpacked === true }] : [];
  });
}

const ELF_MACHINES = new Map([
  [0x3e, 'x64'],
  [0xb7, 'arm64'],
]);
const PE_MACHINES = new Map([
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
]);

/** What a native file was made for, from its own first bytes: `ELF x64`, `PE x64`; else says so. */
export function readMachine(file: Buffer): string {
  if (file.toString('latin1', 0, 4) === '\x7fELF') {
    return `ELF ${ELF_MACHINES.get(file.readUInt16LE(18)) ?? 'of another machine'}`;
  }
  if (file.toString('latin1', 0, 2) === 'MZ') {
    const header = file.readUInt32LE(0x3c);
    return `PE ${PE_MACHINES.get(file.readUInt16LE(header + 4)) ?? 'of another machine'}`;
  }
  return 'no native file';
}
