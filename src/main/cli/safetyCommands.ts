import { basename, resolve } from 'node:path';
import { requireOperands } from './arguments.ts';
import { request } from './ask.ts';
import type { Command } from './commands.ts';

/** The commands that keep a library safe, for scripts of an office's IT person. */
export const safetyCommands = {
  backup: async ({ library, saveTo }, call) => {
    const [file = ''] = requireOperands(call, 1);
    saveTo(resolve(file));
    return request(library, 'library.backup', {});
  },

  restore: async ({ library, openFrom }, call) => {
    const [file = ''] = requireOperands(call, 1);
    openFrom(resolve(file));
    const { restored } = await request(library, 'library.restore', {});
    return restored;
  },

  reimport: async ({ library }, call) => {
    const [id = '', file = ''] = requireOperands(call, 2);
    const path = resolve(file);
    const fileId = library.context.previews.putFile({ path, name: basename(path) });
    return request(library, 'reports.replaceText', { id, fileId });
  },

  verify: async ({ library }, call) => {
    requireOperands(call, 0);
    return request(library, 'library.verify', {});
  },

  diagnose: async ({ library }, call) => {
    requireOperands(call, 0);
    return request(library, 'library.diagnosis', {});
  },
} satisfies Record<string, Command>;
