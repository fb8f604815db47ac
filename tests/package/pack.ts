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

/**
 * Lays out every target below `output` with our own electron-builder.yml, around a stand-in of
 * Electron's distribution. What needs the true binary is switched off: icon and hashes in zhenjian.exe.
 */
export async function layOut(output: string): Promise<void> {
  const dists = {
    linux: makeStandInDist(join(output, 'stand-in-linux'), 'electron'),
    win32: makeStandInDist(join(output, 'stand-in-win32'), 'electron.exe'),
  };
  await build({
    projectDir: ROOT,
    targets: new Map([
      ...Platform.LINUX.createTarget('dir', Arch.x64, Arch.arm64),
      ...Platform.WINDOWS.createTarget('dir', Arch.x64),
    ]),
    publish: 'never',
    config: {
      electronDist: ({ platformName }) => dists[platformName as keyof typeof dists],
      directories: { output },
      disableAsarIntegrity: true,
      win: { signAndEditExecutable: false },
    },
  });
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
