import { expect, it } from 'vitest';
import { listDropped } from './droppedFolder.ts';

function file(fullPath: string): FileSystemEntry {
  const name = fullPath.slice(fullPath.lastIndexOf('/') + 1);
  const give = (resolve: (file: File) => void) => resolve(new File(['正文'], name));
  return { isDirectory: false, isFile: true, name, fullPath, file: give } as never;
}

/** As a browser gives a folder: in portions, the last of them empty. */
function folder(name: string, entries: FileSystemEntry[]): FileSystemEntry {
  const createReader = () => {
    const portions = [...entries.map((one) => [one]), []];
    const readEntries = (resolve: (entries: FileSystemEntry[]) => void) =>
      resolve(portions.shift() ?? []);
    return { readEntries };
  };
  return { isDirectory: true, isFile: false, name, fullPath: `/${name}`, createReader } as never;
}

it('finds the files in and below a dropped folder, sorted, without what systems leave there', async () => {
  const entries = [
    folder('历年报告', [
      file('/历年报告/2020.docx'),
      file('/历年报告/~$2020.docx'),
      folder('2019', [file('/历年报告/2019/报告.txt'), file('/历年报告/2019/Thumbs.db')]),
      file('/历年报告/.DS_Store'),
    ]),
    file('/单独.txt'),
  ];
  const files = await listDropped(entries);
  expect(files.map(({ name }) => name)).toEqual([
    '历年报告/2019/报告.txt',
    '历年报告/2020.docx',
    '单独.txt',
  ]);
  expect((await files[0]?.file())?.name).toBe('报告.txt');
});

it('passes over a folder that cannot be read', async () => {
  const closed = {
    ...folder('锁住', []),
    createReader: () => ({
      readEntries: (_resolve: unknown, reject: (error: Error) => void) => reject(new Error('no')),
    }),
  } as never;
  expect(await listDropped([closed])).toEqual([]);
});
