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
    const { restored, broughtBack } = await request(library, 'library.restore', {});
    return { ...restored, ...(broughtBack && { broughtBack }) };
  },

  pack: async ({ library, saveTo }, call) => {
    const [file = '', ...ids] = requireOperands(call, 2, Number.POSITIVE_INFINITY);
    saveTo(resolve(file));
    return request(library, 'exchange.export', { ids, title: call.options.title ?? '' });
  },

  /** Takes a package in, or with --preview tells what that would do. */
  merge: async ({ library, openFrom }, call) => {
    const [file = ''] = requireOperands(call, 1);
    openFrom(resolve(file));
    const { preview } = await request(library, 'exchange.choose', {});
    if (preview === null || call.options.preview) return preview;
    return request(library, 'exchange.merge', { packageId: preview.packageId });
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
