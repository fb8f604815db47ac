import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const EXTENSIONS = ['.zhenjian-backup', '.zhenjian-package'];

/**
 * The backup or package that a double click asked to be opened, among a program's arguments.
 *
 * @param folder where the person was; a relative name is meant from there.
 */
export function findOpenedFile(argv: readonly string[], folder: string): string | null {
  const named = argv
    .slice(1)
    .find(
      (argument) =>
        EXTENSIONS.some((extension) => argument.endsWith(extension)) && !argument.startsWith('-'),
    );
  if (named === undefined) return null;
  // A Linux desktop hands out addresses, as the menu's entry says (%U).
  return named.startsWith('file://') ? fileURLToPath(named) : resolve(folder, named);
}
