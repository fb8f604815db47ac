import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fontFolders, listInstalledFonts, listOfficeFonts } from './installedFonts.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), '字体 '));
});

afterEach(() => rmSync(folder, { recursive: true }));

const code = (character: string) => character.codePointAt(0) ?? 0;

it('reads a face’s names and which characters it has', () => {
  copyFileSync('resources/fonts/punctuation.ttf', join(folder, 'punctuation.TTF'));
  const [font, ...others] = listInstalledFonts([folder]);
  expect(others).toEqual([]);
  expect(font?.families).toEqual(['Wide Marks']);
  expect([...',;:!?()'].every((mark) => font?.covers(code(mark)))).toBe(true);
  expect(font?.covers(code('，'))).toBe(false);
  expect(font?.covers(code('镇'))).toBe(false);
});

it('offers only faces that a role of the brief asks for', () => {
  copyFileSync('resources/fonts/punctuation.ttf', join(folder, 'punctuation.ttf'));
  expect(listOfficeFonts([folder])).toEqual([]);
});

it('skips what is no font, and folders that are not there', () => {
  writeFileSync(join(folder, 'broken.ttf'), 'not a font at all');
  writeFileSync(join(folder, 'empty.ttc'), '');
  writeFileSync(join(folder, 'readme.txt'), 'text');
  expect(listInstalledFonts([folder, join(folder, 'nowhere')])).toEqual([]);
});

it('looks where Windows keeps the fonts of everybody and of one person', () => {
  const env = { SystemRoot: 'D:\\Windows', LOCALAPPDATA: 'C:\\Users\\wang\\AppData\\Local' };
  const folders = fontFolders('win32', env, 'C:\\Users\\wang').map((path) =>
    path.replaceAll('/', '\\'),
  );
  expect(folders).toEqual([
    'D:\\Windows\\Fonts',
    'C:\\Users\\wang\\AppData\\Local\\Microsoft\\Windows\\Fonts',
  ]);
});
